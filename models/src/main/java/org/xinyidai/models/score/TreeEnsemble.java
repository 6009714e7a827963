package org.xinyidai.models.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Boosted trees or a forest (树集成模型): raw log-odds of bad = base margin + the leaves of all trees,
 * then calibrated.
 *
 * @param treeInputs what the trees' features are, taken from the inputs
 */
public record TreeEnsemble(
    List<ModelInput> inputs,
    List<TreeInput> treeInputs,
    double baseMargin,
    List<DecisionTree> trees,
    Calibration calibration)
    implements ModelBody {
  public TreeEnsemble {
    inputs = List.copyOf(inputs);
    treeInputs = List.copyOf(treeInputs);
    trees = List.copyOf(trees);
    for (TreeInput treeInput : treeInputs) {
      if (treeInput.input() < 0 || treeInput.input() >= inputs.size()) {
        throw new IllegalArgumentException("no input " + treeInput.input());
      }
    }
    for (DecisionTree tree : trees) {
      for (TreeNode node : tree.nodes()) {
        if (node.feature() < TreeNode.LEAF || node.feature() >= treeInputs.size()) {
          throw new IllegalArgumentException("no tree input " + node.feature());
        }
      }
    }
  }

  /** The same ensemble without the inputs that no tree splits on. */
  public TreeEnsemble withUsedInputsOnly() {
    int[] used =
        trees.stream()
            .flatMap(tree -> tree.nodes().stream())
            .filter(node -> !node.isLeaf())
            .mapToInt(TreeNode::feature)
            .distinct()
            .sorted()
            .toArray();
    int[] usedInputs =
        IntStream.of(used).map(i -> treeInputs.get(i).input()).distinct().sorted().toArray();
    List<TreeInput> kept =
        IntStream.of(used)
            .mapToObj(treeInputs::get)
            .map(of -> of.withInput(Arrays.binarySearch(usedInputs, of.input())))
            .toList();
    return new TreeEnsemble(
        IntStream.of(usedInputs).mapToObj(inputs::get).toList(),
        kept,
        baseMargin,
        trees.stream().map(tree -> tree.renumbered(used)).toList(),
        calibration);
  }

  @Override
  public List<Double> cuts(int input) {
    return trees.stream()
        .flatMap(tree -> tree.nodes().stream())
        .filter(node -> !node.isLeaf())
        .filter(node -> treeInputs.get(node.feature()).input() == input)
        .filter(node -> treeInputs.get(node.feature()).valueOfCategory().isEmpty())
        .filter(node -> node.threshold() > -Float.MAX_VALUE)
        .map(node -> (double) node.threshold())
        .distinct()
        .sorted()
        .toList();
  }

  /** What the trees see of a row. */
  float[] treeRow(double[] row) {
    float[] treeRow = new float[treeInputs.size()];
    for (int i = 0; i < treeRow.length; i++) {
      treeRow[i] = treeInputs.get(i).of(row[treeInputs.get(i).input()]);
    }
    return treeRow;
  }

  /** The raw log-odds of bad. The slow, obvious way that the compiled one must equal. */
  public double margin(double[] row) {
    float[] treeRow = treeRow(row);
    double sum = baseMargin;
    for (DecisionTree tree : trees) {
      sum += tree.value(treeRow);
    }
    return sum;
  }

  @Override
  public CompiledModel compile(Scaling scaling) {
    return new CompiledTrees(this, scaling);
  }
}
