package org.xinyidai.connectors.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.connectors.onnx.Value.Columns;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.TreeNode;

/** The lists in which ONNX keeps the nodes of all trees (ONNX节点表), turned into trees of ours. */
final class NodeTables {
  /** A thousand trees of depth ten stay below. */
  private static final int MOST_NODES = 2_000_000;

  private static final int DEEPEST = 64;

  private final Columns columns;
  private final Map<Long, Integer> rows = new HashMap<>();
  private final Set<Long> trees = new LinkedHashSet<>();
  private final List<Long> treeIds;
  private final List<Long> featureIds;
  private final List<Float> values;
  private final List<String> modes;
  private final List<Long> whenTrue;
  private final List<Long> whenFalse;
  private final List<Long> missingTrue;
  private final List<Float> hitRates;

  NodeTables(Node node, Columns columns) throws UnreadableModel {
    this.columns = columns;
    treeIds = node.ints("nodes_treeids");
    featureIds = node.ints("nodes_featureids");
    values = node.floats("nodes_values");
    modes = node.strings("nodes_modes");
    whenTrue = node.ints("nodes_truenodeids");
    whenFalse = node.ints("nodes_falsenodeids");
    missingTrue = node.ints("nodes_missing_value_tracks_true");
    hitRates = node.floats("nodes_hitrates");
    List<Long> nodeIds = node.ints("nodes_nodeids");
    int count = treeIds.size();
    if (count > MOST_NODES) {
      throw new UnreadableModel("the trees have more than " + MOST_NODES + " nodes");
    }
    for (List<?> one : List.of(nodeIds, featureIds, values, modes, whenTrue, whenFalse)) {
      if (one.size() != count) {
        throw new UnreadableModel("the nodes' lists are not of one length; doubles are not taken");
      }
    }
    for (int i = 0; i < count; i++) {
      trees.add(treeIds.get(i));
      if (rows.put(key(treeIds.get(i), nodeIds.get(i)), i) != null) {
        throw new UnreadableModel(
            "tree %d has node %d twice".formatted(treeIds.get(i), nodeIds.get(i)));
      }
    }
  }

  /** One number for a node of a tree. */
  static long key(long tree, long node) {
    return (tree << Integer.SIZE) | (node & 0xffff_ffffL);
  }

  /** The trees' numbers, in the order of the file. */
  Set<Long> trees() {
    return trees;
  }

  /**
   * The trees.
   *
   * @param leaves the weight of each leaf by its key; others weigh nothing
   */
  List<DecisionTree> trees(Map<Long, Double> leaves) throws UnreadableModel {
    List<DecisionTree> built = new ArrayList<>();
    for (long tree : trees) {
      List<TreeNode> nodes = new ArrayList<>();
      add(new Place(tree, 0, 0), nodes, leaves);
      built.add(new DecisionTree(nodes));
    }
    return built;
  }

  private record Place(long tree, long node, int depth) {
    Place child(long other) {
      return new Place(tree, other, depth + 1);
    }
  }

  /** Adds a node with all below it, itself first. */
  private void add(Place place, List<TreeNode> nodes, Map<Long, Double> leaves)
      throws UnreadableModel {
    Integer row = rows.get(key(place.tree(), place.node()));
    if (row == null || place.depth() > DEEPEST || nodes.size() > MOST_NODES) {
      throw new UnreadableModel(
          "tree %d lacks node %d, or is deeper than %d"
              .formatted(place.tree(), place.node(), DEEPEST));
    }
    if (modes.get(row).equals("LEAF")) {
      double value = leaves.getOrDefault(key(place.tree(), place.node()), 0.0);
      nodes.add(TreeNode.leaf(value, leafCover(row)));
      return;
    }
    long feature = featureIds.get(row);
    if (feature < 0 || feature >= columns.width()) {
      throw new UnreadableModel("the trees read column " + feature + " of " + columns.width());
    }
    Split split =
        Split.of(
            columns.columns().get((int) feature), modes.get(row), values.get(row), tracks(row));
    long low = split.lowIsTrue() ? whenTrue.get(row) : whenFalse.get(row);
    long high = split.lowIsTrue() ? whenFalse.get(row) : whenTrue.get(row);
    int at = nodes.size();
    nodes.add(TreeNode.leaf(0, 1));
    add(place.child(low), nodes, leaves);
    int right = nodes.size();
    add(place.child(high), nodes, leaves);
    double cover = nodes.get(at + 1).cover() + nodes.get(right).cover();
    int input = columns.columns().get((int) feature).input();
    nodes.set(
        at, new TreeNode(input, split.threshold(), split.missingLow(), at + 1, right, 0, cover));
  }

  private boolean tracks(int row) {
    return !missingTrue.isEmpty() && row < missingTrue.size() && missingTrue.get(row) != 0;
  }

  /** How many rows came to a leaf; where the file does not tell, all leaves count alike. */
  private double leafCover(int row) {
    return row < hitRates.size() && hitRates.get(row) > 0 ? hitRates.get(row).doubleValue() : 1.0;
  }
}
