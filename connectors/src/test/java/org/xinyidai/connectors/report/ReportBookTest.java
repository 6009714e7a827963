package org.xinyidai.connectors.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportBookTest {
  private static final Instant AT = Instant.parse("2026-10-31T00:00:00Z");

  @Test
  void numbers_are_numbers_with_their_formats_and_text_is_text() throws IOException {
    List<Cell> cells =
        List.of(
            Cell.of("指标"),
            Cell.count(1_234_567),
            Cell.of(new BigDecimal("0.1523"), CellFormat.PERCENT),
            Cell.fen(123_456_789),
            Cell.of(new BigDecimal("7.25"), CellFormat.POINTS),
            Cell.EMPTY);
    List<Row> rows = read(sheet(cells));

    Row row = rows.get(1);
    assertEquals("指标", row.getCellText(0));
    assertEquals(CellType.NUMBER, row.getCell(1).getType());
    assertEquals("1234567", row.getCell(1).asNumber().toPlainString());
    assertEquals("#,##0", row.getCell(1).getDataFormatString());
    assertEquals(0, new BigDecimal("0.1523").compareTo(row.getCell(2).asNumber()));
    assertEquals("0.00%", row.getCell(2).getDataFormatString());
    assertEquals(0, new BigDecimal("1234567.89").compareTo(row.getCell(3).asNumber()));
    assertEquals("#,##0.00", row.getCell(3).getDataFormatString());
    assertEquals(0, new BigDecimal("7.25").compareTo(row.getCell(4).asNumber()));
    assertEquals("", row.getCellText(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "＝1"})
  void what_looks_like_a_formula_stays_text(String hostile) throws IOException {
    org.dhatim.fastexcel.reader.Cell cell =
        read(sheet(List.of(Cell.of(hostile)))).get(1).getCell(0);

    assertEquals(CellType.STRING, cell.getType());
    assertFalse(cell.getFormula() != null, "never a formula");
    assertEquals("'" + hostile, cell.getText());
  }

  @Test
  void the_same_sheets_and_instant_give_the_same_bytes_and_another_instant_others() {
    byte[] first = sheet(List.of(Cell.of("甲"), Cell.count(1)));
    byte[] second = sheet(List.of(Cell.of("甲"), Cell.count(1)));

    assertArrayEquals(first, second);
    byte[] later =
        ReportBook.xlsx(List.of(of(List.of(Cell.of("甲"), Cell.count(1)))), AT.plusSeconds(60));
    assertFalse(Arrays.equals(first, later));
  }

  @Test
  void cells_are_printed_as_a_spreadsheet_shows_them() {
    assertEquals("15.23%", Cell.of(new BigDecimal("0.1523"), CellFormat.PERCENT).shown());
    assertEquals("1,234", Cell.count(1_234).shown());
    assertEquals("1,234.50", Cell.fen(123_450).shown());
    assertEquals("", Cell.EMPTY.shown());
  }

  @Test
  void a_row_that_is_too_short_is_a_mistake_of_ours() {
    List<List<Cell>> rows = List.of(List.of(Cell.count(1)));
    List<String> columns = List.of("a", "b");
    assertThrows(IllegalArgumentException.class, () -> ReportSheet.of("t", columns, rows));
  }

  private static ReportSheet of(List<Cell> cells) {
    return ReportSheet.of("指标", cells.stream().map(cell -> "列").toList(), List.of(cells));
  }

  private static byte[] sheet(List<Cell> cells) {
    return ReportBook.xlsx(List.of(of(cells)), AT);
  }

  private static List<Row> read(byte[] file) throws IOException {
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
      return book.getFirstSheet().read();
    }
  }
}
