package org.xinyidai.connectors.model;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.score.Calibration;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.score.TreeEnsemble;
import org.xinyidai.models.score.TreeInput;
import org.xinyidai.models.score.TreeNode;

/**
 * Trees as a MiningModel (PMML树模型): a chain of the sum of all trees and the logistic function of
 * it. Inputs are floats, for so they are compared.
 */
final class PmmlTreesWriter {
  private static final String MARGIN = "margin";

  private final ScoringModel model;
  private final TreeEnsemble trees;
  private final Calibration.Platt calibration;

  PmmlTreesWriter(ScoringModel model, TreeEnsemble trees) throws UnsuitableModel {
    this.model = model;
    this.trees = trees;
    if (!(trees.calibration() instanceof Calibration.Platt platt)) {
      throw new UnsuitableModel(
          model.id() + " is calibrated by steps, which PMML cannot say; export it as json");
    }
    calibration = platt;
  }

  byte[] document() {
    return PmmlXml.document(model, "float", PmmlWriter::outcome, this::chain);
  }

  private void chain(PmmlXml xml) throws XMLStreamException {
    xml.start("MiningModel", "modelName", model.id(), "functionName", "classification");
    xml.extensions();
    schema(xml, true);
    xml.start("Segmentation", "multipleModelMethod", "modelChain");
    xml.start("Segment", "id", "trees");
    xml.empty("True");
    sum(xml);
    xml.end();
    xml.start("Segment", "id", "probability");
    xml.empty("True");
    logistic(xml);
    xml.end();
    xml.end();
    xml.verification("probability(1)", p -> p, ScoringModel.TREE_TOLERANCE);
    xml.end();
  }

  private void schema(PmmlXml xml, boolean target) throws XMLStreamException {
    xml.start("MiningSchema");
    for (ModelInput input : model.inputs()) {
      xml.empty("MiningField", "name", input.name(), "invalidValueTreatment", "asIs");
    }
    if (target) {
      xml.empty("MiningField", "name", PmmlWriter.TARGET, "usageType", "target");
    }
    xml.end();
  }

  /** The fields that one tree reads. */
  private void schemaOf(PmmlXml xml, DecisionTree tree) throws XMLStreamException {
    int[] read =
        tree.nodes().stream()
            .filter(node -> !node.isLeaf())
            .mapToInt(node -> trees.treeInputs().get(node.feature()).input())
            .distinct()
            .sorted()
            .toArray();
    xml.start("MiningSchema");
    for (int input : read) {
      String name = model.inputs().get(input).name();
      xml.empty("MiningField", "name", name, "invalidValueTreatment", "asIs");
    }
    xml.end();
  }

  private void sum(PmmlXml xml) throws XMLStreamException {
    xml.start("MiningModel", "functionName", "regression");
    schema(xml, false);
    xml.start("Output");
    xml.empty(
        "OutputField",
        "name",
        MARGIN,
        "optype",
        "continuous",
        "dataType",
        "double",
        "feature",
        "predictedValue");
    xml.end();
    xml.start("Segmentation", "multipleModelMethod", "sum");
    int number = 0;
    for (DecisionTree tree : trees.trees()) {
      xml.start("Segment", "id", "" + ++number);
      xml.empty("True");
      xml.start(
          "TreeModel",
          "functionName",
          "regression",
          "missingValueStrategy",
          "defaultChild",
          "splitCharacteristic",
          "binarySplit");
      schemaOf(xml, tree);
      node(xml, tree, 0, new Way(null, true));
      xml.end();
      xml.end();
    }
    xml.end();
    xml.end();
  }

  /** How a node is come to: the split above it and the side, or none for the root. */
  private record Way(@Nullable TreeNode split, boolean left) {}

  private void node(PmmlXml xml, DecisionTree tree, int at, Way way) throws XMLStreamException {
    TreeNode node = tree.nodes().get(at);
    List<String> attributes =
        new ArrayList<>(List.of("id", "" + at, "recordCount", "" + node.cover()));
    if (node.isLeaf()) {
      attributes.addAll(List.of("score", "" + node.value()));
    } else {
      int missing = node.missingLeft() ? node.left() : node.right();
      attributes.addAll(List.of("defaultChild", "" + missing));
    }
    xml.start("Node", attributes.toArray(String[]::new));
    if (way.split() == null) {
      xml.empty("True");
    } else {
      predicate(xml, way.split(), way.left());
    }
    if (!node.isLeaf()) {
      node(xml, tree, node.left(), new Way(node, true));
      node(xml, tree, node.right(), new Way(node, false));
    }
    xml.end();
  }

  private void predicate(PmmlXml xml, TreeNode split, boolean left) throws XMLStreamException {
    TreeInput treeInput = trees.treeInputs().get(split.feature());
    ModelInput input = model.inputs().get(treeInput.input());
    if (!input.isCategorical()) {
      xml.compare(
          input.name(), left ? "lessThan" : "greaterOrEqual", "" + (double) split.threshold());
      return;
    }
    boolean unknownLeft = goesLeft(treeInput, ModelInput.UNKNOWN_CATEGORY, split);
    List<String> named = new ArrayList<>();
    for (int i = 0; i < input.categories().size(); i++) {
      if (goesLeft(treeInput, i, split) != unknownLeft) {
        named.add(input.categories().get(i));
      }
    }
    xml.isIn(input.name(), left != unknownLeft, named);
  }

  private static boolean goesLeft(TreeInput treeInput, double category, TreeNode split) {
    float value = treeInput.of(category);
    return Float.isNaN(value) ? split.missingLeft() : value < split.threshold();
  }

  private void logistic(PmmlXml xml) throws XMLStreamException {
    xml.start("RegressionModel", "functionName", "classification", "normalizationMethod", "logit");
    xml.start("MiningSchema");
    xml.empty("MiningField", "name", MARGIN);
    xml.empty("MiningField", "name", PmmlWriter.TARGET, "usageType", "target");
    xml.end();
    double intercept = calibration.intercept() + calibration.slope() * trees.baseMargin();
    xml.start("RegressionTable", "intercept", "" + intercept, "targetCategory", PmmlWriter.BAD);
    xml.empty("NumericPredictor", "name", MARGIN, "coefficient", "" + calibration.slope());
    xml.end();
    xml.empty("RegressionTable", "intercept", "0", "targetCategory", PmmlWriter.GOOD);
    xml.end();
  }
}
