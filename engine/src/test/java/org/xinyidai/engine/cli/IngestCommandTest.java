package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IngestCommandTest {
  private static final String TAX_RATINGS =
      """
      uscc,grade,publishedOn,year
      91110000600037341L,A,2024-04-10,2023
      91110000600037341L,A,2024-04-10,2023
      91110000600037342L,A,2024-04-10,2023
      """;

  @TempDir Path folder;

  @Test
  void a_file_is_answered_with_a_receipt_that_reconciles() throws IOException {
    Terminal terminal = ingest(file("ratings.csv", TAX_RATINGS));
    assertEquals(0, terminal.exitCode(), terminal.err());
    assertTrue(
        terminal.out().contains("received 3 = accepted 1 + repeated 1 + rejected 1"),
        terminal.out());
  }

  @Test
  void the_same_file_again_is_all_repeats_but_for_its_bad_rows() throws IOException {
    Path file = file("ratings.csv", TAX_RATINGS);
    ingest(file);
    assertTrue(ingest(file).out().contains("received 3 = accepted 0 + repeated 2 + rejected 1"));
  }

  @Test
  void a_refused_row_is_listed_with_file_line_field_and_reason() throws IOException {
    Terminal terminal = ingest(file("ratings.csv", TAX_RATINGS));
    String batch = terminal.out().replaceAll("(?s).*\\(batch ([^)]*)\\).*", "$1");
    Terminal listed = Terminal.type("rejections", "--state", state(), batch);
    assertTrue(
        listed.out().contains("ratings.csv\t4\tuscc\tUSCC_MALFORMED\t91110000600037342L"),
        listed.out());
  }

  @Test
  void a_missing_file_ends_in_one_line() {
    assertOneLine(ingest(folder.resolve("absent.csv")), 1, "no such file");
  }

  @Test
  void an_unknown_feed_ends_in_one_line_that_names_the_known_ones() throws IOException {
    Path file = file("ratings.csv", TAX_RATINGS);
    Terminal terminal =
        Terminal.type("ingest", "--state", state(), "--feed", "taxes", file.toString());
    assertOneLine(terminal, 1, "tax_rating");
  }

  @Test
  void a_broken_gzip_file_ends_in_one_line_and_its_receipt_says_so() throws IOException {
    Path file = folder.resolve("ratings.csv.gz");
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3});
    Terminal terminal = ingest(file);
    assertEquals(1, terminal.exitCode());
    assertTrue(terminal.complainsInOneLine(), terminal.err());
  }

  @Test
  void a_wrong_option_ends_in_one_line_and_code_2() {
    assertOneLine(Terminal.type("ingest", "--feed", "x", "--fed", "f"), 2, "--fed");
    assertOneLine(Terminal.type("ingets"), 2, "ingets");
  }

  @Test
  void a_state_folder_that_is_a_file_ends_in_one_line() throws IOException {
    Files.writeString(folder.resolve("state"), "in the way");
    assertOneLine(ingest(file("ratings.csv", TAX_RATINGS)), 1, "state");
  }

  private static void assertOneLine(Terminal terminal, int exitCode, String word) {
    assertEquals(exitCode, terminal.exitCode(), terminal.err());
    assertTrue(terminal.complainsInOneLine(), terminal.err());
    assertTrue(terminal.err().contains(word), terminal.err());
  }

  private Terminal ingest(Path file) {
    return Terminal.type("ingest", "--state", state(), "--feed", "tax_rating", file.toString());
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
