package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdapterCommandTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data", "bdci2020");

  private static final String TAXES =
      """
      id,START_DATE,END_DATE,TAX_CATEGORIES,TAX_ITEMS,TAXATION_BASIS,TAX_RATE,DEDUCTION,TAX_AMOUNT
      a1,2015/09/01,2015/09/30,印花税,工伤保险（单位）,72530.75,0.0003,-0.04,21.8
      a1,2015/09/01,2015/09/30,印花税,技术合同,72530.75,0.0003,-0.04,21.8
      a1,2015/09/01,2015/09/30,印花税,技术合同,1000,0.0003,0,0.3
      a1,2016/07/01,2016/07/31,教育费附加,增值税教育费附加,,,,134.4
      b2,2016/07/01,2016/07/31,土地增值税,土地,,,,-5
      """;

  @TempDir private Path folder;

  private Terminal ingest(Path data) {
    return Terminal.type(
        "ingest",
        "--state",
        folder.resolve("state").toString(),
        "--adapter",
        "bdci2020",
        data.toString());
  }

  @Test
  void a_payment_under_several_items_is_taken_once() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("tax_info.csv"), TAXES);
    Terminal terminal = ingest(data);
    assertEquals(0, terminal.exitCode(), terminal.err());
    assertTrue(
        terminal.out().contains("5 rows = 4 payments + 1 repeated under other items"),
        terminal.out());
    assertTrue(
        terminal.out().contains("received 4 = accepted 3 + repeated 0 + rejected 1"),
        terminal.out());
    assertTrue(terminal.out().contains("AMOUNT_NEGATIVE: 1"), terminal.out());
    assertTrue(terminal.out().contains("not taken"), terminal.out());
    assertTrue(ingest(data).out().contains("received 4 = accepted 3"), "the same receipt again");
  }

  @Test
  void a_folder_without_taxes_is_refused_in_one_line() {
    Terminal terminal = ingest(folder);
    assertEquals(1, terminal.exitCode());
    assertTrue(terminal.complainsInOneLine(), terminal.err());
    assertTrue(terminal.err().contains("tax_info"), terminal.err());
  }

  @Test
  void the_public_data_reconciles() {
    assumeTrue(Files.isDirectory(DATA), "the public data is not here");
    Terminal terminal = ingest(DATA);
    assertEquals(0, terminal.exitCode(), terminal.err());
    assertTrue(terminal.out().contains("tax_info: 29,195 rows = "), terminal.out());
    System.out.println(terminal.out());
  }
}
