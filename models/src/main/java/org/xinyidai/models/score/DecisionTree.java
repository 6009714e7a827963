package org.xinyidai.models.score;

import java.util.Arrays;
import java.util.List;

/** A decision tree (决策树) of an ensemble; the first node is the root. */
public record DecisionTree(List<TreeNode> nodes) {
  public DecisionTree {
    nodes = List.copyOf(nodes);
    for (int i = 0; i < nodes.size(); i++) {
      TreeNode node = nodes.get(i);
      if (!node.isLeaf() && !(isChild(node.left(), i, nodes) && isChild(node.right(), i, nodes))) {
        throw new IllegalArgumentException("node " + i + " has no such children: " + node);
      }
      if (!(node.cover() > 0) || !Double.isFinite(node.value()) || Float.isNaN(node.threshold())) {
        throw new IllegalArgumentException("node " + i + " has a bad figure: " + node);
      }
    }
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("a tree without a root");
    }
  }

  private static boolean isChild(int child, int parent, List<TreeNode> nodes) {
    return child > parent && child < nodes.size();
  }

  /** The longest way from the root to a leaf, in splits; 0 for a tree that is one leaf. */
  public int depth() {
    int[] depths = new int[nodes.size()];
    int deepest = 0;
    for (int i = 0; i < depths.length; i++) {
      TreeNode node = nodes.get(i);
      deepest = Math.max(deepest, depths[i]);
      if (!node.isLeaf()) {
        depths[node.left()] = depths[i] + 1;
        depths[node.right()] = depths[i] + 1;
      }
    }
    return deepest;
  }

  /** The same tree where only some features are left, by their old numbers, rising. */
  DecisionTree renumbered(int[] features) {
    return new DecisionTree(
        nodes.stream()
            .map(
                node ->
                    node.isLeaf()
                        ? node
                        : node.withFeature(Arrays.binarySearch(features, node.feature())))
            .toList());
  }

  /** The leaf's value. The slow, obvious way that the compiled one must equal. */
  public double value(float[] treeRow) {
    TreeNode node = nodes.get(0);
    while (!node.isLeaf()) {
      float value = treeRow[node.feature()];
      boolean left = Float.isNaN(value) ? node.missingLeft() : value < node.threshold();
      node = nodes.get(left ? node.left() : node.right());
    }
    return node.value();
  }
}
