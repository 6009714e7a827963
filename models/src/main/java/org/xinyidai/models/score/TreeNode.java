package org.xinyidai.models.score;

/**
 * One node of a decision tree (树节点). A row goes left when its value, as a float, is below the
 * threshold.
 *
 * @param feature position among the ensemble's tree inputs; {@link #LEAF} for a leaf
 * @param missingLeft where a missing value goes
 * @param left position of the left child in the tree; above that of its parent
 * @param value of a leaf: what it adds to the log-odds of bad; 0 for a split
 * @param cover weight of the training rows that came here, above zero
 */
public record TreeNode(
    int feature,
    float threshold,
    boolean missingLeft,
    int left,
    int right,
    double value,
    double cover) {
  public static final int LEAF = -1;

  public static TreeNode leaf(double value, double cover) {
    return new TreeNode(LEAF, 0, false, LEAF, LEAF, value, cover);
  }

  TreeNode withFeature(int other) {
    return new TreeNode(other, threshold, missingLeft, left, right, value, cover);
  }

  public boolean isLeaf() {
    return feature == LEAF;
  }
}
