package org.xinyidai.models.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinyidai.models.product.Criterion.WhenMissing;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductLintTest {
  private static final AttributeCatalogue CATALOGUE = SampleCatalogue.CATALOGUE;

  static Stream<Arguments> badCriteria() {
    return Stream.of(
        Arguments.of(RangeCriterion.atLeast("age_years", 2), ".criteria[0].attribute"),
        Arguments.of(
            new RangeCriterion(
                "age_months", Bound.including(24), Bound.including(12), WhenMissing.FAILS),
            ".criteria[0]"),
        Arguments.of(
            new RangeCriterion(
                "age_months", Bound.excluding(24), Bound.including(24), WhenMissing.FAILS),
            ".criteria[0]"),
        Arguments.of(
            new RangeCriterion("age_months", Bound.NO_MINIMUM, Bound.NO_MAXIMUM, WhenMissing.FAILS),
            ".criteria[0]"),
        Arguments.of(RangeCriterion.atLeast("high_tech_flag", 1), ".criteria[0].type"),
        Arguments.of(RangeCriterion.atLeast("industry_code", 39), ".criteria[0].type"),
        Arguments.of(
            new SetCriterion("tax_rating_class", List.of("A", "E"), WhenMissing.FAILS),
            ".criteria[0].allowed[1]"),
        Arguments.of(
            new SetCriterion("tax_rating_class", List.of("A", "A"), WhenMissing.FAILS),
            ".criteria[0].allowed[1]"),
        Arguments.of(
            new SetCriterion("tax_rating_class", List.of(), WhenMissing.FAILS),
            ".criteria[0].allowed"),
        Arguments.of(
            new SetCriterion("age_months", List.of("24"), WhenMissing.FAILS), ".criteria[0].type"),
        Arguments.of(new FlagCriterion("age_months", true, WhenMissing.FAILS), ".criteria[0].type"),
        Arguments.of(new DateCriterion("age_months", 24, WhenMissing.FAILS), ".criteria[0].type"));
  }

  @ParameterizedTest
  @MethodSource("badCriteria")
  void a_criterion_that_nobody_could_mean_is_told_with_its_path(Criterion bad, String path) {
    List<Problem> problems = ProductLint.lint(SampleProducts.with("p", bad), CATALOGUE);
    assertEquals(List.of(path), problems.stream().map(Problem::path).toList());
  }

  @Test
  void two_criteria_that_contradict_each_other_are_told() {
    LoanProduct product =
        SampleProducts.with(
            "p", RangeCriterion.atLeast("age_months", 24), RangeCriterion.atMost("age_months", 12));
    assertEquals(
        ".criteria[1]: contradicts another criterion on age_months; nobody can pass",
        ProductLint.lint(product, CATALOGUE).get(0).toString());
  }

  @Test
  void a_limit_must_rest_on_money_and_stay_inside_the_cap() {
    LoanProduct product =
        SampleProducts.withLimits(
            "p",
            new LimitRule.FactorOf("age_months", 5),
            new LimitRule.CapByCode("tax_rating_class", Map.of("A", 400_000_000L, "X", 1L)),
            new LimitRule.ShareLessDebts("sales_invoiced_fen_12m", 0.5, "debts_fen"));
    assertEquals(
        List.of(".limits[0].attribute", ".limits[1].capFen.A", ".limits[1].capFen.X"),
        ProductLint.lint(product, CATALOGUE).stream().map(Problem::path).toList());
  }

  @Test
  void a_sound_product_has_no_problem() {
    LoanProduct product =
        SampleProducts.with(
            "p",
            RangeCriterion.atLeast("age_months", 24),
            new SetCriterion("industry_code", List.of("39", "4"), WhenMissing.FAILS),
            new DateCriterion("founded_on", 24, WhenMissing.PASSES));
    assertTrue(ProductLint.lint(product, CATALOGUE).isEmpty());
  }

  @Test
  void two_versions_may_follow_each_other_but_not_hold_on_one_day() {
    LoanProduct first =
        SampleProducts.version("p", 1, new Effective(null, LocalDate.of(2024, 6, 30)));
    LoanProduct second =
        SampleProducts.version("p", 2, new Effective(LocalDate.of(2024, 7, 1), null));
    LoanProduct early =
        SampleProducts.version("p", 3, new Effective(LocalDate.of(2024, 6, 30), null));
    assertTrue(ProductLint.lintTogether(List.of(first, second)).isEmpty());
    assertEquals(
        List.of("[2].effectiveFrom", "[2].effectiveFrom"),
        ProductLint.lintTogether(List.of(first, second, early)).stream()
            .map(Problem::path)
            .toList());
    assertEquals("[1].version", ProductLint.lintTogether(List.of(first, first)).get(0).path());
  }
}
