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

  static Stream<Arguments> impossibleCriteria() {
    return Stream.of(
        // Between two whole numbers there is none; a count is never below nothing.
        Arguments.of(range("age_months", Bound.excluding(24), Bound.excluding(25))),
        Arguments.of(RangeCriterion.atMost("age_months", -1)),
        Arguments.of(RangeCriterion.atLeast("tax_rating_class", 6)),
        Arguments.of(RangeCriterion.atMost("probability_of_default", -0.01)),
        Arguments.of(RangeCriterion.atLeast("probability_of_default", 1.5)),
        Arguments.of(RangeCriterion.atLeast("owner_age_years", 200)),
        // 70 where 0.7 is meant.
        Arguments.of(RangeCriterion.atMost("debt_ratio", 70)));
  }

  private static RangeCriterion range(String attribute, Bound min, Bound max) {
    return new RangeCriterion(attribute, min, max, WhenMissing.FAILS);
  }

  @ParameterizedTest
  @MethodSource("impossibleCriteria")
  void a_range_in_which_no_enterprise_can_lie_is_told_though_it_could_be_indexed(Criterion bad) {
    LoanProduct product = SampleProducts.with("p", bad);
    List<Problem> problems = ProductLint.lint(product, CATALOGUE);
    assertEquals(List.of(".criteria[0]"), problems.stream().map(Problem::path).toList());
    assertTrue(ProductLint.unfit(product, CATALOGUE).isEmpty());
  }

  static Stream<Arguments> linkedCriteria() {
    Criterion old = new DateCriterion("founded_on", 60, WhenMissing.FAILS);
    return Stream.of(
        Arguments.of(old, RangeCriterion.atMost("age_months", 24), false),
        Arguments.of(old, RangeCriterion.atMost("age_months", 60), true),
        Arguments.of(
            RangeCriterion.atLeast("operating_months", 36),
            RangeCriterion.atMost("age_months", 35),
            false),
        Arguments.of(
            new SetCriterion("industry_section", List.of("F"), WhenMissing.FAILS),
            new SetCriterion("industry_code", List.of("39"), WhenMissing.FAILS),
            false),
        Arguments.of(
            new SetCriterion("industry_section", List.of("C", "F"), WhenMissing.FAILS),
            new SetCriterion("industry_code", List.of("39"), WhenMissing.FAILS),
            true),
        Arguments.of(
            new SetCriterion("industry_section", List.of("F"), WhenMissing.PASSES),
            new SetCriterion("industry_code", List.of("39"), WhenMissing.FAILS),
            true),
        Arguments.of(
            new FlagCriterion("little_giant_flag", true, WhenMissing.FAILS),
            new FlagCriterion("specialised_new_flag", false, WhenMissing.FAILS),
            false));
  }

  @ParameterizedTest
  @MethodSource("linkedCriteria")
  void criteria_on_two_attributes_that_no_enterprise_can_have_together_are_told(
      Criterion first, Criterion second, boolean sound) {
    List<Problem> problems = ProductLint.lint(SampleProducts.with("p", first, second), CATALOGUE);
    assertEquals(
        sound ? List.of() : List.of(".criteria[1]"), problems.stream().map(Problem::path).toList());
  }

  @Test
  void what_costs_more_than_courts_protect_is_told_and_pawn_shops_have_their_own_line() {
    LoanProduct dear = SampleProducts.costing(Lender.Type.SMALL_LOAN, 2_000, new Fees(0, 401));
    assertEquals(".feesBp", ProductLint.lint(dear, CATALOGUE).get(0).path());
    LoanProduct dearer = SampleProducts.costing(Lender.Type.BANK, 2_401, Fees.NONE);
    Problem problem = ProductLint.lint(dearer, CATALOGUE).get(0);
    assertEquals(".rateBp", problem.path());
    assertTrue(problem.words().zh().contains("24.01%"), problem.words().zh());
    LoanProduct line = SampleProducts.costing(Lender.Type.BANK, 2_000, new Fees(300, 100));
    assertEquals(List.of(), ProductLint.lint(line, CATALOGUE));
    LoanProduct pawn = SampleProducts.costing(Lender.Type.PAWN, 3_000, Fees.NONE);
    assertEquals(List.of(), ProductLint.lint(pawn, CATALOGUE));
  }

  @Test
  void names_are_short_and_hide_nothing() {
    LoanProduct hiding = SampleProducts.named("税\u202e贷", "a\nb");
    assertEquals(
        List.of(".nameZh", ".nameEn"),
        ProductLint.lint(hiding, CATALOGUE).stream().map(Problem::path).toList());
    LoanProduct longest = SampleProducts.named("贷".repeat(TermsLint.MAX_NAME), "l");
    assertEquals(List.of(), ProductLint.lint(longest, CATALOGUE));
    LoanProduct longer = SampleProducts.named("贷".repeat(TermsLint.MAX_NAME + 1), "l");
    assertEquals(".nameZh", ProductLint.lint(longer, CATALOGUE).get(0).path());
    assertEquals(List.of(), ProductLint.lint(SampleProducts.named("<b>贷</b>", "l"), CATALOGUE));
  }

  @Test
  void slips_of_the_unit_are_doubted_and_hinder_nothing() {
    LoanProduct slip = SampleProducts.costing(Lender.Type.BANK, 4, Fees.NONE);
    assertEquals(List.of(), ProductLint.lint(slip, CATALOGUE));
    assertEquals(
        List.of(".rateBp", ".criteria"),
        ProductDoubts.of(slip).stream().map(Problem::path).toList());
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
  void what_an_unfit_product_is_told_first_is_what_keeps_it_from_being_read() {
    LoanProduct product =
        SampleProducts.with(
            "p", RangeCriterion.atMost("age_months", -1), RangeCriterion.atLeast("none", 1));
    assertEquals(
        List.of(".criteria[1].attribute"),
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
