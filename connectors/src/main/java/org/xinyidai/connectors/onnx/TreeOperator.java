package org.xinyidai.connectors.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.connectors.onnx.Value.Answer;
import org.xinyidai.connectors.onnx.Value.Answers;
import org.xinyidai.connectors.onnx.Value.Columns;
import org.xinyidai.models.score.DecisionTree;

/** TreeEnsembleRegressor and TreeEnsembleClassifier of ai.onnx.ml 1 to 4 (ONNX树集成). */
final class TreeOperator {
  private final int features;

  TreeOperator(int features) {
    this.features = features;
  }

  Answers regressor(Node node, Columns columns) throws UnreadableModel {
    String aggregate = node.text("aggregate_function", "SUM");
    if (!aggregate.equals("SUM") && !aggregate.equals("AVERAGE")) {
      throw Operators.notTaken(node);
    }
    NodeTables tables = new NodeTables(node, columns);
    double share = aggregate.equals("SUM") ? 1 : 1.0 / tables.trees().size();
    int targets = (int) node.integer("n_targets", 1);
    Map<Integer, Map<Long, Double>> leaves = leaves(node, "target", tables);
    return Predictions.transformed(node, sums(node, tables, leaves, targets, share));
  }

  Answers classifier(Node node, Columns columns) throws UnreadableModel {
    NodeTables tables = new NodeTables(node, columns);
    Map<Integer, Map<Long, Double>> leaves = leaves(node, "class", tables);
    int classes =
        Math.max(
            node.ints("classlabels_int64s").size(), node.strings("classlabels_strings").size());
    if (classes != 2 || leaves.keySet().stream().anyMatch(one -> one < 0 || one > 1)) {
      throw new UnreadableModel("a classifier of two outcomes is wanted, not of " + classes);
    }
    if (leaves.size() == 2) {
      return Predictions.transformed(node, sums(node, tables, leaves, classes, 1));
    }
    Map<Integer, Map<Long, Double>> bad = Map.of(0, leaves.values().iterator().next());
    return second(node, sums(node, tables, bad, 1, 1).answers().get(0), isPositive(node));
  }

  /** Leaves of one outcome alone: the runtime makes the other from it. */
  private static Answers second(Node node, Answer bad, boolean positive) throws UnreadableModel {
    Margin margin = bad.margin();
    if (node.text("post_transform", "NONE").equals("LOGISTIC")) {
      return new Answers(List.of(new Answer(margin.times(-1), true), new Answer(margin, true)));
    }
    Margin other = positive ? margin.times(-1).plus(1) : margin.times(-1);
    return Predictions.transformed(
        node, new Answers(List.of(new Answer(other, false), new Answer(margin, false))));
  }

  private static boolean isPositive(Node node) {
    return node.floats("class_weights").stream().allMatch(weight -> weight >= 0);
  }

  private Answers sums(
      Node node,
      NodeTables tables,
      Map<Integer, Map<Long, Double>> leaves,
      int outcomes,
      double share)
      throws UnreadableModel {
    List<Float> base = node.floats("base_values");
    if (!base.isEmpty() && base.size() != outcomes) {
      throw new UnreadableModel(
          "the trees have %d base values for %d outcomes".formatted(base.size(), outcomes));
    }
    List<Answer> answers = new ArrayList<>();
    for (int outcome = 0; outcome < outcomes; outcome++) {
      List<DecisionTree> trees = tables.trees(leaves.getOrDefault(outcome, Map.of()));
      List<Double> zeros = Margin.constant(0, features).slopes();
      Margin margin = new Margin(0, zeros, zeros, trees).times(share);
      answers.add(new Answer(margin.plus(base.isEmpty() ? 0 : base.get(outcome)), false));
    }
    return new Answers(answers);
  }

  /** Per outcome, the weight of each leaf by the key of {@link NodeTables#key}. */
  private static Map<Integer, Map<Long, Double>> leaves(Node node, String kind, NodeTables tables)
      throws UnreadableModel {
    List<Long> ids = node.ints(kind + "_ids");
    List<Long> trees = node.ints(kind + "_treeids");
    List<Long> nodes = node.ints(kind + "_nodeids");
    List<Float> weights = node.floats(kind + "_weights");
    if (weights.size() != ids.size() || trees.size() != ids.size() || nodes.size() != ids.size()) {
      throw new UnreadableModel("the leaves' lists are not of one length; doubles are not taken");
    }
    Map<Integer, Map<Long, Double>> leaves = new HashMap<>();
    IntStream.range(0, ids.size())
        .forEach(
            i ->
                leaves
                    .computeIfAbsent(ids.get(i).intValue(), outcome -> new HashMap<>())
                    .merge(
                        NodeTables.key(trees.get(i), nodes.get(i)),
                        (double) weights.get(i),
                        Double::sum));
    if (tables.trees().isEmpty() || leaves.isEmpty()) {
      throw new UnreadableModel("the graph's ensemble has no trees");
    }
    return leaves;
  }
}
