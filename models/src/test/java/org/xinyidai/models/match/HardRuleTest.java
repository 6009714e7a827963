package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.product.Text;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HardRuleTest {
  private static final HardRule.Words WORDS =
      new HardRule.Words(
          new Text("被吊销的不推介", "none for the revoked"),
          new Text("已被吊销", "it is revoked"),
          new Text("注销登记", "deregister"));
  private static final SetCriterion IN_OPERATION =
      new SetCriterion("registration_status", List.of("ACTIVE", "ABNORMAL"), WhenMissing.PASSES);
  private static final HardRule REVOKED =
      new HardRule("licence-revoked", 1, IN_OPERATION, WORDS, "公司法第二百二十九条");

  @Test
  void a_revoked_enterprise_is_withheld_from_every_product_and_told_the_law_and_the_way_out() {
    Matches matches = matches("REVOKED");

    assertEquals(List.of(), matches.offers());
    assertEquals(2, matches.withheld().size());
    Mismatch mismatch = matches.withheld().get(0).mismatches().get(0);
    assertEquals(Mismatch.Kind.HARD_RULE, mismatch.kind());
    assertEquals("公司法第二百二十九条", mismatch.rule().basis());
    assertEquals("注销登记", mismatch.required().zh());
    assertEquals("已被吊销", mismatch.actualText().zh());
  }

  @ParameterizedTest
  @CsvSource(
      value = {"ACTIVE", "ABNORMAL", "-"},
      nullValues = "-")
  void who_does_not_fall_under_it_or_of_whom_the_register_is_silent_is_matched(String status) {
    assertEquals(1, matches(status).offers().size());
  }

  @Test
  void its_reason_stands_before_those_of_the_product_and_hides_none() {
    List<Mismatch> mismatches = matches("REVOKED").withheld().get(1).mismatches();

    assertEquals(
        List.of(Mismatch.Kind.HARD_RULE, Mismatch.Kind.NO_DATA),
        mismatches.stream().map(Mismatch::kind).toList());
  }

  @Test
  void a_rule_without_a_legal_basis_cannot_be() {
    assertThrows(
        IllegalArgumentException.class, () -> new HardRule("x", 1, IN_OPERATION, WORDS, " "));
  }

  private static Matches matches(String status) {
    Candidate candidate =
        SampleCandidate.builder(Map.of()).code("registration_status", status).build();
    return new Matcher(
            SampleCatalogue.CATALOGUE,
            List.of(
                SampleProducts.with("open"),
                SampleProducts.with("strict", RangeCriterion.atLeast("age_months", 24))),
            List.of(REVOKED),
            SampleCandidate.DAY)
        .match(
            candidate,
            new LoanRequest(1_000_000, 12, Purpose.WORKING_CAPITAL, 3_600),
            FutureValues.UNKNOWN);
  }
}
