package org.xinyidai.connectors.onnx;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.connectors.onnx.Value.Answer;
import org.xinyidai.connectors.onnx.Value.Answers;
import org.xinyidai.connectors.onnx.Value.Columns;
import org.xinyidai.connectors.onnx.Value.Constant;

/** The operators that predict, and what may follow them (ONNX预测算子). */
final class Predictions {
  private final int features;
  private final TreeOperator trees;

  Predictions(int features) {
    this.features = features;
    trees = new TreeOperator(features);
  }

  Value apply(Node node, int output, List<Value> inputs) throws UnreadableModel {
    Value first = inputs.get(0);
    return switch (node.operator()) {
      case "MatMul" -> weighted(node, inputs, false);
      case "Gemm" -> gemm(node, inputs);
      case "LinearRegressor" -> linear(node, Operators.columns(node, first));
      case "LinearClassifier" ->
          probabilities(node, output, linear(node, Operators.columns(node, first)));
      case "TreeEnsembleRegressor" -> trees.regressor(node, Operators.columns(node, first));
      case "TreeEnsembleClassifier" ->
          probabilities(node, output, trees.classifier(node, Operators.columns(node, first)));
      case "Sigmoid" -> logistic(node, answers(node, first));
      case "Softmax" -> softmax(node, answers(node, first));
      case "Normalizer" -> normalizer(node, answers(node, first));
      case "Neg" -> each(answers(node, first), answer -> negative(node, answer));
      default -> throw Operators.notTaken(node);
    };
  }

  /** A change of one answer. */
  private interface Change {
    Answer of(Answer answer) throws UnreadableModel;
  }

  private static Answers each(Answers answers, Change change) throws UnreadableModel {
    List<Answer> changed = new ArrayList<>();
    for (Answer answer : answers.answers()) {
      changed.add(change.of(answer));
    }
    return new Answers(changed);
  }

  private static Answers answers(Node node, Value value) throws UnreadableModel {
    if (value instanceof Answers answers) {
      return answers;
    }
    throw Operators.notTaken(node);
  }

  private Answers weighted(Node node, List<Value> inputs, boolean transposed)
      throws UnreadableModel {
    Columns columns = Operators.columns(node, inputs.get(0));
    Constant weights = Operators.constant(node, inputs, 1);
    int rows = columns.width();
    int outcomes = weights.numbers().size() / rows;
    if (rows * outcomes != weights.numbers().size() || outcomes == 0) {
      throw new UnreadableModel(
          "%s has %d weights for %d columns"
              .formatted(node.operator(), weights.numbers().size(), rows));
    }
    List<Answer> answers = new ArrayList<>();
    for (int outcome = 0; outcome < outcomes; outcome++) {
      Margin sum = Margin.constant(0, features);
      for (int row = 0; row < rows; row++) {
        int place = transposed ? outcome * rows + row : row * outcomes + outcome;
        sum =
            sum.plus(Margin.of(columns.columns().get(row), weights.numbers().get(place), features));
      }
      answers.add(new Answer(sum, false));
    }
    return new Answers(answers);
  }

  private Value gemm(Node node, List<Value> inputs) throws UnreadableModel {
    if (node.integer("transA", 0) != 0) {
      throw Operators.notTaken(node);
    }
    double alpha = node.number("alpha", 1);
    Answers product =
        each(
            weighted(node, inputs, node.integer("transB", 0) != 0),
            answer -> new Answer(answer.margin().times(alpha), false));
    if (inputs.size() < 3 || inputs.get(2).equals(Operators.ABSENT)) {
      return product;
    }
    double beta = node.number("beta", 1);
    Constant terms = Operators.constant(node, inputs, 2);
    List<Answer> answers = new ArrayList<>();
    for (Answer answer : product.answers()) {
      answers.add(plus(node, answer, beta * at(node, terms, answers.size())));
    }
    return new Answers(answers);
  }

  private Answers linear(Node node, Columns columns) throws UnreadableModel {
    List<Double> weights = node.floats("coefficients").stream().map(Float::doubleValue).toList();
    List<Value> inputs = List.of(columns, new Constant(List.of(), weights));
    List<Float> intercepts = node.floats("intercepts");
    List<Answer> answers = new ArrayList<>();
    for (Answer answer : weighted(node, inputs, true).answers()) {
      int i = answers.size();
      answers.add(
          plus(node, answer, i < intercepts.size() ? intercepts.get(i).doubleValue() : 0.0));
    }
    return transformed(node, new Answers(answers));
  }

  /** What follows inside of the operator itself. */
  static Answers transformed(Node node, Answers answers) throws UnreadableModel {
    return switch (node.text("post_transform", "NONE")) {
      case "NONE" -> answers;
      case "LOGISTIC" -> logistic(node, answers);
      case "SOFTMAX" -> softmax(node, answers);
      default -> throw Operators.notTaken(node);
    };
  }

  /** Classifiers write the label first, then what they think of each outcome. */
  private static Answers probabilities(Node node, int output, Answers answers)
      throws UnreadableModel {
    if (output != 1) {
      throw new UnreadableModel(
          "the label of " + node.operator() + " is no probability; name the other output");
    }
    return answers;
  }

  static Answers logistic(Node node, Answers answers) throws UnreadableModel {
    return each(
        answers,
        answer -> {
          if (answer.logistic()) {
            throw Operators.notTaken(node);
          }
          return new Answer(answer.margin(), true);
        });
  }

  private static Answers softmax(Node node, Answers answers) throws UnreadableModel {
    List<Answer> both = answers.answers();
    if (both.size() != 2 || both.get(0).logistic() || both.get(1).logistic()) {
      throw Operators.notTaken(node);
    }
    Margin lead = both.get(1).margin().plus(both.get(0).margin().times(-1));
    return new Answers(List.of(new Answer(lead.times(-1), true), new Answer(lead, true)));
  }

  /** Two probabilities that add up to one already are left as they are. */
  private static Answers normalizer(Node node, Answers answers) throws UnreadableModel {
    List<Answer> both = answers.answers();
    boolean complete =
        node.text("norm", "MAX").equals("L1")
            && both.size() == 2
            && both.get(0).logistic()
            && both.get(1).logistic()
            && both.get(0).margin().isOppositeOf(both.get(1).margin());
    if (!complete) {
      throw Operators.notTaken(node);
    }
    return answers;
  }

  private static Answer negative(Node node, Answer answer) throws UnreadableModel {
    if (answer.logistic()) {
      throw Operators.notTaken(node);
    }
    return new Answer(answer.margin().times(-1), false);
  }

  private static Answer plus(Node node, Answer answer, double term) throws UnreadableModel {
    if (term != 0 && answer.logistic()) {
      throw Operators.notTaken(node);
    }
    return new Answer(answer.margin().plus(term), answer.logistic());
  }

  private static Answer times(Node node, Answer answer, double factor) throws UnreadableModel {
    if (factor != 1 && answer.logistic()) {
      throw Operators.notTaken(node);
    }
    return new Answer(answer.margin().times(factor), answer.logistic());
  }

  /** Sums and products of answers and constants, and one minus a probability. */
  static Value arithmetic(Node node, List<Value> inputs) throws UnreadableModel {
    if (inputs.size() != 2) {
      throw Operators.notTaken(node);
    }
    if (inputs.get(0) instanceof Answers left && inputs.get(1) instanceof Constant by) {
      return withConstant(node, left, by);
    }
    if (inputs.get(1) instanceof Answers right && inputs.get(0) instanceof Constant by) {
      return switch (node.operator()) {
        case "Add", "Mul" -> withConstant(node, right, by);
        case "Sub" -> each(right, answer -> complement(node, answer, at(node, by, 0)));
        default -> throw Operators.notTaken(node);
      };
    }
    if (inputs.get(0) instanceof Answers left
        && inputs.get(1) instanceof Answers right
        && left.width() == right.width()
        && (node.operator().equals("Add") || node.operator().equals("Sub"))) {
      double sign = node.operator().equals("Add") ? 1 : -1;
      List<Answer> sums = new ArrayList<>();
      for (Answer one : left.answers()) {
        Answer other = right.answers().get(sums.size());
        Margin sum = one.margin().plus(times(node, other, sign).margin());
        sums.add(logisticIsNot(node, one, new Answer(sum, false)));
      }
      return new Answers(sums);
    }
    throw Operators.notTaken(node);
  }

  private static Answer logisticIsNot(Node node, Answer one, Answer sum) throws UnreadableModel {
    if (one.logistic()) {
      throw Operators.notTaken(node);
    }
    return sum;
  }

  private static Answers withConstant(Node node, Answers answers, Constant by)
      throws UnreadableModel {
    List<Answer> changed = new ArrayList<>();
    for (Answer answer : answers.answers()) {
      double number = at(node, by, changed.size());
      changed.add(
          switch (node.operator()) {
            case "Add" -> plus(node, answer, number);
            case "Sub" -> plus(node, answer, -number);
            case "Mul" -> times(node, answer, number);
            default -> times(node, answer, 1 / number);
          });
    }
    return new Answers(changed);
  }

  private static Answer complement(Node node, Answer answer, double from) throws UnreadableModel {
    if (answer.logistic() && from != 1) {
      throw Operators.notTaken(node);
    }
    Margin negative = answer.margin().times(-1);
    return new Answer(answer.logistic() ? negative : negative.plus(from), answer.logistic());
  }

  private static double at(Node node, Constant constant, int column) throws UnreadableModel {
    int size = constant.numbers().size();
    if (size != 1 && column >= size) {
      throw Operators.notTaken(node);
    }
    return constant.of(column);
  }
}
