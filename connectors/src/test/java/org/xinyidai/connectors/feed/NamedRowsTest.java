package org.xinyidai.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.connectors.feed.NamedRows.NamedRow;

/** Files that people fill in, by the names of their columns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamedRowsTest {
  @Test
  void a_csv_is_read_in_either_encoding_and_a_row_of_another_width_is_marked() throws IOException {
    String csv = "编号, 金额\n1,2\n\n3\n4,5,6\n";
    for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"))) {
      List<NamedRow> rows = NamedRows.read(csv.getBytes(charset), column -> false, 10);
      assertEquals(Map.of("编号", "1", "金额", "2"), rows.get(0).cells());
      assertEquals(List.of(2L, 4L, 5L), rows.stream().map(NamedRow::line).toList());
      assertEquals(List.of(true, false, false), rows.stream().map(NamedRow::fits).toList());
    }
  }

  @Test
  void a_workbook_gives_days_as_days_and_formulas_as_what_they_are() throws IOException {
    List<NamedRow> rows = NamedRows.read(workbook(), "日期"::equals, 10);
    assertEquals(1, rows.size());
    assertEquals("2026-10-09", rows.get(0).cells().get("日期"));
    assertEquals("12.5", rows.get(0).cells().get("金额"));
    assertTrue(String.valueOf(rows.get(0).cells().get("编号")).startsWith("="));
    assertTrue(rows.get(0).fits());
  }

  @Test
  void what_is_too_long_empty_torn_or_a_bomb_is_refused() throws IOException {
    assertRefused("a\n1\n2\n3\n".getBytes(UTF_8));
    assertRefused(new byte[0]);
    assertRefused("a\n\"1\n".getBytes(UTF_8));
    assertRefused("PK\u0003\u0004 torn".getBytes(UTF_8));
    assertRefused(bomb());
    assertFalse(NamedRows.read("a\n1\n2\n".getBytes(UTF_8), column -> false, 2).isEmpty());
  }

  private static void assertRefused(byte[] file) {
    assertThrows(UnreadableFile.class, () -> NamedRows.read(file, column -> false, 2));
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("月报");
      sheet.value(0, 0, "编号");
      sheet.value(0, 1, "日期");
      sheet.value(0, 2, "金额");
      sheet.formula(1, 0, "1+1");
      sheet.value(1, 1, LocalDate.of(2026, 10, 9));
      sheet.style(1, 1).format("yyyy-mm-dd").set();
      sheet.value(1, 2, 12.5);
    }
    return bytes.toByteArray();
  }

  /** A part that inflates a thousandfold. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }
}
