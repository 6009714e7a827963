package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.score.Evaluation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrossValidationTest {

  @Test
  void folds_are_stratified_and_part_all_rows() {
    boolean[] bad = new boolean[123];
    IntStream.range(0, 27).forEach(row -> bad[row * 4] = true);
    Folds folds = Folds.stratified(bad, 5, 3);
    int seen = 0;
    for (int fold = 0; fold < 5; fold++) {
      int[] inside = folds.inside(fold);
      long bads = IntStream.of(inside).filter(row -> bad[row]).count();
      assertTrue(bads == 5 || bads == 6, "bads " + bads);
      assertTrue(inside.length == 24 || inside.length == 25, "rows " + inside.length);
      assertEquals(123, inside.length + folds.outside(fold).length);
      seen += inside.length;
    }
    assertEquals(123, seen);
  }

  @Test
  void pure_noise_is_not_predicted_however_many_columns_there_are() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] rows = new double[120][60];
    boolean[] bad = new boolean[120];
    for (int row = 0; row < 120; row++) {
      bad[row] = row % 4 == 0;
      for (int i = 0; i < 60; i++) {
        rows[row][i] = random.nextDouble();
      }
    }
    List<String> names = IntStream.range(0, 60).mapToObj(i -> "x" + i).toList();
    TrainingSet set = TrainingSet.ofRows(names, rows, bad);
    Evaluation evaluation =
        new CrossValidation(set, CardSettings.forSample(120, 30), 5, 4, 1).evaluate();
    assertEquals(0.5, evaluation.auc().mean(), 0.12);
  }

  @Test
  void tasks_in_any_order_sum_up_to_the_same_figures() {
    TrainingSet set = Samples.lending(600, 2);
    CrossValidation validation =
        new CrossValidation(set, CardSettings.forSample(600, 150), 3, 2, 9);
    List<FoldResult> results = new ArrayList<>();
    for (int task = 0; task < validation.taskCount(); task++) {
      results.add(validation.run(task));
    }
    Collections.reverse(results);
    Evaluation evaluation = validation.summarise(results);
    assertEquals(validation.evaluate(), evaluation);
    assertTrue(evaluation.auc().mean() > 0.75, "auc " + evaluation.auc());
    assertTrue(evaluation.brier() < 0.2, "brier " + evaluation.brier());
    assertEquals(1_200, evaluation.calibration().stream().mapToLong(band -> band.rows()).sum());
    results.remove(0);
    assertThrows(IllegalArgumentException.class, () -> validation.summarise(results));
  }
}
