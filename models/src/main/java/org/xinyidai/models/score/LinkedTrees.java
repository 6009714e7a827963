package org.xinyidai.models.score;

import java.util.List;

/** Trees of any depth as node arrays, siblings side by side. */
final class LinkedTrees implements TreeArrays {
  /** Per node, where in a row it reads; below zero for a leaf. */
  private final int[] places;

  private final float[] thresholds;

  /** Per split, its left child; the right one is next to it. */
  private final int[] lefts;

  private final double[] values;
  private final int[] roots;
  private int filled;

  LinkedTrees(List<DecisionTree> trees) {
    int nodes = trees.stream().mapToInt(tree -> tree.nodes().size()).sum();
    places = new int[nodes];
    thresholds = new float[nodes];
    lefts = new int[nodes];
    values = new double[nodes];
    roots = new int[trees.size()];
    for (int t = 0; t < roots.length; t++) {
      roots[t] = filled++;
      fill(trees.get(t), 0, roots[t]);
    }
  }

  private void fill(DecisionTree tree, int node, int place) {
    TreeNode at = tree.nodes().get(node);
    places[place] = at.isLeaf() ? TreeNode.LEAF : TreeArrays.placeOf(at);
    thresholds[place] = at.threshold();
    values[place] = at.value();
    if (!at.isLeaf()) {
      int left = filled;
      filled += 2;
      lefts[place] = left;
      fill(tree, at.left(), left);
      fill(tree, at.right(), left + 1);
    }
  }

  @Override
  public double sum(float[] row, double start) {
    double sum = start;
    for (int root : roots) {
      sum += leaf(row, 0, root);
    }
    return sum;
  }

  @Override
  public void addTo(float[] rows, int rowLength, int count, double[] sums) {
    for (int root : roots) {
      for (int i = 0; i < count; i++) {
        sums[i] += leaf(rows, i * rowLength, root);
      }
    }
  }

  private double leaf(float[] rows, int row, int root) {
    int at = root;
    for (int place = places[at]; place >= 0; place = places[at]) {
      at = lefts[at] + (rows[row + place] >= thresholds[at] ? 1 : 0);
    }
    return values[at];
  }
}
