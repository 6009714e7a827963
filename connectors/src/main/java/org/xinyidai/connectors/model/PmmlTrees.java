package org.xinyidai.connectors.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.xinyidai.models.score.Calibration;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.TreeEnsemble;
import org.xinyidai.models.score.TreeInput;
import org.xinyidai.models.score.TreeNode;

/**
 * TreeModel and MiningModel elements (PMML树模型): one tree, a sum or an average of trees, or a chain
 * that ends with the logistic function of such a sum.
 */
final class PmmlTrees {
  private static final Calibration AS_IT_IS =
      new Calibration.Isotonic(List.of(0.0, 1.0), List.of(0.0, 1.0));

  private final List<ModelInput> inputs;
  private final PmmlTreeNodes nodes;

  /**
   * @param fields the data dictionary, in its order
   * @param floats names of the fields that are compared as floats
   * @param target the outcome, which no tree reads
   * @param bad the category of the target whose probability is wanted
   */
  PmmlTrees(Map<String, ModelInput> fields, Set<String> floats, String target, String bad) {
    inputs = fields.values().stream().filter(input -> !input.name().equals(target)).toList();
    nodes = new PmmlTreeNodes(inputs, floats, bad);
  }

  /** Whether the model's answer is a probability; else it is the log-odds of bad. */
  static boolean answersProbability(XmlElement model) {
    return model.attribute("functionName").orElse("").equals("classification")
        || model
            .find("Segmentation")
            .flatMap(all -> all.attribute("multipleModelMethod"))
            .orElse("")
            .equals("average");
  }

  /** Trees that add up, each weighed. */
  private record Sum(double constant, List<DecisionTree> trees) {
    Sum times(double factor) {
      return new Sum(constant * factor, trees.stream().map(tree -> scaled(tree, factor)).toList());
    }

    private static DecisionTree scaled(DecisionTree tree, double factor) {
      return new DecisionTree(
          tree.nodes().stream()
              .map(
                  node -> node.isLeaf() ? TreeNode.leaf(node.value() * factor, node.cover()) : node)
              .toList());
    }
  }

  /** Reads the model. */
  TreeEnsemble read(XmlElement model) throws UnreadableModel {
    Optional<XmlElement> segmentation = model.find("Segmentation");
    boolean chain =
        segmentation.isPresent()
            && segmentation.get().text("multipleModelMethod").equals("modelChain");
    if (chain) {
      return chain(segmentation.get());
    }
    Sum sum = sum(model);
    return ensemble(sum, answersProbability(model) ? AS_IT_IS : Calibration.Platt.IDENTITY);
  }

  private TreeEnsemble ensemble(Sum sum, Calibration calibration) {
    List<TreeInput> treeInputs = new ArrayList<>();
    IntStream.range(0, inputs.size()).mapToObj(TreeInput::number).forEach(treeInputs::add);
    treeInputs.addAll(nodes.categoryInputs());
    return new TreeEnsemble(inputs, treeInputs, sum.constant(), sum.trees(), calibration)
        .withUsedInputsOnly();
  }

  /** The sum of trees, and then the logistic function of it. */
  private TreeEnsemble chain(XmlElement segmentation) throws UnreadableModel {
    List<XmlElement> segments = segmentation.children("Segment");
    if (segments.size() != 2) {
      throw new UnreadableModel("a modelChain is taken with two segments: trees, and a logit");
    }
    XmlElement logit = segments.get(1).child("RegressionModel");
    List<XmlElement> tables = logit.children("RegressionTable");
    String method = logit.attribute("normalizationMethod").orElse("none");
    if (!(method.equals("logit") || method.equals("softmax"))
        || tables.isEmpty()
        || tables.get(0).children("NumericPredictor").size() != 1
        || (tables.size() == 2 && !tables.get(1).children("NumericPredictor").isEmpty())) {
      throw new UnreadableModel("a modelChain must end with the logit of its one margin");
    }
    double slope = tables.get(0).children("NumericPredictor").get(0).number("coefficient");
    double intercept = tables.get(0).number("intercept");
    Sum sum = sum(treesOf(segments.get(0)));
    if (!tables.get(0).attribute("targetCategory").orElse(nodes.bad()).equals(nodes.bad())) {
      sum = sum.times(-1);
      intercept = -intercept;
    }
    if (slope < 0) {
      return ensemble(sum.times(-1), new Calibration.Platt(intercept, -slope));
    }
    return ensemble(sum, new Calibration.Platt(intercept, slope));
  }

  private static XmlElement treesOf(XmlElement segment) throws UnreadableModel {
    return segment
        .find("MiningModel")
        .or(() -> segment.find("TreeModel"))
        .orElseThrow(
            () -> new UnreadableModel("a Segment holds neither TreeModel nor MiningModel"));
  }

  private Sum sum(XmlElement model) throws UnreadableModel {
    if (model.name().equals("TreeModel")) {
      return rescaled(model, new Sum(0, List.of(nodes.tree(model))));
    }
    XmlElement segmentation = model.child("Segmentation");
    List<DecisionTree> trees = new ArrayList<>();
    double constant = 0;
    for (XmlElement segment : segmentation.children("Segment")) {
      if (segment.find("True").isEmpty()) {
        throw new UnreadableModel("a Segment under a condition is not taken");
      }
      Sum one = sum(treesOf(segment));
      constant += one.constant();
      trees.addAll(one.trees());
    }
    String method = segmentation.text("multipleModelMethod");
    Sum sum = new Sum(constant, trees);
    if (method.equals("average") && !trees.isEmpty()) {
      sum = sum.times(1.0 / segmentation.children("Segment").size());
    } else if (!method.equals("sum")) {
      throw new UnreadableModel(
          "of segmentations sum, average and modelChain are taken: " + method);
    }
    return rescaled(model, sum);
  }

  /** The Targets element: what the sum is multiplied by, and then what is added. */
  private static Sum rescaled(XmlElement model, Sum sum) throws UnreadableModel {
    Optional<XmlElement> target = model.find("Targets").flatMap(all -> all.find("Target"));
    if (target.isEmpty()) {
      return sum;
    }
    double factor =
        XmlElement.number(target.get().attribute("rescaleFactor").orElse("1"), "rescaleFactor");
    double constant =
        XmlElement.number(target.get().attribute("rescaleConstant").orElse("0"), "rescaleConstant");
    Sum scaled = factor == 1 ? sum : sum.times(factor);
    return new Sum(scaled.constant() + constant, scaled.trees());
  }
}
