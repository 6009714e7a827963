package org.xinyidai.models.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContributionsTest {
  private static double points(double probability) {
    return Scaling.STANDARD.pointsOfLogOdds(Math.log(probability / (1 - probability)));
  }

  private static void assertSumsToTheDifference(CompiledModel model, double[] a, double[] b) {
    double[] before = new double[a.length];
    double[] after = new double[a.length];
    model.contributions(a, before);
    model.contributions(b, after);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += after[i] - before[i];
    }
    double moved = points(model.probabilityOfDefault(b)) - points(model.probabilityOfDefault(a));
    assertEquals(moved, sum, 1e-6);
  }

  @Test
  void those_of_a_linear_model_sum_to_the_difference_of_two_rows() {
    LinearModel linear =
        new LinearModel(
            -1,
            List.of(
                new LinearTerm(ModelInput.numeric("a"), -0.3, 3),
                new LinearTerm(ModelInput.numeric("b"), 0.02, 60)));

    assertSumsToTheDifference(
        linear.compile(Scaling.STANDARD), new double[] {1, 10}, new double[] {5, Double.NaN});
  }

  @Test
  void those_of_trees_sum_to_the_difference_of_two_rows() {
    SplittableRandom random = new SplittableRandom(20241122);
    TreeEnsemble ensemble = Forests.random(random, 4, 20, 4);
    assertSumsToTheDifference(
        ensemble.compile(Scaling.STANDARD),
        new double[] {0.1, 0.9, 0.3, Double.NaN},
        new double[] {0.8, 0.2, 0.6, 0.5});
  }
}
