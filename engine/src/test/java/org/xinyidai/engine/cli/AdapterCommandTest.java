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

  private static final String REPORTS =
      """
      id,ANCHEYEAR,STATE,FUNDAM,EMPNUM,BUSSTNAME,COLGRANUM,COLEMPLNUM,WEBSITSIGN,PUBSTATE
      a1,2017.0,2.0,5.0,10.0,开业,1.0,2.0,2.0,3.0
      a1,2017.0,2.0,5.0,10.0,开业,1.0,2.0,2.0,3.0
      a1,2017.0,2.0,5.0,12.0,开业,1.0,2.0,2.0,3.0
      b2,2018.0,2.0,,,,,,,
      """;
  private static final String NEWS =
      """
      id,positive_negtive,public_date
      a1,积极,2019-12-04
      a1,积极,2019-12-04
      a1,消极,2019-12-04
      b2,中立,4小时前
      """;
  private static final String COUNTS =
      """
      id,legal_judgment_num,brand_num,patent_num
      a1,2.0,9.0,
      a1,12.0,9.0,1.0
      b2,,3.0,
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
        terminal
            .out()
            .contains("5 rows = 4 records + 1 put together (one payment under several items)"),
        terminal.out());
    assertTrue(
        terminal.out().contains("received 4 = accepted 3 + repeated 0 + rejected 1"),
        terminal.out());
    assertTrue(terminal.out().contains("AMOUNT_NEGATIVE: 1"), terminal.out());
    assertTrue(terminal.out().contains("not taken"), terminal.out());
    assertTrue(ingest(data).out().contains("received 4 = accepted 3"), "the same receipt again");
  }

  @Test
  void reports_news_and_counts_come_in_as_facts_and_every_row_is_accounted_for()
      throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("tax_info.csv"), TAXES);
    Files.writeString(data.resolve("annual_report_info.csv"), REPORTS);
    Files.writeString(data.resolve("news_info.csv"), NEWS);
    Files.writeString(data.resolve("other_info.csv"), COUNTS);
    Terminal terminal = ingest(data);
    assertEquals(0, terminal.exitCode(), terminal.err());
    String out = terminal.out();
    assertTrue(out.contains("annual_report_info.csv: 4 rows = 3 records + 1 put together"), out);
    assertTrue(out.contains("received 3 = accepted 3 + repeated 0 + rejected 0"), out);
    assertTrue(out.contains("news_info.csv: 4 rows = 3 records + 1 put together"), out);
    assertTrue(out.contains("received 3 = accepted 2 + repeated 0 + rejected 1"), out);
    assertTrue(out.contains("other_info.csv: 3 rows = 2 records + 1 put together"), out);
    assertTrue(out.contains("counted on 2019-12-04"), out);
    assertTrue(out.contains("received 2 = accepted 2 + repeated 0 + rejected 0"), out);
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
    String out = terminal.out();
    assertTrue(out.contains("tax_info.csv: 29,195 rows = "), out);
    assertTrue(out.contains("annual_report_info.csv: 22,550 rows = 22,448 records + 102 put"), out);
    assertTrue(out.contains("news_info.csv: 10,518 rows = 7,835 records + 2,683 put"), out);
    assertTrue(out.contains("other_info.csv: 1,890 rows = 1,888 records + 2 put"), out);
    assertEquals(4, out.lines().filter(line -> line.contains("received ")).count(), out);
    System.out.println(out);
  }
}
