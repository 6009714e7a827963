package org.xinyidai.models.score;

import java.util.Arrays;

/**
 * One tree of {@link TreeShap}. A node other than the root stands for the edge that leads to it; an
 * edge on a feature that the path has met before replaces the earlier edge's factor by their joint
 * one.
 */
final class ShapTree {
  private static final int NONE = -1;

  private final TreeNode[] nodes;
  private final int[] parent;

  /** Per node, the nearest edge above on the same feature, or NONE. */
  private final int[] earlier;

  /** Per node, the share of rows that agree with all edges of its feature down to it. */
  private final double[] share;

  private final int points;

  /** Factors z + t (o - z) per node and point: for o = 0, and for o = 1. */
  private final double[] factorOff;

  private final double[] factorOn;
  private final double[] weights;

  ShapTree(DecisionTree tree, GaussLegendre rule) {
    nodes = tree.nodes().toArray(TreeNode[]::new);
    points = rule.nodes().length;
    weights = rule.weights();
    parent = new int[nodes.length];
    earlier = new int[nodes.length];
    share = new double[nodes.length];
    factorOff = new double[nodes.length * points];
    factorOn = new double[nodes.length * points];
    Arrays.fill(parent, NONE);
    Arrays.fill(earlier, NONE);
    for (int i = 0; i < nodes.length; i++) {
      if (!nodes[i].isLeaf()) {
        link(i, nodes[i].left(), rule);
        link(i, nodes[i].right(), rule);
      }
    }
  }

  private void link(int from, int to, GaussLegendre rule) {
    parent[to] = from;
    int above = from;
    while (parent[above] != NONE && nodes[parent[above]].feature() != nodes[from].feature()) {
      above = parent[above];
    }
    earlier[to] = parent[above] == NONE ? NONE : above;
    double before = earlier[to] == NONE ? 1 : share[earlier[to]];
    share[to] = before * nodes[to].cover() / nodes[from].cover();
    for (int q = 0; q < points; q++) {
      double t = rule.nodes()[q];
      factorOff[to * points + q] = share[to] * (1 - t);
      factorOn[to * points + q] = share[to] * (1 - t) + t;
    }
  }

  int size() {
    return nodes.length;
  }

  /** Adds this tree's contributions; the other arrays are room to work in. */
  void add(
      float[] row, double[] contributions, double[] products, double[] sums, boolean[] agrees) {
    descend(row, products, agrees);
    Arrays.fill(sums, 0, nodes.length * points, 0);
    for (int i = nodes.length - 1; i > 0; i--) {
      if (nodes[i].isLeaf()) {
        for (int q = 0; q < points; q++) {
          sums[i * points + q] = nodes[i].value() * weights[q] * products[i * points + q];
        }
      }
      int feature = nodes[parent[i]].feature();
      contributions[feature] += effect(i, i, sums, agrees);
      if (earlier[i] != NONE) {
        contributions[feature] -= effect(i, earlier[i], sums, agrees);
      }
      for (int q = 0; q < points; q++) {
        sums[parent[i] * points + q] += sums[i * points + q];
      }
    }
  }

  private void descend(float[] row, double[] products, boolean[] agrees) {
    Arrays.fill(products, 0, points, 1);
    for (int i = 1; i < nodes.length; i++) {
      TreeNode split = nodes[parent[i]];
      float value = row[split.feature()];
      boolean left = Float.isNaN(value) ? split.missingLeft() : value < split.threshold();
      int before = earlier[i];
      agrees[i] = left == (split.left() == i) && (before == NONE || agrees[before]);
      double[] factors = agrees[i] ? factorOn : factorOff;
      for (int q = 0; q < points; q++) {
        double product = products[parent[i] * points + q] * factors[i * points + q];
        products[i * points + q] = before == NONE ? product : product / factor(before, q, agrees);
      }
    }
  }

  /** What the edge's feature adds over the leaves below node {@code i}. */
  private double effect(int i, int edge, double[] sums, boolean[] agrees) {
    double integral = 0;
    for (int q = 0; q < points; q++) {
      integral += sums[i * points + q] / factor(edge, q, agrees);
    }
    return ((agrees[edge] ? 1 : 0) - share[edge]) * integral;
  }

  private double factor(int edge, int q, boolean[] agrees) {
    return (agrees[edge] ? factorOn : factorOff)[edge * points + q];
  }
}
