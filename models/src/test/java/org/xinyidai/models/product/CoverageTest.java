package org.xinyidai.models.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.product.Criterion.WhenMissing;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoverageTest {
  private static final LoanProduct PRODUCT =
      SampleProducts.with(
          "p",
          new RangeCriterion(
              "age_months", new Bound(24, true), Bound.NO_MAXIMUM, WhenMissing.FAILS),
          new RangeCriterion(
              "tax_paid_fen_12m", new Bound(1, true), Bound.NO_MAXIMUM, WhenMissing.PASSES),
          new RangeCriterion("debts_fen", Bound.NO_MINIMUM, new Bound(9, true), WhenMissing.FAILS));

  @Test
  void a_criterion_on_what_nobody_has_is_warned_of_and_what_firms_declare_never_is() {
    Coverage coverage = new Coverage(100, Map.of("tax_paid_fen_12m", 4L));
    List<Problem> warnings = coverage.warnings(PRODUCT, SampleCatalogue.CATALOGUE);
    assertEquals(
        List.of(".criteria[0]", ".criteria[1]"), warnings.stream().map(Problem::path).toList());
    assertTrue(warnings.get(0).message().contains("excluded"));
    assertFalse(warnings.get(1).message().contains("excluded"));
  }

  @Test
  void what_one_in_twenty_has_is_covered() {
    Coverage coverage = new Coverage(100, Map.of("tax_paid_fen_12m", 5L, "age_months", 100L));
    assertEquals(List.of(), coverage.warnings(PRODUCT, SampleCatalogue.CATALOGUE));
    assertEquals(0, new Coverage(0, Map.of()).share("age_months"));
  }

  @Test
  void a_quota_ends_with_its_loans_or_its_money() {
    Quota quota = new Quota(2, 1_000, 0, 0);
    assertTrue(quota.admits(1_000));
    assertFalse(quota.admits(1_001));
    Quota used = quota.with(400).with(600);
    assertFalse(used.admits(1));
    assertEquals(0, used.loansLeft());
    assertEquals(quota.with(400), used.without(600));
  }
}
