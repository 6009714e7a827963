package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.Scorecard;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CardTrainingTest {
  private static final TrainingSet SET = Samples.lending(3_000, 7);
  private static final TrainedModel CARD =
      Trainer.train(SET, CardSettings.forSample(SET.size(), SET.bads()), 1, "card-1", 0);

  private static Characteristic characteristic(String name) {
    return ((Scorecard) CARD.model().body())
        .characteristics().stream()
            .filter(one -> one.input().name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void what_tells_is_chosen_and_noise_is_not() {
    List<String> names =
        CARD.model().inputs().stream().map(input -> input.name()).sorted().toList();
    assertEquals(List.of("arrears", "months", "trade"), names);
    ColumnReport noise = CARD.columns().get(Samples.column(SET, "noise"));
    assertEquals("information value too low", noise.fate());
  }

  @Test
  void every_coefficient_has_the_sign_that_evidence_of_good_lowers_the_risk() {
    for (Characteristic one : ((Scorecard) CARD.model().body()).characteristics()) {
      assertTrue(one.coefficient() < 0, one.input().name());
    }
  }

  @Test
  void missing_and_special_values_have_bins_of_their_own() {
    assertTrue(characteristic("arrears").binOf(Double.NaN).woe() < 0, "missing arrears are risky");
    Characteristic months = characteristic("months");
    assertEquals(new BinRange.Special(-1), months.binOf(-1).range());
    assertNotEquals(months.binOf(-1), months.binOf(-1.5));
    assertTrue(months.binOf(-1).woe() < months.binOf(0).woe());
  }

  @Test
  void the_risk_moves_one_way_over_the_axis_and_a_category_never_seen_is_taken() {
    Characteristic arrears = characteristic("arrears");
    for (int i = 1; i < 6; i++) {
      assertTrue(arrears.binOf(i).woe() <= arrears.binOf(i - 1).woe());
    }
    Characteristic trade = characteristic("trade");
    assertEquals(0, trade.binOf(trade.input().codeOf("circus")).woe(), 1e-12);
  }

  @Test
  void the_probability_is_right_on_average() {
    CompiledModel model = CARD.compiled();
    int[] positions = CARD.positionsIn(SET);
    double sum = 0;
    for (int row = 0; row < SET.size(); row++) {
      double[] values = new double[positions.length];
      for (int i = 0; i < positions.length; i++) {
        values[i] = SET.value(row, positions[i]);
      }
      sum += model.probabilityOfDefault(values);
    }
    assertEquals((double) SET.bads() / SET.size(), sum / SET.size(), 0.01);
  }

  @Test
  void the_same_rows_settings_and_seed_give_the_same_model() {
    TrainedModel again =
        Trainer.train(SET, CardSettings.forSample(SET.size(), SET.bads()), 1, "card-1", 0);
    assertEquals(CARD, again);
  }

  @Test
  void the_library_and_our_own_regression_agree() {
    double[][] columns = {new double[400], new double[400]};
    boolean[] bad = new boolean[400];
    for (int row = 0; row < 400; row++) {
      columns[0][row] = Math.sin(row);
      columns[1][row] = Math.cos(3 * row);
      bad[row] = Math.sin(row) + Math.cos(3 * row) + Math.sin(17 * row) < -0.8;
    }
    LogisticFit ours = LogisticFit.of(columns, bad, 2);
    WoeRegression library = WoeRegression.train(columns, List.of("a", "b"), bad, 2, 1);
    assertEquals(ours.intercept(), library.intercept(), 1e-3);
    assertEquals(ours.coefficients()[0], library.coefficients()[0], 1e-3);
    assertEquals(ours.coefficients()[1], library.coefficients()[1], 1e-3);
  }

  @Test
  void rows_of_one_outcome_are_refused() {
    TrainingSet goods =
        TrainingSet.ofRows(List.of("x"), new double[][] {{1}, {2}}, new boolean[] {false, false});
    assertThrows(
        IllegalArgumentException.class,
        () -> Trainer.train(goods, CardSettings.forSample(2, 0), 1, "card", 0));
  }
}
