package org.xinyidai.connectors.cumcm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.cumcm.CumcmEnterprise.Outcome;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.Validated.Rejected;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CumcmFolderTest {
  private static final String SALES = "企业代号,发票号码,开票日期,购方单位代号,金额,税额,价税合计,发票状态\n";
  private static final String PURCHASES = SALES.replace("购方", "销方");

  @TempDir private Path folder;

  @Test
  void a_number_has_one_valid_code_in_a_division_that_is_no_place() {
    Uscc uscc = CumcmFolder.uscc("E12");
    assertEquals("9199000100000012", uscc.value().substring(0, 16));
    assertEquals("990001", uscc.divisionCode());
    assertThrows(IllegalArgumentException.class, () -> CumcmFolder.uscc("A12"));
  }

  @Test
  void invoices_carry_the_derived_code_and_an_unknown_number_is_refused() throws IOException {
    write();
    List<String> seen = new ArrayList<>();
    for (InvoiceFile file : CumcmFolder.open(folder).invoices()) {
      try (FeedReader reader = file.open()) {
        while (reader.next()) {
          var row = reader.current().validate(file.feed(), LocalDate.of(2021, 1, 1));
          if (row instanceof Accepted<org.xinyidai.models.record.Row> accepted) {
            VatInvoice invoice = file.feed().read(accepted.value());
            seen.add(file.feed() + " " + invoice.uscc() + " " + invoice.isVoid());
          } else if (row instanceof Rejected<?> rejected) {
            seen.add(file.feed() + " " + rejected.reason());
          }
        }
      }
    }
    assertEquals(
        List.of(
            "vat_input " + CumcmFolder.uscc("E1") + " false",
            "vat_output " + CumcmFolder.uscc("E1") + " true",
            "vat_output USCC_MALFORMED",
            "vat_input " + CumcmFolder.uscc("E124") + " false"),
        seen);
  }

  @Test
  void enterprises_come_with_their_outcome_or_without() throws IOException {
    write();
    assertEquals(
        List.of(
            new CumcmEnterprise("E1", CumcmFolder.uscc("E1"), "甲公司", Outcome.REPAID, "A"),
            new CumcmEnterprise("E2", CumcmFolder.uscc("E2"), "乙公司", Outcome.DEFAULTED, "D"),
            new CumcmEnterprise("E124", CumcmFolder.uscc("E124"), "个体E124", Outcome.UNKNOWN, "")),
        CumcmFolder.open(folder).enterprises());
  }

  @Test
  void loan_rates_are_kept_in_basis_points() throws IOException {
    write();
    assertEquals(
        List.of(new RateChurn.Step(400, 0, 0, 0), new RateChurn.Step(465, 0.1, 0.2, 0.3)),
        CumcmFolder.open(folder).rateChurn().steps());
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    write();
    Files.delete(folder.resolve("enterprises_nocredit.csv"));
    UnreadableFile fault = assertThrows(UnreadableFile.class, () -> CumcmFolder.open(folder));
    assertEquals(
        folder + " lacks enterprises_nocredit.csv.gz (or enterprises_nocredit.csv)",
        fault.getMessage());
    Path absent = folder.resolve("absent");
    fault = assertThrows(UnreadableFile.class, () -> CumcmFolder.open(absent));
    assertEquals(absent + " is no folder; name the one that holds the data", fault.getMessage());
  }

  @Test
  void the_table_of_rates_alone_may_lack() throws IOException {
    write();
    assertTrue(CumcmFolder.open(folder).hasRateChurn());
    Files.delete(folder.resolve("rate_churn.csv"));
    assertFalse(CumcmFolder.open(folder).hasRateChurn());
  }

  @Test
  void broken_small_tables_are_named() throws IOException {
    write();
    CumcmFolder data = CumcmFolder.open(folder);
    put("rate_churn.csv", "annual_rate,churn_A,churn_B,churn_C\n4%,0,0,0\n");
    assertEquals(
        "rate_churn.csv: not four numbers: 4%,0,0,0",
        assertThrows(UnreadableFile.class, data::rateChurn).getMessage());
    put("enterprises_credit.csv", "企业代号,企业名称\n");
    assertEquals(
        "enterprises_credit.csv: the header lacks 信誉评级",
        assertThrows(UnreadableFile.class, data::enterprises).getMessage());
    put("enterprises_credit.csv", "");
    assertEquals(
        "enterprises_credit.csv: the file is empty",
        assertThrows(UnreadableFile.class, data::enterprises).getMessage());
    put("enterprises_credit.csv", "企业代号,企业名称,信誉评级,是否违约\nE1,甲\n");
    assertEquals(
        "enterprises_credit.csv: a row does not match the header",
        assertThrows(UnreadableFile.class, data::enterprises).getMessage());
  }

  private void write() throws IOException {
    put("invoices_credit_input.csv", PURCHASES + "E1,1,2017-07-18,A1,1.00,0.17,1.17,有效发票\n");
    put(
        "invoices_credit_output.csv",
        SALES
            + "E1,2,2017-07-18,B1,1.00,0.17,1.17, 作废发票\n"
            + "X1,3,2017-07-18,B1,1.00,0.17,1.17,有效发票\n");
    put("invoices_nocredit_input.csv", PURCHASES + "E124,4,2017-07-18,A1,1.00,0.17,1.17,有效发票\n");
    put("invoices_nocredit_output.csv", SALES);
    put("enterprises_credit.csv", "企业代号,企业名称,信誉评级,是否违约\nE1,甲公司,A,否\nE2,乙公司,D,是\n");
    put("enterprises_nocredit.csv", "企业代号,企业名称\nE124,个体E124 \n");
    put("rate_churn.csv", "annual_rate,churn_A,churn_B,churn_C\n0.04,0,0,0\n0.0465,0.1,0.2,0.3\n");
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
