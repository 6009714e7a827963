package org.xinyidai.connectors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the sheets of a report as XLSX (报表工作簿): numbers as numbers with their formats, text as
 * text that no spreadsheet runs. The same sheets and instant give the same bytes, so that a digest
 * can be compared.
 */
public final class ReportBook {
  private static final String APPLICATION = "xinyidai";
  private static final String APPLICATION_VERSION = "1.0";
  private static final String CREATED = "(?<=<dcterms:created xsi:type=\"dcterms:W3CDTF\">)[^<]*";
  private static final double WIDTH = 14;
  private static final double WIDEST = 60;

  private ReportBook() {}

  /**
   * The file.
   *
   * @param at stands in it as the time at which it was made
   */
  public static byte[] xlsx(List<ReportSheet> sheets, Instant at) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      try (Workbook book = new Workbook(bytes, APPLICATION, APPLICATION_VERSION)) {
        sheets.forEach(
            sheet -> write(sheet, book.newWorksheet(ReportFiles.sheetName(sheet.title()))));
      }
      return at(at.truncatedTo(ChronoUnit.SECONDS), bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("a file in memory cannot be written", e);
    }
  }

  private static void write(ReportSheet sheet, Worksheet target) {
    for (int column = 0; column < sheet.columns().size(); column++) {
      target.value(0, column, FormulaGuard.text(sheet.columns().get(column)));
      target.style(0, column).bold().set();
      target.width(column, Math.min(WIDEST, WIDTH * sheet.widths().get(column)));
    }
    target.freezePane(0, 1);
    for (int row = 0; row < sheet.rows().size(); row++) {
      List<Cell> cells = sheet.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        write(cells.get(column), target, row + 1, column);
      }
    }
  }

  private static void write(Cell cell, Worksheet target, int row, int column) {
    if (cell.number() != null) {
      target.value(row, column, cell.number());
      target.style(row, column).format(cell.format().pattern()).set();
    } else if (cell.text() != null && !cell.text().isEmpty()) {
      target.value(row, column, FormulaGuard.text(cell.text()));
    }
  }

  /** The same archive as if all of it had been written at one instant. */
  private static byte[] at(Instant at, byte[] archive) throws IOException {
    LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in =
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                .get();
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("docProps/core.xml")) {
          content = new String(content, UTF_8).replaceAll(CREATED, at.toString()).getBytes(UTF_8);
        }
        ZipEntry fixed = new ZipEntry(entry.getName());
        fixed.setTimeLocal(time);
        out.putNextEntry(fixed);
        out.write(content);
      }
    }
    return bytes.toByteArray();
  }
}
