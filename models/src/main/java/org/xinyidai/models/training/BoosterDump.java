package org.xinyidai.models.training;

import static java.util.Objects.requireNonNull;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.TreeNode;

/** Reads the trees of a booster from its text dump, whose floats are printed to the last bit. */
public final class BoosterDump {
  private static final Pattern SPLIT =
      Pattern.compile(
          "\\s*(\\d+):\\[f(\\d+)<([^\\]]+)\\] yes=(\\d+),no=(\\d+),missing=(\\d+),"
              + "gain=[^,]+,cover=(\\S+)");
  private static final Pattern LEAF = Pattern.compile("\\s*(\\d+):leaf=([^,]+),cover=(\\S+)");

  /** XGBoost gives no cover to a node that only rows of no weight reach. */
  private static final double LEAST_COVER = 1e-6;

  private BoosterDump() {}

  /**
   * The trees of a model. The fences keep the collector from freeing native memory that a call
   * still reads: XGBoost's Java objects free it in a finalizer.
   *
   * @param featureOf per feature number of the booster, its position among the tree inputs
   * @param leafFactor multiplies every leaf: boosters that are averaged share the margin
   */
  static List<DecisionTree> trees(XGBoostModel<Label> model, int[] featureOf, double leafFactor) {
    Booster booster = model.getInnerModels().get(0);
    try {
      return Stream.of(booster.getModelDump("", true))
          .map(text -> tree(text, featureOf, leafFactor))
          .toList();
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost cannot print its trees", e);
    } finally {
      Reference.reachabilityFence(booster);
      Reference.reachabilityFence(model);
    }
  }

  /** One tree of a dump with statistics; the other arguments as above. */
  public static DecisionTree tree(String text, int[] featureOf, double leafFactor) {
    Map<Integer, TreeNode> lines = new HashMap<>();
    for (String line : text.lines().toList()) {
      Matcher split = SPLIT.matcher(line);
      Matcher leaf = LEAF.matcher(line);
      if (split.matches()) {
        lines.put(Integer.valueOf(split.group(1)), split(split, featureOf));
      } else if (leaf.matches()) {
        double value = leafFactor * Float.parseFloat(leaf.group(2));
        lines.put(Integer.valueOf(leaf.group(1)), TreeNode.leaf(value, cover(leaf.group(3))));
      } else {
        throw new IllegalStateException("no node of XGBoost: " + line);
      }
    }
    return new DecisionTree(renumbered(lines));
  }

  private static TreeNode split(Matcher match, int[] featureOf) {
    int left = Integer.parseInt(match.group(4));
    return new TreeNode(
        featureOf[Integer.parseInt(match.group(2))],
        Float.parseFloat(match.group(3)),
        Integer.parseInt(match.group(6)) == left,
        left,
        Integer.parseInt(match.group(5)),
        0,
        cover(match.group(7)));
  }

  private static double cover(String text) {
    return Math.max(LEAST_COVER, Float.parseFloat(text));
  }

  /** XGBoost skips the numbers of pruned nodes; positions, level by level, do not. */
  private static List<TreeNode> renumbered(Map<Integer, TreeNode> lines) {
    List<Integer> order = new ArrayList<>(List.of(0));
    for (int i = 0; i < order.size(); i++) {
      TreeNode node = requireNonNull(lines.get(order.get(i)), "a node without a line");
      if (!node.isLeaf()) {
        order.add(node.left());
        order.add(node.right());
      }
    }
    Map<Integer, Integer> positions = new HashMap<>();
    order.forEach(number -> positions.put(number, positions.size()));
    return order.stream()
        .map(number -> moved(requireNonNull(lines.get(number)), positions))
        .toList();
  }

  private static TreeNode moved(TreeNode node, Map<Integer, Integer> positions) {
    return node.isLeaf()
        ? node
        : new TreeNode(
            node.feature(),
            node.threshold(),
            node.missingLeft(),
            requireNonNull(positions.get(node.left())),
            requireNonNull(positions.get(node.right())),
            0,
            node.cover());
  }
}
