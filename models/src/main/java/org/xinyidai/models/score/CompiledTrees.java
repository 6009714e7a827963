package org.xinyidai.models.score;

import java.util.List;

/** An ensemble as flat arrays (已编译树模型), with the reasons that {@link TreeShap} gives. */
final class CompiledTrees implements CompiledModel {
  /** Rows that walk the trees together: their floats stay in the nearest cache. */
  private static final int BLOCK = 32;

  private final List<String> features;
  private final TreeRows rows;
  private final TreeArrays trees;
  private final double baseMargin;
  private final Calibration calibration;
  private final double pointsPerMargin;
  private final TreeShap shap;

  CompiledTrees(TreeEnsemble ensemble, Scaling scaling) {
    features = ensemble.inputs().stream().map(ModelInput::name).toList();
    rows = new TreeRows(ensemble.treeInputs());
    trees = TreeArrays.of(ensemble.trees());
    baseMargin = ensemble.baseMargin();
    calibration = ensemble.calibration();
    pointsPerMargin = scaling.factor() * calibration.slope();
    shap = new TreeShap(ensemble);
  }

  @Override
  public List<String> features() {
    return features;
  }

  @Override
  public double probabilityOfDefault(double[] row) {
    float[] floats = new float[rows.length()];
    rows.write(row, floats, 0);
    return calibration.probability(trees.sum(floats, baseMargin));
  }

  @Override
  public void probabilitiesOfDefault(double[][] all, double[] probabilities) {
    float[] floats = new float[BLOCK * rows.length()];
    double[] sums = new double[BLOCK];
    for (int from = 0; from < all.length; from += BLOCK) {
      int count = Math.min(BLOCK, all.length - from);
      for (int i = 0; i < count; i++) {
        rows.write(all[from + i], floats, i * rows.length());
        sums[i] = baseMargin;
      }
      trees.addTo(floats, rows.length(), count, sums);
      for (int i = 0; i < count; i++) {
        probabilities[from + i] = calibration.probability(sums[i]);
      }
    }
  }

  @Override
  public void pointsLost(double[] row, double[] lost) {
    shap.contributions(row, lost);
    for (int i = 0; i < lost.length; i++) {
      lost[i] = Math.max(0, pointsPerMargin * lost[i]);
    }
  }

  @Override
  public void contributions(double[] row, double[] points) {
    shap.contributions(row, points);
    for (int i = 0; i < points.length; i++) {
      points[i] *= -pointsPerMargin;
    }
  }
}
