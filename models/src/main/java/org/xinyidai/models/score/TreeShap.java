package org.xinyidai.models.score;

import java.util.Arrays;
import java.util.List;

/**
 * What each input adds to the raw log-odds of one row, against the average training row: exact
 * path-dependent Shapley values (S. Lundberg and others, Consistent Individualized Feature
 * Attribution for Tree Ensembles, 2018).
 *
 * <p>A leaf is a product game: it pays its value when every feature on its path agrees, and a
 * feature that is not known agrees in the share z of the training rows that went that way. The
 * Shapley value of feature i in such a game is value x (o_i - z_i) x the integral over t in 0..1 of
 * the product over the others of z_j + t (o_j - z_j), where o is 1 if the row agrees, else 0. The
 * integrand is a polynomial of degree below the depth, so a Gauss rule of half as many points is
 * exact. For each point all products of a tree are built in one pass down and paid in one pass up.
 */
final class TreeShap {
  private final TreeEnsemble ensemble;
  private final ShapTree[] trees;
  private final int[] inputOfFeature;
  private final int largest;

  TreeShap(TreeEnsemble ensemble) {
    this.ensemble = ensemble;
    int depth = ensemble.trees().stream().mapToInt(DecisionTree::depth).max().orElse(0);
    GaussLegendre rule = GaussLegendre.ofPoints(Math.max(1, (depth + 1) / 2));
    trees =
        ensemble.trees().stream().map(tree -> new ShapTree(tree, rule)).toArray(ShapTree[]::new);
    largest = Arrays.stream(trees).mapToInt(ShapTree::nodes).max().orElse(0);
    inputOfFeature = ensemble.treeInputs().stream().mapToInt(TreeInput::input).toArray();
  }

  /**
   * Overwrites {@code contributions}, one per input of the ensemble; they sum to the margin of the
   * row less that of the average row.
   */
  void contributions(double[] row, double[] contributions) {
    float[] treeRow = ensemble.treeRow(row);
    double[] perFeature = new double[treeRow.length];
    ShapTree.Room room = new ShapTree.Room(largest);
    for (ShapTree tree : trees) {
      tree.add(treeRow, perFeature, room);
    }
    Arrays.fill(contributions, 0);
    for (int i = 0; i < perFeature.length; i++) {
      contributions[inputOfFeature[i]] += perFeature[i];
    }
  }

  /** The margin of the average training row. */
  double averageMargin() {
    double sum = ensemble.baseMargin();
    for (DecisionTree tree : ensemble.trees()) {
      List<TreeNode> nodes = tree.nodes();
      for (TreeNode node : nodes) {
        sum += node.isLeaf() ? node.value() * node.cover() / nodes.get(0).cover() : 0;
      }
    }
    return sum;
  }
}
