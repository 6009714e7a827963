package org.xinyidai.models.score;

import java.util.Arrays;

/**
 * One tree of {@link TreeShap}: its splits level by level, then its leaves.
 *
 * <p>Going down, a side's factor beside that of the same feature's nearest edge above (one where
 * there is none) is r for the side that the row does not take and 1 - r for the other, for the two
 * add up to one. So with U as what the leaves below pay, the leaves below a split pay U(taken) - r
 * x (U(taken) - U(other)), and the split's feature earns that difference x the product above x z /
 * f², where z is the other side's share and f the factor of the edge above. A split below an edge
 * that the row did not take earns nothing: both its sides are shares alone.
 */
final class ShapTree {
  /** Ways a split may be met: the row goes left, it goes right, or it left this feature before. */
  private static final int WAYS = 3;

  private static final int AWAY = 2;

  private final int points;

  /** Per split, the feature; the rest of the nodes are leaves. */
  private final int[] features;

  private final float[] thresholds;
  private final boolean[] missingLeft;

  /** Per split and side, the node there. */
  private final int[] children;

  /** Per split, the nearest split above on the same feature, or the split itself. */
  private final int[] earlier;

  /** Per split, which way at that split leads here. */
  private final int[] earlierWay;

  /** The values of the leaves. */
  private final double[] leaves;

  /** Per point, split and way: the factor r of the side not taken; when away, of the right one. */
  private final double[][] otherFactor;

  /** Per point, split and way: what the difference of the sides earns; when away nothing. */
  private final double[][] earned;

  ShapTree(DecisionTree tree, GaussLegendre rule) {
    int[] splits = levelOrder(tree);
    int count = splits.length;
    points = rule.nodes().length;
    features = new int[count];
    thresholds = new float[count];
    missingLeft = new boolean[count];
    children = new int[2 * count];
    earlier = new int[count];
    earlierWay = new int[count];
    leaves = new double[count + 1];
    otherFactor = new double[points][count * WAYS];
    earned = new double[points][count * WAYS];
    place(tree, splits);
    int[] parents = new int[2 * count + 1];
    double[] shares = new double[2 * count + 1];
    for (int i = 0; i < count; i++) {
      TreeNode split = tree.nodes().get(splits[i]);
      double left = tree.nodes().get(split.left()).cover();
      double right = tree.nodes().get(split.right()).cover();
      parents[children[2 * i]] = i;
      parents[children[2 * i + 1]] = i;
      weigh(i, left / (left + right), parents, shares, rule);
    }
  }

  /** The positions of the tree's splits, level by level. */
  private static int[] levelOrder(DecisionTree tree) {
    int[] order = new int[tree.nodes().size()];
    int filled = tree.nodes().get(0).isLeaf() ? 0 : 1;
    for (int i = 0; i < filled; i++) {
      TreeNode node = tree.nodes().get(order[i]);
      for (int child : new int[] {node.left(), node.right()}) {
        if (!tree.nodes().get(child).isLeaf()) {
          order[filled++] = child;
        }
      }
    }
    return Arrays.copyOf(order, filled);
  }

  private void place(DecisionTree tree, int[] splits) {
    int nextSplit = 1;
    int nextLeaf = 0;
    if (splits.length == 0) {
      leaves[0] = tree.nodes().get(0).value();
    }
    for (int i = 0; i < splits.length; i++) {
      TreeNode split = tree.nodes().get(splits[i]);
      features[i] = split.feature();
      thresholds[i] = split.threshold();
      missingLeft[i] = split.missingLeft();
      for (int side = 0; side < 2; side++) {
        TreeNode child = tree.nodes().get(side == 0 ? split.left() : split.right());
        if (child.isLeaf()) {
          leaves[nextLeaf] = child.value();
          children[2 * i + side] = splits.length + nextLeaf++;
        } else {
          children[2 * i + side] = nextSplit++;
        }
      }
    }
  }

  /**
   * @param shares per node, the share of rows that agree with all splits of its parent's feature
   *     down to it; those of the split's children are written
   */
  private void weigh(
      int split, double leftShare, int[] parents, double[] shares, GaussLegendre rule) {
    int edge = split;
    while (edge != 0 && features[parents[edge]] != features[split]) {
      edge = parents[edge];
    }
    earlier[split] = edge == 0 ? split : parents[edge];
    earlierWay[split] = edge == children[2 * earlier[split]] ? 0 : 1;
    double before = edge == 0 ? 1 : shares[edge];
    double[] sides = {before * leftShare, before * (1 - leftShare)};
    shares[children[2 * split]] = sides[0];
    shares[children[2 * split + 1]] = sides[1];
    for (int q = 0; q < points; q++) {
      double t = rule.nodes()[q];
      double factor = before + t * (1 - before);
      for (int way = 0; way < AWAY; way++) {
        double other = sides[1 - way];
        otherFactor[q][WAYS * split + way] = other * (1 - t) / factor;
        earned[q][WAYS * split + way] = rule.weights()[q] * other / (factor * factor);
      }
      otherFactor[q][WAYS * split + AWAY] = 1 - leftShare;
    }
  }

  int nodes() {
    return features.length + leaves.length;
  }

  /** Adds this tree's contributions. */
  void add(float[] row, double[] contributions, Room room) {
    int count = features.length;
    chooseWays(row, room);
    Arrays.fill(room.earned, 0, count, 0);
    System.arraycopy(leaves, 0, room.pays, count, leaves.length);
    for (int q = 0; q < points; q++) {
      descend(otherFactor[q], room);
      ascend(otherFactor[q], earned[q], room);
    }
    for (int i = 0; i < count; i++) {
      contributions[features[i]] += room.earned[i];
    }
  }

  /** Arrays to work in, as long as the nodes of the largest tree. */
  static final class Room {
    /** Per split, where in the tables by split and way the row's way stands. */
    private final int[] places;

    /** Per split, the node that is taken and the other one. */
    private final int[] taken;

    private final int[] other;
    private final double[] products;
    private final double[] pays;
    private final double[] earned;

    Room(int size) {
      places = new int[size];
      taken = new int[size];
      other = new int[size];
      products = new double[size];
      pays = new double[size];
      earned = new double[size];
    }
  }

  private void chooseWays(float[] row, Room room) {
    for (int i = 0; i < features.length; i++) {
      float value = row[features[i]];
      int right = value >= thresholds[i] ? 1 : 0;
      if (Float.isNaN(value)) {
        right = missingLeft[i] ? 0 : 1;
      }
      int way = right;
      if (earlier[i] != i && room.places[earlier[i]] != WAYS * earlier[i] + earlierWay[i]) {
        way = AWAY;
        right = 0;
      }
      room.places[i] = WAYS * i + way;
      room.taken[i] = children[2 * i + right];
      room.other[i] = children[2 * i + 1 - right];
    }
  }

  private void descend(double[] factors, Room room) {
    double[] products = room.products;
    products[0] = 1;
    for (int i = 0; i < features.length; i++) {
      double other = products[i] * factors[room.places[i]];
      products[room.taken[i]] = products[i] - other;
      products[room.other[i]] = other;
    }
  }

  private void ascend(double[] factors, double[] earns, Room room) {
    double[] pays = room.pays;
    for (int i = features.length - 1; i >= 0; i--) {
      int place = room.places[i];
      double taken = pays[room.taken[i]];
      double difference = taken - pays[room.other[i]];
      pays[i] = taken - factors[place] * difference;
      room.earned[i] += room.products[i] * difference * earns[place];
    }
  }
}
