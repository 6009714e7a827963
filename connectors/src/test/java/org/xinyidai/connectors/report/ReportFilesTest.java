package org.xinyidai.connectors.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportFilesTest {
  private static final ReportTable TABLE =
      new ReportTable(
          "数据质量月报 2024/03",
          List.of("数源", "已报", "合规率"),
          List.of(
              List.of("供电公司", 120L, new BigDecimal("0.9917")),
              List.of("=HYPERLINK(\"http://x\")", -3L, ""),
              List.of("＠某,公司", 0L, "-")));

  @TempDir private Path folder;

  @Test
  void csv_opens_in_a_spreadsheet_and_runs_nothing() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFiles.csv(TABLE, out);
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertEquals("\ufeff数源,已报,合规率", lines.get(0));
    assertEquals("供电公司,120,0.9917", lines.get(1));
    assertEquals("\"'=HYPERLINK(\"\"http://x\"\")\",-3,", lines.get(2));
    assertEquals("\"'＠某,公司\",0,'-", lines.get(3));
  }

  @Test
  void xlsx_holds_numbers_as_numbers_and_no_formula() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFiles.xlsx(TABLE, out);
    String sheet = part(out.toByteArray(), "xl/worksheets/sheet1.xml");
    String texts = part(out.toByteArray(), "xl/sharedStrings.xml");
    assertTrue(sheet.contains("<v>120</v>") && sheet.contains("<v>0.9917</v>"), sheet);
    assertFalse(sheet.contains("<f>"), sheet);
    assertTrue(texts.contains("&apos;=HYPERLINK"), texts);
    assertTrue(part(out.toByteArray(), "xl/workbook.xml").contains("2024 03"));
  }

  @Test
  void a_row_that_does_not_fit_its_columns_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ReportTable("t", List.of("a"), List.of(List.of("1", "2"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ReportTable("t", List.of("a"), List.of(List.of(List.of()))));
  }

  private String part(byte[] workbook, String name) throws IOException {
    Path file = folder.resolve("report.xlsx");
    Files.write(file, workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
    }
  }
}
