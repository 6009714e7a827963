package org.xinyidai.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xinyidai.connectors.feed.FeedBytes.HEADER;
import static org.xinyidai.connectors.feed.FeedBytes.INVOICE;
import static org.xinyidai.connectors.feed.FeedBytes.USCC;
import static org.xinyidai.connectors.feed.FeedBytes.csv;
import static org.xinyidai.connectors.feed.FeedBytes.ndjson;
import static org.xinyidai.connectors.feed.FeedBytes.utf8;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.connectors.feed.FeedBytes.Outcome;
import org.xinyidai.models.record.VatInvoice;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NdjsonFeedReaderTest {
  private static final String OBJECT =
      "{\"uscc\":\""
          + USCC
          + "\",\"invoiceNumber\":3390939,\"issuedOn\":\"2017-07-18\",\"counterparty\":\"A00297\","
          + "\"amountYuan\":-943.4,\"taxYuan\":\"-56.60\",\"totalYuan\":-1.0E3,\"status\":\"VALID\"}";

  @Test
  void numbers_and_texts_read_alike_and_as_in_csv() throws IOException {
    assertEquals(csv(utf8(HEADER, INVOICE)).accepted, ndjson(utf8(OBJECT)).accepted);
  }

  @Test
  void chinese_names_unknown_names_and_null_are_taken() throws IOException {
    Outcome outcome =
        ndjson(
            utf8(
                OBJECT.replace("status", "发票状态").replace("{", "{\"x\":{\"a\":[1]},"),
                OBJECT.replace("{", "{\"invoiceCode\":null,")));
    assertEquals(csv(utf8(HEADER, INVOICE, INVOICE)).accepted, outcome.accepted);
    assertEquals(List.of("x"), outcome.ignored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uscc\":",
        "not json",
        "17",
        "null",
        "{}{}",
        "{} x",
        "{\"uscc\":{\"a\":1}}",
        "{\"uscc\":[1]}",
        "{\"uscc\":\"1\",\"统一社会信用代码\":\"1\"}",
        "{\"taxYuan\":01}",
        "{\"taxYuan\":NaN}",
      })
  void a_line_that_is_no_flat_object_is_refused_alone(String line) throws IOException {
    Outcome outcome = ndjson(utf8(OBJECT, line, OBJECT));
    assertEquals(List.of("ROW_UNREADABLE record"), outcome.rejected);
    assertEquals(2, outcome.accepted.size());
    assertEquals(line, outcome.raw.get(1));
    assertEquals(List.of(1L, 2L, 3L), outcome.lines);
  }

  @Test
  void blank_lines_and_a_last_line_without_its_end_are_no_trouble() throws IOException {
    Outcome outcome = ndjson((OBJECT + "\r\n\n  \n" + OBJECT).getBytes(UTF_8));
    assertEquals(List.of(1L, 4L), outcome.lines);
    assertEquals(2, outcome.accepted.size());
  }

  @Test
  void an_empty_file_has_no_records() throws IOException {
    assertEquals(0, ndjson(new byte[0]).received);
  }

  @Test
  void a_json_array_is_refused_as_a_file() {
    UnreadableFile fault =
        assertThrows(UnreadableFile.class, () -> ndjson(utf8("[" + OBJECT + "]")));
    assertEquals(
        "f: this is a JSON array; send one object a line without brackets", fault.getMessage());
  }

  @Test
  void a_line_beyond_the_limit_is_refused_alone_and_its_head_is_kept() throws IOException {
    int limit = OBJECT.length();
    ReadLimits limits = new ReadLimits(limit, 10, 1L << 20, 100);
    Outcome outcome =
        FeedBytes.read(
            VatInvoice.OUTPUT,
            utf8(OBJECT, OBJECT.replace("{", "{   "), OBJECT, "x".repeat(9 * limit)),
            Format.NDJSON,
            limits);
    assertEquals(List.of("ROW_UNREADABLE record", "ROW_UNREADABLE record"), outcome.rejected);
    assertEquals(2, outcome.accepted.size());
    assertEquals(limit + 1, outcome.raw.get(3).length());
  }

  @Test
  void a_lone_half_of_a_surrogate_pair_is_refused_by_its_field() throws IOException {
    Outcome outcome = ndjson(utf8(OBJECT.replace("A00297", "\\ud800")));
    assertEquals(List.of("VALUE_UNREADABLE counterparty"), outcome.rejected);
  }
}
