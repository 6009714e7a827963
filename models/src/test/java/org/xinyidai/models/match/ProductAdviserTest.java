package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.match.ProductAdvice.State;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.FlagCriterion;
import org.xinyidai.models.product.LimitRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.score.Action;
import org.xinyidai.models.score.ActionCatalogue;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.LinearTerm;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductAdviserTest {
  private static final List<Action> ACTIONS =
      List.of(
          new Action("tax_paid_fen_12m", true, 0.2, true, 12, "增税", "grow"),
          new Action("tax_rating_class", true, 5, false, 12, "提级", "rate"),
          new Action("electricity_arrears_count_24m", false, 0, false, 24, "缴费", "pay"));

  private static ProductAdvice advise(
      LoanProduct product, Map<String, Double> features, FutureValues future) {
    return new ProductAdviser(SampleCatalogue.CATALOGUE, List.of(), ACTIONS, null)
        .advise(product, SampleCandidate.with(features, Map.of()), future);
  }

  private static ProductAdvice advise(LoanProduct product, Map<String, Double> features) {
    return advise(product, features, FutureValues.UNKNOWN);
  }

  @Test
  void the_least_growth_that_passes_is_enough() {
    LoanProduct product =
        SampleProducts.with("p", RangeCriterion.atLeast("tax_paid_fen_12m", 3_000_000));

    ProductAdvice advice = advise(product, Map.of("tax_paid_fen_12m", 2_600_000.0));

    assertEquals(State.OPENS, advice.state());
    assertEquals(3_000_000, advice.steps().get(0).to());
    assertEquals("3万元", advice.steps().get(0).toText().zh());
    assertEquals(12, advice.months());
  }

  @Test
  void growth_beyond_what_is_realistic_is_no_advice_and_the_criterion_is_named() {
    LoanProduct product =
        SampleProducts.with("p", RangeCriterion.atLeast("tax_paid_fen_12m", 3_000_000));

    ProductAdvice advice = advise(product, Map.of("tax_paid_fen_12m", 2_499_999.0));

    assertEquals(State.CLOSED, advice.state());
    assertEquals(List.of(), advice.steps());
    assertEquals("tax_paid_fen_12m", advice.blockers().get(0).attribute());
    assertEquals(2_499_999, advice.blockers().get(0).actual());
    assertEquals(500_001, advice.blockers().get(0).shortfall());
  }

  @Test
  void nobody_is_told_to_be_older_but_when_time_alone_would_do() {
    LoanProduct product = SampleProducts.with("p", RangeCriterion.atLeast("age_months", 24));

    ProductAdvice advice =
        advise(product, Map.of("age_months", 20.0), (position, months) -> 20 + months);

    assertEquals(State.CLOSED, advice.state());
    assertEquals(LocalDate.of(2024, 10, 30), advice.blockers().get(0).earliest());
  }

  @Test
  void an_arrear_that_leaves_its_window_sooner_takes_no_longer() {
    LoanProduct product =
        SampleProducts.with("p", RangeCriterion.atMost("electricity_arrears_count_24m", 0));
    FutureValues future = (position, months) -> months < 9 ? 1 : 0;

    ProductAdvice sooner = advise(product, Map.of("electricity_arrears_count_24m", 1.0), future);
    ProductAdvice unknown = advise(product, Map.of("electricity_arrears_count_24m", 1.0));

    assertEquals(9, sooner.months());
    assertEquals(24, unknown.months());
  }

  @Test
  void what_only_the_enterprise_can_tell_is_to_be_declared_and_does_not_close_the_product() {
    LoanProduct product =
        SampleProducts.with(
            "p",
            new FlagCriterion("settlement_account_flag", true, WhenMissing.FAILS),
            new SetCriterion("tax_rating_class", List.of("A", "B"), WhenMissing.FAILS));

    ProductAdvice advice = advise(product, Map.of("tax_rating_class", 3.0));

    assertEquals(State.OPENS, advice.state());
    assertEquals(4, advice.steps().get(0).to());
    assertEquals(1, advice.declare().size());
    assertTrue(advice.declare().get(0).zh().contains("结算账户"));
  }

  @Test
  void a_limit_below_the_least_amount_is_lifted_by_what_it_is_a_multiple_of() {
    LoanProduct base =
        SampleProducts.withLimits("p", new LimitRule.FactorOf("tax_paid_fen_12m", 5));
    LoanProduct product =
        SampleProducts.terms(
            base,
            new AmountRange(10_000_000, 300_000_000),
            base.terms(),
            base.rate(),
            base.purposes());

    ProductAdvice advice = advise(product, Map.of("tax_paid_fen_12m", 1_900_000.0));

    assertEquals(State.OPENS, advice.state());
    assertTrue(advice.steps().get(0).to() >= 2_000_000, advice.toString());
  }

  /** Each arrear costs a unit of log-odds; the model reads nothing else that can be changed. */
  private static Scorer scorer() {
    LinearModel body =
        new LinearModel(
            -4,
            List.of(
                new LinearTerm(ModelInput.numeric("electricity_arrears_count_24m"), 1, 0),
                new LinearTerm(ModelInput.numeric("age_months"), -0.001, 0)));
    ScoringModel model =
        new ScoringModel("m", 7, body, Scaling.STANDARD, GradeScale.STANDARD, List.of(), Map.of());
    return Scorer.of(model, body.compile(Scaling.STANDARD), SampleCatalogue.SCHEMA);
  }

  @ParameterizedTest
  @CsvSource({"B, OPENS", "A, OPENS"})
  void a_grade_that_a_product_asks_for_is_earned_by_what_the_model_answers(
      String grade, State expected) {
    LoanProduct product =
        SampleProducts.with("p", new SetCriterion("grade", List.of(grade), WhenMissing.FAILS));
    Candidate.Builder builder =
        SampleCandidate.builder(Map.of("electricity_arrears_count_24m", 4.0, "age_months", 1.0));
    double risk = scorer().probabilityOfDefault(new double[] {4, 1});
    Score score =
        new Score(
            Uscc.fromStem("91430100MA4L0001"),
            scorer().points(risk),
            risk,
            GradeScale.STANDARD.grade(risk),
            GradeScale.STANDARD.stars(risk),
            List.of(),
            "m",
            7,
            SampleCandidate.DAY,
            Instant.EPOCH);
    Candidate candidate = builder.score(score).build();

    ProductAdvice advice =
        new ProductAdviser(SampleCatalogue.CATALOGUE, List.of(), ACTIONS, scorer())
            .advise(product, candidate, FutureValues.UNKNOWN);

    assertEquals(expected, advice.state());
    assertEquals(grade.equals("B") ? 2 : 1, advice.steps().get(0).to());
  }

  @Test
  void who_is_welcome_already_has_nothing_to_change() {
    ProductAdvice advice =
        advise(
            SampleProducts.with("p", RangeCriterion.atLeast("age_months", 24)),
            Map.of("age_months", 30.0));

    assertEquals(State.OPEN, advice.state());
    assertEquals(0, advice.months());
  }

  @Test
  void every_action_names_a_feature_of_the_catalogue_once() {
    List<String> names = ActionCatalogue.FOR_PRODUCTS.stream().map(Action::feature).toList();

    for (String name : names) {
      assertTrue(FeatureCatalogue.CURRENT.position(name).isPresent(), name);
    }
    assertEquals(names.size(), names.stream().distinct().count());
    assertTrue(!names.contains("age_months"));
  }
}
