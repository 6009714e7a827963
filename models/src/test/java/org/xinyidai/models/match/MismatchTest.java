package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.match.Mismatch.Kind;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Bound;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.DateCriterion;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.FlagCriterion;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.product.Terms;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MismatchTest {
  private static final LocalDate DAY = SampleCandidate.DAY;
  private static final LoanRequest REQUEST =
      new LoanRequest(50_000_000, 12, Purpose.WORKING_CAPITAL, 1_000);

  @Test
  void a_young_enterprise_in_arrears_is_told_every_reason_and_when_waiting_mends_it() {
    LoanProduct product =
        SampleProducts.with(
            "p",
            RangeCriterion.atLeast("age_months", 24),
            RangeCriterion.atMost("electricity_arrears_count_24m", 0),
            RangeCriterion.atLeast("tax_paid_fen_12m", 3_000_000));
    Map<String, Double> features =
        Map.of(
            "age_months", 20.0,
            "electricity_arrears_count_24m", 2.0,
            "tax_paid_fen_12m", 2_999_999.0);
    // It ages, and its two arrears leave the window after five and nine months.
    FutureValues ahead =
        (position, months) ->
            switch (SampleCatalogue.CATALOGUE.get(position).name()) {
              case "age_months" -> 20 + months;
              case "electricity_arrears_count_24m" -> months < 5 ? 2 : months < 9 ? 1 : 0;
              default -> 9_000_000;
            };
    List<Mismatch> mismatches = mismatches(product, features, ahead);
    assertEquals(3, mismatches.size());
    Mismatch age = mismatches.get(0);
    assertEquals("age_months≥ 24个月", age.criterion().zh());
    assertEquals("20个月", age.actualText().zh());
    assertEquals(4, age.shortfall());
    assertEquals(LocalDate.of(2024, 10, 30), age.earliest());
    assertEquals(2, mismatches.get(1).shortfall());
    assertEquals(LocalDate.of(2025, 3, 30), mismatches.get(1).earliest());
    assertEquals(1, mismatches.get(2).shortfall());
    assertNull(mismatches.get(2).earliest(), "waiting alone pays no tax");
  }

  @ParameterizedTest
  @CsvSource({"300, 1", "299, ", "310.5, 11", "301, 2"})
  void whole_numbers_fall_short_by_whole_units(double actual, Double shortfall) {
    LoanProduct product =
        SampleProducts.with(
            "p",
            new RangeCriterion(
                "electricity_arrears_count_24m",
                Bound.NO_MINIMUM,
                Bound.excluding(300),
                WhenMissing.FAILS));
    List<Mismatch> mismatches =
        mismatches(product, Map.of("electricity_arrears_count_24m", actual), FutureValues.UNKNOWN);
    assertEquals(
        shortfall == null ? List.of() : List.of(shortfall),
        mismatches.stream().map(Mismatch::shortfall).toList());
  }

  @Test
  void a_class_falls_short_by_classes_and_a_flag_by_nothing_that_can_be_counted() {
    LoanProduct product =
        SampleProducts.with(
            "p",
            new SetCriterion("tax_rating_class", List.of("A", "B"), WhenMissing.FAILS),
            new FlagCriterion("little_giant_flag", true, WhenMissing.FAILS));
    List<Mismatch> mismatches =
        mismatches(
            product,
            Map.of("tax_rating_class", 2.0, "little_giant_flag", 0.0),
            FutureValues.UNKNOWN);
    assertEquals(2, mismatches.get(0).shortfall());
    assertEquals("C", mismatches.get(0).actualText().zh());
    assertFalse(mismatches.get(1).shortfallKnown());
  }

  @Test
  void no_data_and_nothing_declared_are_different_reasons() {
    LoanProduct product =
        SampleProducts.with(
            "p",
            RangeCriterion.atLeast("age_months", 24),
            new FlagCriterion("technology_white_list_flag", true, WhenMissing.FAILS));
    List<Mismatch> mismatches = mismatches(product, Map.of(), (position, months) -> 99);
    assertEquals(
        List.of(Kind.NO_DATA, Kind.UNDECLARED), mismatches.stream().map(Mismatch::kind).toList());
    assertEquals("无数据", mismatches.get(0).actualText().zh());
    assertNull(mismatches.get(0).earliest());
  }

  @Test
  void a_day_tells_by_itself_when_it_is_old_enough() {
    Criterion criterion = new DateCriterion("founded_on", 24, WhenMissing.FAILS);
    LoanProduct ending =
        SampleProducts.version("p", 1, new Effective(null, LocalDate.of(2024, 12, 31)));
    Candidate candidate =
        SampleCandidate.builder(Map.of()).day("founded_on", LocalDate.of(2023, 1, 31)).build();
    assertEquals(
        LocalDate.of(2025, 1, 31),
        mismatches(SampleProducts.with("p", criterion), candidate, FutureValues.UNKNOWN)
            .get(0)
            .earliest());
    assertEquals(List.of(), mismatches(ending, candidate, FutureValues.UNKNOWN));
  }

  @Test
  void what_is_asked_for_has_reasons_of_its_own() {
    LoanProduct product =
        SampleProducts.terms(
            SampleProducts.with("p"),
            new AmountRange(60_000_000, 300_000_000),
            new Terms(1, 6),
            new Rate.Between(1_200, 1_500),
            Set.of(Purpose.EQUIPMENT));
    List<Mismatch> mismatches = mismatches(product, Map.of(), FutureValues.UNKNOWN);
    assertEquals(
        List.of(
            Kind.AMOUNT_TOO_SMALL,
            Kind.TERM_NOT_GRANTED,
            Kind.PURPOSE_NOT_SERVED,
            Kind.RATE_ABOVE_CEILING),
        mismatches.stream().map(Mismatch::kind).toList());
    assertEquals(10_000_000, mismatches.get(0).shortfall());
    assertEquals("申请金额≥ 60万元", mismatches.get(0).criterion().zh());
    assertEquals(6, mismatches.get(1).shortfall());
    assertEquals(200, mismatches.get(3).shortfall());
    assertEquals("12%", mismatches.get(3).required().en().substring(2));
  }

  private static List<Mismatch> mismatches(
      LoanProduct product, Map<String, Double> features, FutureValues ahead) {
    return mismatches(product, SampleCandidate.with(features, Map.of()), ahead);
  }

  private static List<Mismatch> mismatches(
      LoanProduct product, Candidate candidate, FutureValues ahead) {
    LoopMatcher matcher = new LoopMatcher(SampleCatalogue.CATALOGUE, List.of(product), DAY);
    return matcher.match(candidate, REQUEST, ahead).withheld().stream()
        .flatMap(withheld -> withheld.mismatches().stream())
        .toList();
  }
}
