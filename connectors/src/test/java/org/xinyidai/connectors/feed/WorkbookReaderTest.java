package org.xinyidai.connectors.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.connectors.feed.FeedBytes.Outcome;
import org.xinyidai.connectors.feed.Workbooks.Formula;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.VatInvoice;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkbookReaderTest {
  private static final String HEADER = FeedBytes.HEADER;
  private static final List<Object> INVOICE =
      List.of(FeedBytes.USCC, "3390939", "2017-07-18", "A00297", -943.40, -56.60, -1000.00, "有效发票");

  private static Outcome read(byte[] workbook) throws UnreadableFile {
    return read(VatInvoice.OUTPUT, workbook);
  }

  private static Outcome read(Feed<?> feed, byte[] workbook) throws UnreadableFile {
    return FeedBytes.read(feed, workbook, Format.XLSX, ReadLimits.DEFAULT);
  }

  private static List<Object> invoice(int place, Object cell) {
    List<Object> cells = new ArrayList<>(INVOICE);
    cells.set(place, cell);
    return cells;
  }

  @Test
  void a_sheet_gives_the_rows_that_the_same_table_as_csv_gives() throws Exception {
    Outcome sheet = read(Workbooks.of(HEADER, List.of(INVOICE)));
    Outcome csv = FeedBytes.csv(FeedBytes.utf8(HEADER, FeedBytes.INVOICE));
    assertEquals(csv.accepted, sheet.accepted);
    assertEquals(List.of(), sheet.rejected);
    assertEquals(List.of(2L), sheet.lines);
  }

  @Test
  void a_day_may_be_a_serial_number_a_written_number_or_text() throws Exception {
    LocalDate day = LocalDate.of(2017, 7, 18);
    double serial = day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    for (Object cell : List.of(serial, serial + 0.75, 20170718, "2017年7月18日")) {
      Outcome outcome = read(Workbooks.of(HEADER, List.of(invoice(2, cell))));
      assertEquals(
          day.toEpochDay(), VatInvoice.OUTPUT.epochDay(outcome.accepted.get(0)), "" + cell);
    }
  }

  @Test
  void a_month_may_be_a_serial_number_or_a_written_number() throws Exception {
    String header = "统一社会信用代码,所属月份,用户编号,用量,应缴金额,缴费期限,缴费日期,欠费金额";
    Feed<UtilityBill> feed = UtilityBill.ELECTRICITY;
    String names =
        String.join(",", feed.columns().stream().map(column -> column.titleZh()).toList());
    assertTrue(names.startsWith(header.substring(0, 8)), names);
    List<Object> bill =
        new ArrayList<>(
            List.of(FeedBytes.USCC, 202403, "3501000012", 12840.5, 9245.16, 45397, 45391, 0));
    Outcome written = read(feed, Workbooks.of(names, List.of(bill)));
    bill.set(1, 45362);
    Outcome serial = read(feed, Workbooks.of(names, List.of(bill)));
    assertEquals(List.of(), written.rejected);
    assertEquals(written.accepted, serial.accepted);
  }

  @Test
  void an_amount_that_binary_arithmetic_left_crooked_is_what_the_sheet_shows() throws Exception {
    List<Object> cells = invoice(4, -(0.1 + 0.2));
    cells.set(5, -0.7);
    cells.set(6, -1.0);
    Outcome outcome = read(Workbooks.of(HEADER, List.of(cells)));
    assertEquals(-30, outcome.accepted.get(0).number(4));
  }

  @Test
  void a_formula_refuses_its_row_alone_whatever_value_stands_beside_it() throws Exception {
    Outcome outcome =
        read(
            Workbooks.of(
                HEADER,
                List.of(invoice(6, new Formula("SUM(E2:F2)")), INVOICE, invoice(3, "=1+1"))));
    assertEquals(1, outcome.accepted.size());
    assertEquals(List.of("FORMULA totalYuan", "FORMULA counterparty"), outcome.rejected);
    assertTrue(outcome.raw.get(0).contains("=SUM(E2:F2)"), outcome.raw.get(0));
  }

  @Test
  void a_number_in_a_column_of_text_is_written_out_unless_digits_were_lost() throws Exception {
    Outcome outcome =
        read(
            Workbooks.of(
                HEADER, List.of(invoice(1, 23442000000012.0), invoice(1, 1234567890123456.0))));
    assertEquals("23442000000012", outcome.accepted.get(0).text(1));
    assertEquals(List.of("VALUE_UNREADABLE invoiceNumber"), outcome.rejected);
  }

  @Test
  void blank_rows_are_passed_over_and_a_row_wider_than_the_header_is_refused() throws Exception {
    List<Object> wide = new ArrayList<>(INVOICE);
    wide.add("x");
    List<Object> blank = List.of(" ", "");
    Outcome outcome = read(Workbooks.of(HEADER, List.of(blank, INVOICE, wide)));
    assertEquals(List.of(3L, 4L), outcome.lines);
    assertEquals(List.of("ROW_UNREADABLE record"), outcome.rejected);
  }

  @Test
  void a_row_of_too_many_characters_is_refused_alone() throws Exception {
    ReadLimits limits = new ReadLimits(100, 20, 1L << 20, 300);
    byte[] book = Workbooks.of(HEADER, List.of(invoice(3, "长".repeat(90)), INVOICE));
    Outcome outcome = FeedBytes.read(VatInvoice.OUTPUT, book, Format.XLSX, limits);
    assertEquals(List.of("ROW_UNREADABLE record"), outcome.rejected);
    assertEquals(1, outcome.accepted.size());
  }

  @Test
  void a_second_sheet_with_rows_is_refused_and_an_empty_one_is_not() throws Exception {
    byte[] two =
        Workbooks.sheet(
            (sheet, book) -> {
              sheet.value(0, 0, "uscc");
              book.newWorksheet("二").value(3, 3, "x");
            });
    UnreadableFile fault = assertThrows(UnreadableFile.class, () -> read(two));
    assertEquals("f: sheet 二 holds rows as well; send one sheet a workbook", fault.getMessage());
  }

  @Test
  void the_first_row_must_name_the_columns() {
    byte[] late = Workbooks.sheet((sheet, book) -> sheet.value(1, 0, "uscc"));
    UnreadableFile fault = assertThrows(UnreadableFile.class, () -> read(late));
    assertEquals("f: the first row of the sheet must name the columns", fault.getMessage());
    byte[] computed = Workbooks.sheet((sheet, book) -> sheet.formula(0, 0, "A2"));
    assertTrue(
        assertThrows(UnreadableFile.class, () -> read(computed)).getMessage().contains("formula"));
  }
}
