package org.xinyidai.models.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TreesPropertyTest {

  @Property(tries = 150)
  void the_flat_arrays_equal_the_plain_trees_to_the_bit_one_by_one_and_in_batch(
      @ForAll long seed, @ForAll @IntRange(max = 11) int depth) {
    SplittableRandom random = new SplittableRandom(seed);
    int features = 1 + random.nextInt(6);
    TreeEnsemble ensemble = Forests.random(random, features, 1 + random.nextInt(9), depth);
    CompiledModel compiled = ensemble.compile(Scaling.STANDARD);
    double[][] rows = new double[1 + random.nextInt(70)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Forests.row(random, features);
    }
    double[] batch = new double[rows.length];
    compiled.probabilitiesOfDefault(rows, batch);
    for (int i = 0; i < rows.length; i++) {
      double slow = ensemble.calibration().probability(ensemble.margin(rows[i]));
      assertEquals(slow, compiled.probabilityOfDefault(rows[i]), 0.0);
      assertEquals(slow, batch[i], 0.0);
    }
  }

  @Property(tries = 150)
  void shap_equals_the_definition_of_shapley_values(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int depth) {
    SplittableRandom random = new SplittableRandom(seed);
    int features = 1 + random.nextInt(5);
    TreeEnsemble ensemble = Forests.random(random, features, 1 + random.nextInt(3), depth);
    double[] row = Forests.row(random, features);
    double[] contributions = new double[features];
    TreeShap shap = new TreeShap(ensemble);
    shap.contributions(row, contributions);
    double sum = shap.averageMargin();
    for (int i = 0; i < features; i++) {
      assertEquals(slowShapley(ensemble, row, i), contributions[i], 1e-9, "feature " + i);
      sum += contributions[i];
    }
    assertEquals(ensemble.margin(row), sum, 1e-9);
  }

  private static double slowShapley(TreeEnsemble ensemble, double[] row, int feature) {
    int features = row.length;
    double sum = 0;
    for (int known = 0; known < 1 << features; known++) {
      if ((known >> feature & 1) == 0) {
        int size = Integer.bitCount(known);
        double weight = factorial(size) * factorial(features - size - 1) / factorial(features);
        double gain =
            slowValue(ensemble, row, known | 1 << feature) - slowValue(ensemble, row, known);
        sum += weight * gain;
      }
    }
    return sum;
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  /** The mean over the ways of features that are not known, by cover. */
  private static double slowValue(TreeEnsemble ensemble, double[] row, int known) {
    double sum = 0;
    for (DecisionTree tree : ensemble.trees()) {
      sum += slowValue(tree, 0, ensemble.treeRow(row), known);
    }
    return sum;
  }

  private static double slowValue(DecisionTree tree, int place, float[] row, int known) {
    TreeNode node = tree.nodes().get(place);
    if (node.isLeaf()) {
      return node.value();
    }
    if ((known >> node.feature() & 1) == 1) {
      float value = row[node.feature()];
      boolean left = Float.isNaN(value) ? node.missingLeft() : value < node.threshold();
      return slowValue(tree, left ? node.left() : node.right(), row, known);
    }
    double share = tree.nodes().get(node.left()).cover() / node.cover();
    double other = tree.nodes().get(node.right()).cover() / node.cover();
    return share * slowValue(tree, node.left(), row, known)
        + other * slowValue(tree, node.right(), row, known);
  }

  @Property(tries = 100)
  void the_rule_integrates_polynomials_exactly(
      @ForAll @IntRange(min = 1, max = 8) int points, @ForAll @IntRange(max = 15) int power) {
    GaussLegendre rule = GaussLegendre.ofPoints(points);
    double sum = 0;
    for (int i = 0; i < points; i++) {
      sum += rule.weights()[i] * Math.pow(rule.nodes()[i], power);
    }
    assertTrue(power >= 2 * points || Math.abs(sum - 1.0 / (power + 1)) < 1e-14);
  }
}
