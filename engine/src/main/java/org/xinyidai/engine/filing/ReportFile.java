package org.xinyidai.engine.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.print.PdfPrinter;
import org.xinyidai.connectors.print.Printout;
import org.xinyidai.connectors.print.Printout.Grid;
import org.xinyidai.connectors.print.Printout.Heading;
import org.xinyidai.connectors.print.Printout.Paragraph;
import org.xinyidai.connectors.print.Printout.Part;
import org.xinyidai.connectors.report.Cell;
import org.xinyidai.connectors.report.ReportBook;
import org.xinyidai.connectors.report.ReportSheet;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * A report as a file (报表文件). The time inside is the beginning of the day it speaks of, so the same
 * content gives the same bytes whenever it is made.
 */
public final class ReportFile {
  private ReportFile() {}

  /** The large typeface is read when the first report is printed. */
  private static final class Press {
    static final PdfPrinter PRINTER = new PdfPrinter();
  }

  /** The bytes. */
  public static byte[] of(ReportContent content, FileForm form, Tongue tongue) {
    List<ReportSheet> sheets = ReportSheets.of(content, tongue);
    Instant at = ChinaTime.startOf(content.subject().asOf());
    return switch (form) {
      case XLSX -> ReportBook.xlsx(sheets, at);
      case PDF -> Press.PRINTER.printAlike(printout(content, sheets, tongue), at);
    };
  }

  /** A name of plain ASCII. */
  public static String name(ReportSubject subject, FileForm form) {
    return "%s_%s_%s.%s"
        .formatted(subject.pack().id(), subject.period(), subject.asOf(), form.ending());
  }

  private static Printout printout(ReportContent content, List<ReportSheet> sheets, Tongue tongue) {
    ReportSubject subject = content.subject();
    String title =
        tongue.of(
            "信易贷工作" + subject.period().kind().titleZh() + "（" + subject.period().titleZh() + "）",
            "Credit-based lending, report of " + subject.period());
    List<Part> parts = new ArrayList<>();
    for (ReportSheet sheet : sheets) {
      parts.add(new Heading(sheet.title()));
      if (sheet.rows().isEmpty()) {
        parts.add(new Paragraph(tongue.of("无。", "None.")));
      } else {
        parts.add(grid(sheet));
      }
    }
    String footer = subject.pack().id() + "　" + subject.asOf();
    return new Printout(title, footer, parts);
  }

  private static Grid grid(ReportSheet sheet) {
    return new Grid(
        sheet.widths(),
        sheet.columns(),
        sheet.rows().stream().map(row -> row.stream().map(Cell::shown).toList()).toList());
  }
}
