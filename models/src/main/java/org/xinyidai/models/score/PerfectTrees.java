package org.xinyidai.models.score;

import java.util.List;

/**
 * Trees padded to one depth, where the children of node i are 2i+1 and 2i+2. Walks have no branch
 * to guess, so several of them, of one row or of several, run side by side.
 */
final class PerfectTrees implements TreeArrays {
  private final int depth;
  private final int treeCount;

  /** Nodes of a tree that are not leaves; its leaves are one more. */
  private final int splits;

  private final int[] places;
  private final float[] thresholds;
  private final double[] leaves;

  PerfectTrees(List<DecisionTree> trees, int depth) {
    this.depth = depth;
    treeCount = trees.size();
    splits = (1 << depth) - 1;
    places = new int[treeCount * splits];
    thresholds = new float[treeCount * splits];
    leaves = new double[treeCount * (splits + 1)];
    for (int t = 0; t < treeCount; t++) {
      fill(trees.get(t), 0, t, 0);
    }
  }

  /** Writes the subtree of a node; a leaf above the last level stands under every way below it. */
  private void fill(DecisionTree tree, int node, int t, int place) {
    TreeNode at = tree.nodes().get(node);
    if (place >= splits) {
      leaves[t * (splits + 1) + place - splits] = at.value();
      return;
    }
    if (!at.isLeaf()) {
      places[t * splits + place] = TreeArrays.placeOf(at);
      thresholds[t * splits + place] = at.threshold();
    }
    fill(tree, at.isLeaf() ? node : at.left(), t, 2 * place + 1);
    fill(tree, at.isLeaf() ? node : at.right(), t, 2 * place + 2);
  }

  @Override
  public double sum(float[] row, double start) {
    double sum = start;
    int t = 0;
    for (; t + 4 <= treeCount; t += 4) {
      int s0 = t * splits;
      int s1 = s0 + splits;
      int s2 = s1 + splits;
      int s3 = s2 + splits;
      int a = 0;
      int b = 0;
      int c = 0;
      int d = 0;
      for (int level = 0; level < depth; level++) {
        a = next(row, 0, s0, a);
        b = next(row, 0, s1, b);
        c = next(row, 0, s2, c);
        d = next(row, 0, s3, d);
      }
      sum += leaves[s0 + t + a - splits];
      sum += leaves[s1 + t + 1 + b - splits];
      sum += leaves[s2 + t + 2 + c - splits];
      sum += leaves[s3 + t + 3 + d - splits];
    }
    for (; t < treeCount; t++) {
      sum += leaf(row, 0, t);
    }
    return sum;
  }

  @Override
  public void addTo(float[] rows, int rowLength, int count, double[] sums) {
    for (int t = 0; t < treeCount; t++) {
      int s = t * splits;
      int l = s + t - splits;
      int i = 0;
      for (; i + 4 <= count; i += 4) {
        int r0 = i * rowLength;
        int r1 = r0 + rowLength;
        int r2 = r1 + rowLength;
        int r3 = r2 + rowLength;
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        for (int level = 0; level < depth; level++) {
          a = next(rows, r0, s, a);
          b = next(rows, r1, s, b);
          c = next(rows, r2, s, c);
          d = next(rows, r3, s, d);
        }
        sums[i] += leaves[l + a];
        sums[i + 1] += leaves[l + b];
        sums[i + 2] += leaves[l + c];
        sums[i + 3] += leaves[l + d];
      }
      for (; i < count; i++) {
        sums[i] += leaf(rows, i * rowLength, t);
      }
    }
  }

  private double leaf(float[] rows, int row, int t) {
    int at = 0;
    for (int level = 0; level < depth; level++) {
      at = next(rows, row, t * splits, at);
    }
    return leaves[t * (splits + 1) + at - splits];
  }

  private int next(float[] rows, int row, int tree, int at) {
    int node = tree + at;
    return 2 * at + 1 + (rows[row + places[node]] >= thresholds[node] ? 1 : 0);
  }
}
