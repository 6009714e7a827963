package org.xinyidai.models.score;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random ensembles for tests. */
final class Forests {
  private Forests() {}

  static TreeEnsemble random(SplittableRandom random, int features, int trees, int depth) {
    List<ModelInput> inputs =
        IntStream.range(0, features).mapToObj(i -> ModelInput.numeric("x" + i)).toList();
    List<DecisionTree> grown =
        IntStream.range(0, trees).mapToObj(i -> tree(random, features, depth)).toList();
    return new TreeEnsemble(
        inputs,
        IntStream.range(0, features).mapToObj(TreeInput::number).toList(),
        random.nextDouble(-1, 1),
        grown,
        new Calibration.Platt(0.1, 0.9));
  }

  private static DecisionTree tree(SplittableRandom random, int features, int depth) {
    List<TreeNode> nodes = new ArrayList<>();
    grow(nodes, random, features, depth, 1 + random.nextInt(100));
    return new DecisionTree(nodes);
  }

  private static int grow(
      List<TreeNode> nodes, SplittableRandom random, int features, int depth, double cover) {
    int place = nodes.size();
    if (depth == 0 || random.nextInt(6) == 0) {
      nodes.add(TreeNode.leaf(random.nextDouble(-1, 1), cover));
      return place;
    }
    nodes.add(TreeNode.leaf(0, cover));
    double share = random.nextDouble(0.05, 0.95);
    int left = grow(nodes, random, features, depth - 1, cover * share);
    int right = grow(nodes, random, features, depth - 1, cover * (1 - share));
    nodes.set(
        place,
        new TreeNode(
            random.nextInt(features),
            random.nextInt(5) / 4f,
            random.nextBoolean(),
            left,
            right,
            0,
            cover));
    return place;
  }

  static double[] row(SplittableRandom random, int features) {
    double[] row = new double[features];
    for (int i = 0; i < features; i++) {
      row[i] =
          switch (random.nextInt(4)) {
            case 0 -> Double.NaN;
            case 1 -> random.nextInt(5) / 4.0;
            default -> random.nextDouble(-0.5, 1.5);
          };
    }
    return row;
  }
}
