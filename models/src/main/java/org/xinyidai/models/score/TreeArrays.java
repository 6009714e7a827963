package org.xinyidai.models.score;

import java.util.List;

/** The trees of an ensemble as flat arrays, walked by rows of {@link TreeRows}. */
interface TreeArrays {
  /** Deeper trees would fill a perfect layout with padding. */
  int DEEPEST_PERFECT = 8;

  /** The start plus the leaves of one row, added tree after tree. */
  double sum(float[] row, double start);

  /** Adds the leaves of several rows to their sums, in the same order as {@link #sum}. */
  void addTo(float[] rows, int rowLength, int count, double[] sums);

  static TreeArrays of(List<DecisionTree> trees) {
    int depth = trees.stream().mapToInt(DecisionTree::depth).max().orElse(0);
    return depth <= DEEPEST_PERFECT ? new PerfectTrees(trees, depth) : new LinkedTrees(trees);
  }

  /** Where in a row the node reads: {@link TreeRows} tells why there are two places. */
  static int placeOf(TreeNode node) {
    return 2 * node.feature() + (node.missingLeft() ? 0 : 1);
  }
}
