package org.xinyidai.connectors.onnx;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.connectors.onnx.Column.Step;
import org.xinyidai.connectors.onnx.Value.Answers;
import org.xinyidai.connectors.onnx.Value.Columns;
import org.xinyidai.connectors.onnx.Value.Constant;

/**
 * The operators of ONNX that are taken (ONNX算子), each as a change of what is known of its inputs.
 */
final class Operators {
  /** An input that the node leaves out. */
  static final Value ABSENT = new Constant(List.of(), List.of());

  private final Predictions predictions;

  Operators(int features) {
    predictions = new Predictions(features);
  }

  /**
   * What a node writes.
   *
   * @param output position of the output that is asked for
   * @throws UnreadableModel when the operator, or this use of it, is not taken
   */
  Value apply(Node node, int output, List<Value> inputs) throws UnreadableModel {
    if (node.operator().equals("Constant")) {
      return node.tensor();
    }
    if (inputs.isEmpty()) {
      throw notTaken(node);
    }
    Value first = inputs.get(0);
    return switch (node.operator()) {
      case "Identity", "Cast", "Flatten", "Reshape", "ZipMap" -> first;
      case "Concat", "FeatureVectorizer" -> concat(node, inputs);
      case "Gather" -> gather(node, inputs);
      case "ArrayFeatureExtractor" -> pick(node, first, constant(node, inputs, 1));
      case "Scaler" -> scaler(node, first);
      case "Imputer" -> imputer(node, first);
      case "Add", "Sub", "Mul", "Div" -> arithmetic(node, inputs);
      default -> predictions.apply(node, output, inputs);
    };
  }

  static UnreadableModel notTaken(Node node) {
    return new UnreadableModel(
        "operator "
            + node.operator()
            + " is not taken here; logistic regressions and trees are, behind scalers and imputers");
  }

  static Constant constant(Node node, List<Value> inputs, int position) throws UnreadableModel {
    if (inputs.size() > position && inputs.get(position) instanceof Constant constant) {
      return constant;
    }
    throw notTaken(node);
  }

  static Columns columns(Node node, Value value) throws UnreadableModel {
    if (value instanceof Columns columns) {
      return columns;
    }
    throw notTaken(node);
  }

  private static Value concat(Node node, List<Value> inputs) throws UnreadableModel {
    if (node.operator().equals("Concat") && node.integer("axis", 1) == 0) {
      throw notTaken(node);
    }
    List<Column> columns = new ArrayList<>();
    List<Value.Answer> answers = new ArrayList<>();
    for (Value input : inputs) {
      if (input instanceof Columns some) {
        columns.addAll(some.columns());
      } else if (input instanceof Answers some) {
        answers.addAll(some.answers());
      } else {
        throw notTaken(node);
      }
    }
    if (!columns.isEmpty() && !answers.isEmpty()) {
      throw notTaken(node);
    }
    return answers.isEmpty() ? new Columns(columns) : new Answers(answers);
  }

  private static Value gather(Node node, List<Value> inputs) throws UnreadableModel {
    if (node.integer("axis", 0) == 0) {
      throw notTaken(node);
    }
    return pick(node, inputs.get(0), constant(node, inputs, 1));
  }

  private static Value pick(Node node, Value value, Constant positions) throws UnreadableModel {
    for (int position : positions.positions()) {
      if (position < 0 || position >= value.width()) {
        throw new UnreadableModel(
            "%s takes column %d of %d".formatted(node.operator(), position, value.width()));
      }
    }
    return value.select(positions.positions());
  }

  private static Value scaler(Node node, Value value) throws UnreadableModel {
    List<Float> offsets = node.floats("offset");
    List<Float> scales = node.floats("scale");
    List<Column> scaled = new ArrayList<>();
    for (Column column : columns(node, value).columns()) {
      int i = scaled.size();
      Column shifted =
          offsets.isEmpty() ? column : column.then(new Step.Add(-at(node, offsets, i)));
      scaled.add(
          scales.isEmpty()
              ? shifted
              : shifted.then(new Step.Multiply(factor(at(node, scales, i)))));
    }
    return new Columns(scaled);
  }

  private static Value imputer(Node node, Value value) throws UnreadableModel {
    List<Float> with = node.floats("imputed_value_floats");
    double replaced = node.number("replaced_value_float", 0);
    if (with.isEmpty() || !Double.isNaN(replaced)) {
      throw new UnreadableModel(
          "the Imputer replaces "
              + replaced
              + "; it must replace NaN, for a number may also be a value that somebody has");
    }
    List<Column> filled = new ArrayList<>();
    for (Column column : columns(node, value).columns()) {
      filled.add(column.then(new Step.Impute(at(node, with, filled.size()))));
    }
    return new Columns(filled);
  }

  private static Value arithmetic(Node node, List<Value> inputs) throws UnreadableModel {
    if (inputs.size() == 2
        && inputs.get(0) instanceof Columns columns
        && inputs.get(1) instanceof Constant by) {
      return shifted(node, columns, by);
    }
    if (inputs.size() == 2
        && inputs.get(1) instanceof Columns columns
        && inputs.get(0) instanceof Constant by
        && (node.operator().equals("Add") || node.operator().equals("Mul"))) {
      return shifted(node, columns, by);
    }
    return Predictions.arithmetic(node, inputs);
  }

  private static Value shifted(Node node, Columns columns, Constant by) throws UnreadableModel {
    int width = columns.width();
    if (by.numbers().size() != 1 && by.numbers().size() != width) {
      throw notTaken(node);
    }
    List<Column> shifted = new ArrayList<>();
    for (Column column : columns.columns()) {
      float number = (float) by.of(shifted.size());
      shifted.add(
          column.then(
              switch (node.operator()) {
                case "Add" -> new Step.Add(number);
                case "Sub" -> new Step.Add(-number);
                case "Mul" -> new Step.Multiply(factor(number));
                default -> new Step.Divide(factor(number));
              }));
    }
    return new Columns(shifted);
  }

  private static float at(Node node, List<Float> numbers, int column) throws UnreadableModel {
    if (numbers.size() != 1 && column >= numbers.size()) {
      throw new UnreadableModel(
          node.operator() + " has " + numbers.size() + " numbers, fewer than its columns");
    }
    return numbers.get(numbers.size() == 1 ? 0 : column);
  }

  /** A column that is multiplied by zero says nothing any more. */
  private static float factor(float number) throws UnreadableModel {
    if (number == 0 || !Float.isFinite(number)) {
      throw new UnreadableModel("the graph scales a column by " + number);
    }
    return number;
  }
}
