package org.xinyidai.connectors.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnterpriseRiskFolderTest {
  @TempDir Path folder;

  private NamedTable folder() throws IOException {
    write("entprise_info.csv", "id,label\na,1\nb,0\n");
    write("annual_report_info.csv", "id,ANCHEYEAR,EMPNUM\na,2018.0,9.0\na,2017.0,4.0\n");
    write(
        "tax_info.csv",
        """
        id,START_DATE,END_DATE,TAX_CATEGORIES,TAX_ITEMS,TAXATION_BASIS,TAX_RATE,DEDUCTION,TAX_AMOUNT
        a,2015/09/01,2015/09/30,印花税,工伤保险（单位）,100,0.1,0,10
        a,2015/09/01,2015/09/30,印花税,购销合同,100,0.1,0,10
        a,2015/10/01,2015/10/31,印花税,购销合同,100,0.1,0,10
        """);
    write("news_info.csv", "id,positive_negtive,public_date\nb,消极,2019-02-03\nb,积极,2小时前\n");
    write("other_info.csv", "id,legal_judgment_num,brand_num,patent_num\nb,3.0,,\n");
    return DataFolder.recognise(folder).orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String cell(NamedTable data, int row, String column) {
    return data.table().rows().get(row).get(data.table().header().indexOf(column));
  }

  @Test
  void a_payment_under_several_items_counts_once() throws IOException {
    NamedTable data = folder();
    assertEquals("2", cell(data, 0, "tax payments"));
    assertEquals("20.0", cell(data, 0, "tax 印花税"));
    assertEquals("1", cell(data, 0, "tax rows of social insurance"));
    assertTrue(data.notes().get(0).contains("3 tax rows are 2 payments"), data.notes().get(0));
  }

  @Test
  void reports_are_taken_in_the_order_of_their_years() throws IOException {
    NamedTable data = folder();
    assertEquals("9.0", cell(data, 0, "EMPNUM newest"));
    assertEquals("5.0", cell(data, 0, "EMPNUM change"));
    assertEquals("", cell(data, 1, "EMPNUM newest"));
  }

  @Test
  void every_labelled_enterprise_has_one_row_and_an_absent_source_stays_missing()
      throws IOException {
    NamedTable data = folder();
    assertEquals(List.of("a", "b"), data.table().rows().stream().map(row -> row.get(0)).toList());
    assertEquals("", cell(data, 0, "news"));
    assertEquals("1", cell(data, 1, "news 消极"));
    assertEquals("2019-02-03", cell(data, 1, "news last day"));
  }
}
