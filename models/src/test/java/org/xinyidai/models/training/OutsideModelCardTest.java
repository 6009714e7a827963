package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.LinearTerm;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.ScoringModel;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutsideModelCardTest {
  private static final long SEED = 20261122;
  private static final int ROWS = 2_000;

  private static final ScoringModel MODEL =
      new ScoringModel(
          "bank-1",
          0,
          new LinearModel(
              -1,
              List.of(
                  new LinearTerm(ModelInput.numeric("debt"), 1, 0),
                  new LinearTerm(ModelInput.numeric("unknown here"), 5, 0.1))),
          Scaling.STANDARD,
          GradeScale.STANDARD,
          List.of(new CheckVector(Arrays.asList(0.0, Double.NaN), 0.5)),
          Map.of("kind", "onnx"));

  private static TrainingSet set(int bads) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] rows = new double[ROWS][2];
    boolean[] bad = new boolean[ROWS];
    for (int i = 0; i < ROWS; i++) {
      rows[i] = new double[] {random.nextDouble(-3, 3), random.nextDouble()};
      bad[i] = bads > 0 ? i < bads : random.nextDouble() < 1 / (1 + Math.exp(0.5 - rows[i][0]));
    }
    return TrainingSet.ofRows(List.of("debt", "noise"), rows, bad);
  }

  private static ModelCard card(TrainingSet set) {
    return OutsideModelCard.of(MODEL, set, List.of(), ModelCards.Period.UNKNOWN, SEED);
  }

  @Test
  void the_model_is_judged_as_it_stands_with_what_is_not_known_here_as_missing() {
    TrainingSet set = set(0);
    ModelCard card = card(set);
    double[] risks =
        Arrays.stream(set.column(0)).map(debt -> 1 / (1 + Math.exp(0.5 - debt))).toArray();
    double whole = Ranking.of(risks, set.labels()).auc();
    assertEquals(whole, card.evaluation().auc().mean(), 0.01);
    assertEquals(OutsideModelCard.PARTS, card.evaluation().folds());
    assertEquals("onnx", card.kind());
    assertEquals(set.digest(), card.sample().digest());
  }

  @Test
  void only_features_that_the_model_reads_are_named_and_the_limits_say_that_it_is_from_outside() {
    ModelCard card = card(set(0));
    assertEquals(List.of("debt"), card.features().stream().map(one -> one.name()).toList());
    assertTrue(card.limits().get(0).startsWith("模型由外部引入"), card.limits().toString());
  }

  @Test
  void too_few_bad_rows_are_not_judged() {
    assertThrows(IllegalArgumentException.class, () -> card(set(OutsideModelCard.PARTS - 1)));
  }
}
