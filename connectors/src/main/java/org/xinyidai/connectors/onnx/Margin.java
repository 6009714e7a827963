package org.xinyidai.connectors.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.models.score.Calibration;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.LinearTerm;
import org.xinyidai.models.score.ModelBody;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.TreeEnsemble;
import org.xinyidai.models.score.TreeInput;
import org.xinyidai.models.score.TreeNode;

/**
 * A sum that the graph computes (图中算式): a constant, a share of each feature, and trees. Immutable.
 *
 * @param slopes per feature, what one unit adds
 * @param missing per feature, what a missing value adds; NaN where the graph has no answer for it
 */
record Margin(
    double constant, List<Double> slopes, List<Double> missing, List<DecisionTree> trees) {
  Margin {
    slopes = List.copyOf(slopes);
    missing = List.copyOf(missing);
    trees = List.copyOf(trees);
  }

  static Margin constant(double constant, int features) {
    List<Double> zeros = IntStream.range(0, features).mapToObj(i -> 0.0).toList();
    return new Margin(constant, zeros, zeros, List.of());
  }

  /** A weight times a column. */
  static Margin of(Column column, double weight, int features) {
    if (weight == 0) {
      return constant(0, features);
    }
    List<Double> slopes = new ArrayList<>(constant(0, features).slopes);
    List<Double> missing = new ArrayList<>(slopes);
    slopes.set(column.input(), weight * column.slope());
    missing.set(column.input(), weight * (column.of(Float.NaN) - column.atZero()));
    return new Margin(weight * column.atZero(), slopes, missing, List.of());
  }

  Margin plus(double term) {
    return new Margin(constant + term, slopes, missing, trees);
  }

  Margin plus(Margin other) {
    List<DecisionTree> both = new ArrayList<>(trees);
    both.addAll(other.trees);
    return new Margin(
        constant + other.constant,
        IntStream.range(0, slopes.size())
            .mapToObj(i -> slopes.get(i) + other.slopes.get(i))
            .toList(),
        IntStream.range(0, missing.size())
            .mapToObj(i -> missing.get(i) + other.missing.get(i))
            .toList(),
        both);
  }

  Margin times(double factor) {
    return new Margin(
        constant * factor,
        slopes.stream().map(slope -> slope * factor).toList(),
        missing.stream().map(one -> one * factor).toList(),
        trees.stream().map(tree -> times(tree, factor)).toList());
  }

  private static DecisionTree times(DecisionTree tree, double factor) {
    return new DecisionTree(
        tree.nodes().stream()
            .map(node -> node.isLeaf() ? TreeNode.leaf(node.value() * factor, node.cover()) : node)
            .toList());
  }

  /** Whether it is the other one's opposite, so that their logistics add up to one. */
  boolean isOppositeOf(Margin other) {
    Margin sum = plus(other);
    return sum.trees.isEmpty()
        && Math.abs(sum.constant) < 1e-6 * (1 + Math.abs(constant))
        && IntStream.range(0, slopes.size())
            .allMatch(i -> Math.abs(sum.slopes.get(i)) <= 1e-6 * Math.abs(slopes.get(i)));
  }

  /**
   * The model.
   *
   * @param inputs the features
   * @throws UnreadableModel when the sum is neither linear nor of trees alone
   */
  ModelBody body(List<ModelInput> inputs, Calibration calibration) throws UnreadableModel {
    if (trees.isEmpty() && calibration.equals(Calibration.Platt.IDENTITY)) {
      return linear(inputs);
    }
    if (trees.isEmpty() || slopes.stream().anyMatch(slope -> slope != 0)) {
      throw new UnreadableModel(
          "the graph is neither a logistic regression nor trees alone; other models are not taken");
    }
    List<TreeInput> numbers =
        IntStream.range(0, inputs.size()).mapToObj(TreeInput::number).toList();
    return new TreeEnsemble(inputs, numbers, constant, trees, calibration).withUsedInputsOnly();
  }

  private LinearModel linear(List<ModelInput> inputs) throws UnreadableModel {
    List<LinearTerm> terms = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (slopes.get(i) == 0) {
        continue;
      }
      if (!Double.isFinite(missing.get(i))) {
        throw new UnreadableModel(
            inputs.get(i).name()
                + " may be missing and the graph has no answer for that; add an Imputer to the"
                + " graph or the member missing to the mapping");
      }
      terms.add(new LinearTerm(inputs.get(i), slopes.get(i), missing.get(i) / slopes.get(i)));
    }
    if (terms.isEmpty()) {
      throw new UnreadableModel("the graph's output does not depend on any feature");
    }
    return new LinearModel(constant, terms);
  }
}
