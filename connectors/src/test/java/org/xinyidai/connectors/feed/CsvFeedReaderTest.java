package org.xinyidai.connectors.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.connectors.feed.FeedBytes.HEADER;
import static org.xinyidai.connectors.feed.FeedBytes.INVOICE;
import static org.xinyidai.connectors.feed.FeedBytes.USCC;
import static org.xinyidai.connectors.feed.FeedBytes.csv;
import static org.xinyidai.connectors.feed.FeedBytes.utf8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedBytes.Outcome;
import org.xinyidai.models.record.InvoiceStatus;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvFeedReaderTest {
  @Test
  void an_invoice_is_read_under_chinese_headers() throws IOException {
    Outcome outcome = csv(utf8(HEADER, INVOICE));
    assertEquals(
        new VatInvoice(
            new Uscc(USCC),
            "3390939",
            LocalDate.of(2017, 7, 18),
            "A00297",
            -94340,
            -5660,
            -100000,
            InvoiceStatus.VALID,
            ""),
        VatInvoice.OUTPUT.read(outcome.accepted.get(0)));
  }

  @Test
  void columns_may_stand_in_any_order_and_under_any_of_their_names() throws IOException {
    Outcome outcome =
        csv(
            utf8(
                "状态,TotalYuan,备注,tax_yuan, 不含税金额 ,交易对方,issued_on,数电票号码,社会信用代码",
                "有效发票,-1000.00,无,-56.60,-943.40,A00297,2017/7/18,3390939," + USCC));
    assertEquals(csv(utf8(HEADER, INVOICE)).accepted, outcome.accepted);
    assertEquals(List.of("备注"), outcome.ignored);
  }

  @Test
  void lines_are_counted_with_blank_and_quoted_ones() throws IOException {
    Outcome outcome =
        csv(
            utf8(
                HEADER,
                "",
                INVOICE.replace("A00297", "\"某\n公司\""),
                INVOICE.replace("A00297", "\"某 \"\"甲\"\"\""),
                INVOICE));
    assertEquals(List.of(3L, 5L, 6L), outcome.lines);
    assertEquals("某 公司", outcome.accepted.get(0).text(3));
    assertEquals(INVOICE.replace("A00297", "\"某 \"\"甲\"\"\""), outcome.raw.get(1));
    assertEquals(INVOICE, outcome.raw.get(2));
  }

  @Test
  void a_record_with_too_many_or_too_few_fields_is_refused_alone() throws IOException {
    Outcome outcome = csv(utf8(HEADER, INVOICE + ",1", USCC, INVOICE));
    assertEquals(List.of("ROW_UNREADABLE record", "ROW_UNREADABLE record"), outcome.rejected);
    assertEquals(List.of(INVOICE + ",1", USCC, INVOICE), outcome.raw);
    assertEquals(1, outcome.accepted.size());
  }

  @Test
  void a_header_alone_is_a_file_without_records() throws IOException {
    assertEquals(0, csv(utf8(HEADER)).received);
  }

  @Test
  void a_missing_required_column_is_one_error_for_the_file() {
    UnreadableFile fault =
        assertThrows(
            UnreadableFile.class,
            () -> csv(utf8(HEADER.replace("税额,", "").replace("发票状态", "x"), INVOICE)));
    assertEquals(
        "f: the header lacks 税额 (taxYuan), 发票状态 (status); feed vat_output needs it",
        fault.getMessage());
  }

  @Test
  void a_column_that_stands_twice_is_refused() {
    UnreadableFile fault =
        assertThrows(UnreadableFile.class, () -> csv(utf8(HEADER + ",taxYuan", INVOICE + ",1")));
    assertEquals("f: column 税额 (taxYuan) stands twice in the header", fault.getMessage());
  }

  @Test
  void an_empty_file_is_refused() {
    UnreadableFile fault = assertThrows(UnreadableFile.class, () -> csv(new byte[0]));
    assertEquals("f: the file is empty; its first line must name the columns", fault.getMessage());
  }

  @Test
  void a_quote_that_is_not_closed_loses_no_record_in_silence() {
    String open = INVOICE.replace("有效发票", "\"有效发票");
    UnreadableFile fault =
        assertThrows(UnreadableFile.class, () -> csv(utf8(HEADER, INVOICE, open, INVOICE)));
    assertTrue(fault.getMessage().startsWith("f: the CSV breaks behind line 2 (a quote"));
    String[] many = new String[5000];
    java.util.Arrays.fill(many, INVOICE);
    many[0] = HEADER;
    many[1] = open;
    fault = assertThrows(UnreadableFile.class, () -> csv(utf8(many)));
    assertTrue(fault.getMessage().startsWith("f: the CSV breaks behind line 1 (a quote"));
  }

  @Test
  void text_behind_a_closing_quote_ends_the_file() {
    String broken = INVOICE.replace("A00297", "\"A\"00297");
    UnreadableFile fault =
        assertThrows(UnreadableFile.class, () -> csv(utf8(HEADER, INVOICE, broken)));
    assertTrue(fault.getMessage().startsWith("f: the CSV breaks behind line 2"));
  }

  @Test
  void a_file_tells_its_format_by_its_name(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("2024-03.CSV.gz");
    Files.write(file, FeedBytes.gzip(utf8(HEADER, INVOICE)));
    try (FeedReader reader = FeedReader.open(VatInvoice.OUTPUT, file)) {
      assertTrue(reader.next());
      assertEquals(INVOICE, reader.current().raw());
    }
    UnreadableFile unknown =
        assertThrows(
            UnreadableFile.class,
            () -> FeedReader.open(VatInvoice.OUTPUT, folder.resolve("a.xls")));
    assertEquals(
        "a.xls: the name must end in .csv, .ndjson or .jsonl, or these and .gz, or .xlsx, .parquet"
            + " or .arrow",
        unknown.getMessage());
    UnreadableFile absent =
        assertThrows(
            UnreadableFile.class,
            () -> FeedReader.open(VatInvoice.OUTPUT, folder.resolve("a.csv")));
    assertEquals("a.csv: cannot be opened; check the path and its rights", absent.getMessage());
  }
}
