package org.xinyidai.benchmarks.score;

import java.util.List;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.TreeNode;

/**
 * The yardstick: perfect trees with implicit children and nothing else. No missing values, no
 * conversion, no calibration; four trees, or four rows of one tree, walk side by side.
 */
final class BarePerfectTrees {
  /** Rows whose floats stay in the nearest cache while all trees pass over them. */
  private static final int BLOCK = 32;

  private static final int DEPTH = TreeCase.DEPTH;
  private static final int SPLITS = (1 << DEPTH) - 1;

  private final int treeCount;
  private final int[] features;
  private final float[] thresholds;
  private final float[] leaves;

  BarePerfectTrees(List<DecisionTree> trees) {
    treeCount = trees.size();
    features = new int[treeCount * SPLITS];
    thresholds = new float[treeCount * SPLITS];
    leaves = new float[treeCount * (SPLITS + 1)];
    for (int t = 0; t < treeCount; t++) {
      fill(trees.get(t), 0, t, 0);
    }
  }

  private void fill(DecisionTree tree, int node, int t, int place) {
    TreeNode at = tree.nodes().get(node);
    if (place >= SPLITS) {
      leaves[t * (SPLITS + 1) + place - SPLITS] = (float) at.value();
      return;
    }
    if (!at.isLeaf()) {
      features[t * SPLITS + place] = at.feature();
      thresholds[t * SPLITS + place] = at.threshold();
    }
    fill(tree, at.isLeaf() ? node : at.left(), t, 2 * place + 1);
    fill(tree, at.isLeaf() ? node : at.right(), t, 2 * place + 2);
  }

  /** One row at a place of the floats, four trees at a time. */
  float sum(float[] rows, int row) {
    float sum = 0;
    for (int t = 0; t < treeCount; t += 4) {
      int s0 = t * SPLITS;
      int s1 = s0 + SPLITS;
      int s2 = s1 + SPLITS;
      int s3 = s2 + SPLITS;
      int a = 0;
      int b = 0;
      int c = 0;
      int d = 0;
      for (int level = 0; level < DEPTH; level++) {
        a = 2 * a + 1 + (rows[row + features[s0 + a]] >= thresholds[s0 + a] ? 1 : 0);
        b = 2 * b + 1 + (rows[row + features[s1 + b]] >= thresholds[s1 + b] ? 1 : 0);
        c = 2 * c + 1 + (rows[row + features[s2 + c]] >= thresholds[s2 + c] ? 1 : 0);
        d = 2 * d + 1 + (rows[row + features[s3 + d]] >= thresholds[s3 + d] ? 1 : 0);
      }
      sum += leaves[s0 + t + a - SPLITS] + leaves[s1 + t + 1 + b - SPLITS];
      sum += leaves[s2 + t + 2 + c - SPLITS] + leaves[s3 + t + 3 + d - SPLITS];
    }
    return sum;
  }

  /** All rows, four of them at a time in blocks. */
  void sums(float[] rows, int rowLength, float[] sums) {
    for (int from = 0; from < sums.length; from += BLOCK) {
      int end = Math.min(sums.length, from + BLOCK);
      for (int t = 0; t < treeCount; t++) {
        int s = t * SPLITS;
        int l = s + t - SPLITS;
        for (int i = from; i + 4 <= end; i += 4) {
          int r0 = i * rowLength;
          int r1 = r0 + rowLength;
          int r2 = r1 + rowLength;
          int r3 = r2 + rowLength;
          int a = 0;
          int b = 0;
          int c = 0;
          int d = 0;
          for (int level = 0; level < DEPTH; level++) {
            a = 2 * a + 1 + (rows[r0 + features[s + a]] >= thresholds[s + a] ? 1 : 0);
            b = 2 * b + 1 + (rows[r1 + features[s + b]] >= thresholds[s + b] ? 1 : 0);
            c = 2 * c + 1 + (rows[r2 + features[s + c]] >= thresholds[s + c] ? 1 : 0);
            d = 2 * d + 1 + (rows[r3 + features[s + d]] >= thresholds[s + d] ? 1 : 0);
          }
          sums[i] += leaves[l + a];
          sums[i + 1] += leaves[l + b];
          sums[i + 2] += leaves[l + c];
          sums[i + 3] += leaves[l + d];
        }
      }
    }
  }
}
