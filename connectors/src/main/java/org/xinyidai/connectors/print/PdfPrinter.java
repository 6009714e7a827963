package org.xinyidai.connectors.print;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.HeaderFooter;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontSelector;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.print.Printout.Grid;
import org.xinyidai.connectors.print.Printout.Heading;
import org.xinyidai.connectors.print.Printout.Part;

/**
 * Prints to PDF on A4 (生成PDF). Chinese is set in Droid Sans Fallback (Apache License 2.0), whose
 * glyphs travel in the file as far as they are used; Latin letters and digits, which it lacks, in
 * Helvetica, which every viewer has. A character that neither has is printed as its number in
 * Unicode, such as 〔U+20BB7〕, and so never left out of a name.
 */
public final class PdfPrinter {
  private static final String TYPEFACE = "DroidSansFallbackFull.ttf";

  /** In points, 72 to the inch: the sizes and margins of an official letter. */
  private static final float MARGIN = 54;

  private static final float TITLE = 18;
  private static final float SECTION = 12.5f;
  private static final float TEXT = 9.5f;
  private static final float SMALL = 8;
  private static final float GAP = 6;

  /** A title with a line or two below it; where there is less room it begins a page. */
  private static final float HEADING_ROOM = 90;

  private static final float FULL_WIDTH = 100;
  private static final float SHADE = 0.93f;

  private final BaseFont typeface;
  private final BaseFont helvetica;

  /** By size; the library reads whole typefaces to make one. */
  private final Map<Float, FontSelector> selectors = new HashMap<>();

  public PdfPrinter() {
    try (InputStream in = PdfPrinter.class.getResourceAsStream(TYPEFACE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own file " + TYPEFACE);
      }
      typeface =
          BaseFont.createFont(
              TYPEFACE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
      helvetica = BaseFont.createFont(BaseFont.HELVETICA, BaseFont.CP1252, BaseFont.NOT_EMBEDDED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file. */
  public byte[] print(Printout printout) {
    return print(printout, PageSize.A4, null);
  }

  /**
   * The file on paper laid crosswise, for wide tables; the same content and instant give the same
   * bytes.
   *
   * @param at stands in it as the time at which it was made
   */
  public byte[] printAlike(Printout printout, Instant at) {
    return PdfAlike.of(print(printout, PageSize.A4.rotate(), new PdfDate(calendar(at))));
  }

  private byte[] print(Printout printout, Rectangle page, @Nullable PdfDate at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Document document = new Document(page, MARGIN, MARGIN, MARGIN, MARGIN);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    document.addTitle(printout.title());
    if (at != null) {
      writer.getInfo().put(PdfName.CREATIONDATE, at);
      writer.getInfo().put(PdfName.MODDATE, at);
    }
    Phrase before = set(printout.footer() + "　第 ", SMALL);
    before.setFont(latin(SMALL));
    HeaderFooter footer = new HeaderFooter(before, set(" 页", SMALL));
    footer.setBorder(Rectangle.TOP);
    document.setFooter(footer);
    document.open();
    document.add(titled(printout.title()));
    for (Part part : printout.parts()) {
      if (part instanceof Heading heading) {
        if (writer.getVerticalPosition(false) < MARGIN + HEADING_ROOM) {
          document.newPage();
        }
        document.add(spaced(new Paragraph(set(heading.text(), SECTION)), 2 * GAP));
      } else if (part instanceof Printout.Paragraph paragraph) {
        document.add(spaced(new Paragraph(set(paragraph.text(), TEXT)), GAP / 2));
      } else if (part instanceof Grid grid) {
        document.add(table(grid));
      }
    }
    document.close();
    return out.toByteArray();
  }

  private static GregorianCalendar calendar(Instant at) {
    return GregorianCalendar.from(at.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
  }

  private Paragraph titled(String title) {
    Paragraph paragraph = new Paragraph(set(title, TITLE));
    paragraph.setAlignment(Paragraph.ALIGN_CENTER);
    paragraph.setSpacingAfter(GAP);
    return paragraph;
  }

  private static Paragraph spaced(Paragraph paragraph, float before) {
    paragraph.setSpacingBefore(before);
    paragraph.setSpacingAfter(GAP / 2);
    return paragraph;
  }

  private PdfPTable table(Grid grid) {
    float[] widths = new float[grid.widths().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = grid.widths().get(i);
    }
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(FULL_WIDTH);
    table.setSpacingBefore(GAP / 2);
    for (String title : grid.header()) {
      PdfPCell cell = cell(title);
      cell.setGrayFill(SHADE);
      table.addCell(cell);
    }
    table.setHeaderRows(grid.header().isEmpty() ? 0 : 1);
    grid.rows().forEach(row -> row.forEach(text -> table.addCell(cell(text))));
    return table;
  }

  private PdfPCell cell(String text) {
    PdfPCell cell = new PdfPCell(set(text, TEXT));
    cell.setPadding(GAP / 2);
    return cell;
  }

  /** Each character in the first typeface that has it. */
  private synchronized Phrase set(String text, float size) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (isThere(character)) {
                printable.appendCodePoint(character);
              } else {
                printable.append("〔U+%04X〕".formatted(character));
              }
            });
    return selectors.computeIfAbsent(size, this::selector).process(printable.toString());
  }

  private boolean isThere(int character) {
    return Character.isWhitespace(character)
        || helvetica.charExists(character)
        || typeface.charExists(character);
  }

  private FontSelector selector(float size) {
    FontSelector typefaces = new FontSelector();
    typefaces.addFont(latin(size));
    typefaces.addFont(new Font(typeface, size));
    return typefaces;
  }

  private static Font latin(float size) {
    return new Font(Font.HELVETICA, size);
  }
}
