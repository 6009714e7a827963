package org.xinyidai.connectors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as CSV and XLSX (报表文件). The stream is flushed and stays open. */
public final class ReportFiles {
  /** Without it the usual spreadsheet reads UTF-8 as its own code page. */
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** The name and version that the file format asks for: ours, and one that never changes. */
  private static final String APPLICATION = "xinyidai";

  private static final String APPLICATION_VERSION = "1.0";
  private static final int LONGEST_SHEET_NAME = 31;

  private ReportFiles() {}

  /** CSV in UTF-8 with a byte order mark. */
  public static void csv(ReportTable table, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, UTF_8);
    text.write(BYTE_ORDER_MARK);
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(table.columns());
    for (List<Object> row : table.rows()) {
      csv.writeRecord(row.stream().map(ReportFiles::text).toList());
    }
    csv.flush();
    text.flush();
  }

  /** A workbook of one sheet; numbers stay numbers. */
  public static void xlsx(ReportTable table, OutputStream out) throws IOException {
    xlsx(List.of(table), out);
  }

  /** A workbook with a sheet for each table. */
  public static void xlsx(List<ReportTable> tables, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, APPLICATION, APPLICATION_VERSION)) {
      tables.forEach(table -> write(table, book.newWorksheet(sheetName(table.title()))));
    }
    out.flush();
  }

  private static void write(ReportTable table, Worksheet sheet) {
    for (int column = 0; column < table.columns().size(); column++) {
      sheet.value(0, column, table.columns().get(column));
    }
    sheet.freezePane(0, 1);
    for (int row = 0; row < table.rows().size(); row++) {
      List<Object> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        if (cells.get(column) instanceof Number number) {
          sheet.value(row + 1, column, number);
        } else {
          sheet.value(row + 1, column, text(cells.get(column)));
        }
      }
    }
  }

  private static String text(Object cell) {
    return cell instanceof String text ? FormulaGuard.text(text) : cell.toString();
  }

  static String sheetName(String title) {
    String name = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
    return name.length() > LONGEST_SHEET_NAME ? name.substring(0, LONGEST_SHEET_NAME) : name;
  }
}
