package org.xinyidai.connectors.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.TreeInput;
import org.xinyidai.models.score.TreeNode;

/**
 * The Node elements of one TreeModel (PMML树节点): children are tried in their order, so each becomes
 * a split of ours, with the children after it on the other side.
 */
final class PmmlTreeNodes {
  private static final int DEEPEST = 64;
  private static final float SPLIT_OF_SETS = 0.5f;

  private final List<ModelInput> inputs;
  private final Set<String> floats;
  private final String bad;

  /** A set of categories as a number: 0 for those inside, 1 for all others. */
  private final Map<TreeInput, Integer> sets = new LinkedHashMap<>();

  private String whenMissing = "none";
  private boolean lastPrediction;

  /**
   * @param floats names of the inputs that the file compares as floats
   */
  PmmlTreeNodes(List<ModelInput> inputs, Set<String> floats, String bad) {
    this.inputs = inputs;
    this.floats = floats;
    this.bad = bad;
  }

  String bad() {
    return bad;
  }

  /** The tree inputs that stand for sets of categories, after those that are plain numbers. */
  List<TreeInput> categoryInputs() {
    return List.copyOf(sets.keySet());
  }

  /**
   * What a child asks of a row.
   *
   * @param left whether rows that pass go left
   * @param missing whether missing rows pass, where that is for the predicate itself to say
   */
  private record Test(int feature, float threshold, boolean left, Optional<Boolean> missing) {}

  DecisionTree tree(XmlElement model) throws UnreadableModel {
    whenMissing = model.attribute("missingValueStrategy").orElse("none");
    lastPrediction =
        model.attribute("noTrueChildStrategy").orElse("").equals("returnLastPrediction");
    if (!List.of("none", "defaultChild", "lastPrediction").contains(whenMissing)) {
      throw new UnreadableModel("missingValueStrategy " + whenMissing + " is not taken");
    }
    List<TreeNode> built = new ArrayList<>();
    add(model.child("Node"), 0, built);
    return new DecisionTree(built);
  }

  private void add(XmlElement node, int depth, List<TreeNode> built) throws UnreadableModel {
    List<XmlElement> children = node.children("Node");
    if (depth > DEEPEST) {
      throw new UnreadableModel("a tree is deeper than " + DEEPEST);
    }
    if (children.isEmpty()) {
      built.add(leaf(node));
    } else {
      addFrom(node, children, 0, new Depth(depth, built));
    }
  }

  private record Depth(int depth, List<TreeNode> built) {}

  /** The children from one on, and what happens when none of them is taken. */
  private void addFrom(XmlElement node, List<XmlElement> children, int from, Depth at)
      throws UnreadableModel {
    if (from == children.size()) {
      if (!lastPrediction && !whenMissing.equals("lastPrediction")) {
        throw new UnreadableModel(
            "a Node may leave a row without a true child; which is not taken");
      }
      at.built().add(leaf(node));
      return;
    }
    XmlElement child = children.get(from);
    if (isTaken(children, from)) {
      add(child, at.depth() + 1, at.built());
      return;
    }
    Test test = test(child);
    boolean missingPasses = missingPasses(node, child, test);
    int place = at.built().size();
    at.built().add(TreeNode.leaf(0, 1));
    if (test.left()) {
      add(child, at.depth() + 1, at.built());
    } else {
      addFrom(node, children, from + 1, at);
    }
    int right = at.built().size();
    if (test.left()) {
      addFrom(node, children, from + 1, at);
    } else {
      add(child, at.depth() + 1, at.built());
    }
    double cover = at.built().get(place + 1).cover() + at.built().get(right).cover();
    at.built()
        .set(
            place,
            new TreeNode(
                test.feature(),
                test.threshold(),
                missingPasses == test.left(),
                place + 1,
                right,
                0,
                cover));
  }

  /** Whether a row that comes to this child needs not be asked: it fails all before. */
  private boolean isTaken(List<XmlElement> children, int at) throws UnreadableModel {
    if (children.get(at).find("True").isPresent()) {
      return true;
    }
    if (at != children.size() - 1 || at == 0) {
      return false;
    }
    Test before = test(children.get(at - 1));
    Test last = test(children.get(at));
    return before.feature() == last.feature()
        && before.threshold() == last.threshold()
        && before.left() != last.left()
        && (whenMissing.equals("defaultChild") || before.missing().isPresent());
  }

  private boolean missingPasses(XmlElement node, XmlElement child, Test test)
      throws UnreadableModel {
    if (test.missing().isPresent()) {
      return test.missing().get();
    }
    if (whenMissing.equals("lastPrediction")) {
      throw new UnreadableModel("missingValueStrategy lastPrediction needs isMissing predicates");
    }
    Optional<String> preferred = node.attribute("defaultChild");
    if (whenMissing.equals("defaultChild") && preferred.isEmpty()) {
      throw new UnreadableModel("a Node lacks its defaultChild: where would a missing value go?");
    }
    return whenMissing.equals("defaultChild") && preferred.equals(child.attribute("id"));
  }

  private TreeNode leaf(XmlElement node) throws UnreadableModel {
    double cover = node.attribute("recordCount").isPresent() ? node.number("recordCount") : 1.0;
    List<XmlElement> shares = node.children("ScoreDistribution");
    double value;
    if (shares.isEmpty()) {
      value = node.number("score");
    } else {
      double all = 0;
      double ofBad = 0;
      for (XmlElement share : shares) {
        double count = share.number("recordCount");
        all += count;
        ofBad += share.text("value").equals(bad) ? count : 0;
      }
      value = ofBad / all;
    }
    return TreeNode.leaf(value, cover > 0 ? cover : 1);
  }

  private Test test(XmlElement child) throws UnreadableModel {
    Optional<XmlElement> simple = child.find("SimplePredicate");
    if (simple.isPresent()) {
      return simple(simple.get());
    }
    Optional<XmlElement> set = child.find("SimpleSetPredicate");
    if (set.isPresent()) {
      String operator = set.get().text("booleanOperator");
      if (!operator.equals("isIn") && !operator.equals("isNotIn")) {
        throw new UnreadableModel("operator not taken: " + operator);
      }
      return among(
          input(set.get().text("field")),
          PmmlScorecard.items(set.get().child("Array").text()),
          operator.equals("isIn"));
    }
    throw new UnreadableModel("a Node needs a SimplePredicate, a SimpleSetPredicate or True");
  }

  private Test simple(XmlElement predicate) throws UnreadableModel {
    int input = input(predicate.text("field"));
    String operator = predicate.text("operator");
    return switch (operator) {
      case "isMissing" -> new Test(input, Float.POSITIVE_INFINITY, false, Optional.of(true));
      case "isNotMissing" -> new Test(input, Float.POSITIVE_INFINITY, true, Optional.of(false));
      case "equal", "notEqual" ->
          among(input, List.of(predicate.text("value")), operator.equals("equal"));
      case "lessThan" -> new Test(input, floatFrom(value(predicate)), true, Optional.empty());
      case "lessOrEqual" -> new Test(input, floatAbove(value(predicate)), true, Optional.empty());
      case "greaterOrEqual" ->
          new Test(input, floatFrom(value(predicate)), false, Optional.empty());
      case "greaterThan" -> new Test(input, floatAbove(value(predicate)), false, Optional.empty());
      default -> throw new UnreadableModel("operator not taken: " + operator);
    };
  }

  /** What a predicate compares with, as the file means it. */
  private double value(XmlElement predicate) throws UnreadableModel {
    double written = predicate.number("value");
    float rounded = (float) written;
    return floats.contains(predicate.text("field")) ? rounded : written;
  }

  /** The least float that is not below a value. */
  private static float floatFrom(double value) {
    float near = (float) value;
    return near < value ? Math.nextUp(near) : near;
  }

  /** The least float that is above a value. */
  private static float floatAbove(double value) {
    float near = (float) value;
    return near <= value ? Math.nextUp(near) : near;
  }

  private Test among(int input, List<String> categories, boolean in) throws UnreadableModel {
    ModelInput own = inputs.get(input);
    if (!own.isCategorical()) {
      throw new UnreadableModel(own.name() + " is a number; equality is taken of categories alone");
    }
    List<Double> numbers =
        own.categories().stream().map(one -> categories.contains(one) ? 0.0 : 1.0).toList();
    TreeInput set = new TreeInput(input, numbers, 1);
    sets.putIfAbsent(set, inputs.size() + sets.size());
    return new Test(sets.getOrDefault(set, 0), SPLIT_OF_SETS, in, Optional.empty());
  }

  private int input(String name) throws UnreadableModel {
    return IntStream.range(0, inputs.size())
        .filter(i -> inputs.get(i).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnreadableModel("no DataField " + name));
  }
}
