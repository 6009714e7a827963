package org.xinyidai.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Permit;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.record.Validated.Rejected;

/** Utility books have no codes (C4): their rows are refused one by one, with all that they say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordWithoutCodeTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 5, 1);

  @Test
  void a_csv_row_without_a_code_keeps_what_it_says_under_the_names_in_its_file()
      throws IOException {
    String csv =
        """
        户名, 户号,账期,用电量,应缴金额,缴费期限,欠费金额,备注
        某公司,001,2024-03,100,61.50,2024-04-20,0,
        """;
    try (FeedReader reader = open(csv, Format.CSV)) {
      assertTrue(reader.next());
      assertEquals(
          new Rejected<>(Reason.FIELD_MISSING, "uscc"),
          reader.current().validate(UtilityBill.ELECTRICITY, TODAY));
      Map<String, String> named = reader.current().named();
      assertEquals("某公司", named.get("户名"));
      assertEquals("001", named.get("户号"));
      assertEquals(7, named.size(), named.toString());
    }
  }

  @Test
  void a_json_row_without_a_code_keeps_what_it_says() throws IOException {
    String json = "{\"户名\": \"某公司\", \"period\": \"2024-03\", \"x\": {\"y\": 1}, \"z\": null}\n";
    try (FeedReader reader = open(json, Format.NDJSON)) {
      assertTrue(reader.next());
      assertEquals(Map.of("户名", "某公司", "period", "2024-03"), reader.current().named());
    }
  }

  @Test
  void a_row_that_cannot_be_taken_apart_says_nothing() throws IOException {
    try (FeedReader reader = open("{\"户名\": \n", Format.NDJSON)) {
      assertTrue(reader.next());
      assertEquals(Map.of(), reader.current().named());
    }
  }

  @Test
  void a_file_in_which_nothing_tells_whose_the_rows_are_is_refused_whole() {
    String permits = "许可决定日期,文号,name\n2024-01-01,1,某许可\n";
    assertThrows(
        UnreadableFile.class,
        () ->
            FeedReader.open(
                Permit.FEED, new ByteArrayInputStream(permits.getBytes(UTF_8)), Format.CSV));
  }

  private static FeedReader open(String text, Format format) throws UnreadableFile {
    return FeedReader.open(
        UtilityBill.ELECTRICITY, new ByteArrayInputStream(text.getBytes(UTF_8)), format);
  }
}
