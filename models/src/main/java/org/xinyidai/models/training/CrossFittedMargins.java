package org.xinyidai.models.training;

import java.util.List;
import java.util.Optional;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.TreeInput;

/**
 * Raw log-odds of training rows by models that did not see them, after several numbers of rounds:
 * they choose the rounds and calibrate the probabilities.
 */
final class CrossFittedMargins {
  /** Numbers of rounds that are compared. */
  private static final int STEPS = 30;

  private final TrainingSet set;
  private final TreeSettings settings;

  /** Per step, the margins of all rows. */
  private final double[][] margins;

  private CrossFittedMargins(TrainingSet set, TreeSettings settings) {
    this.set = set;
    this.settings = settings;
    margins = new double[settings.choosesRounds() ? STEPS : 1][set.size()];
  }

  static CrossFittedMargins of(TrainingSet set, TreeSettings settings, long seed) {
    CrossFittedMargins all = new CrossFittedMargins(set, settings);
    Folds folds = Folds.stratified(set.labels(), settings.innerFolds(), seed);
    for (int fold = 0; fold < folds.count(); fold++) {
      all.add(set.rows(folds.outside(fold)), folds.inside(fold), seed);
    }
    return all;
  }

  private void add(TrainingSet outside, int[] inside, long seed) {
    TreeColumns columns = TreeColumns.of(outside, seed);
    BoostedTrees.Size size = new BoostedTrees.Size(settings.rounds(), 1);
    BoostedTrees boosted = new BoostedTrees(outside, columns, settings, size, seed);
    double share = 1 - settings.cardShare();
    List<DecisionTree> trees = boosted.trees(share);
    Optional<CardTrees> card = TreeTraining.card(outside, settings, seed);
    for (int row : inside) {
      float[] treeRow = new float[columns.inputs().size()];
      for (int i = 0; i < treeRow.length; i++) {
        TreeInput input = columns.inputs().get(i);
        treeRow[i] = input.of(set.value(row, i));
      }
      double[] values = set.row(row);
      double sum =
          share * boosted.baseMargin()
              + card.map(own -> settings.cardShare() * own.margin(values)).orElse(0.0);
      int from = 0;
      for (int step = 0; step < margins.length; step++) {
        int to = roundsAt(step) * settings.treesPerRound();
        for (DecisionTree tree : trees.subList(from, to)) {
          sum += tree.value(treeRow);
        }
        margins[step][row] = sum;
        from = to;
      }
    }
  }

  private int roundsAt(int step) {
    return Math.max(1, settings.rounds() * (step + 1) / margins.length);
  }

  /** The number of rounds whose margins make the labels likeliest. */
  int bestRounds() {
    return roundsAt(bestStep());
  }

  /** The margins after so many rounds, one per row. */
  double[] atBest() {
    return margins[bestStep()].clone();
  }

  private int bestStep() {
    int best = 0;
    double reached = logLikelihood(margins[0]);
    for (int step = 1; step < margins.length; step++) {
      double likelihood = logLikelihood(margins[step]);
      if (likelihood > reached) {
        reached = likelihood;
        best = step;
      }
    }
    return best;
  }

  /** After calibration: margins that are too bold may still rank best. */
  private double logLikelihood(double[] step) {
    return LogisticFit.of(new double[][] {step}, set.labels(), Calibrating.RIDGE).logLikelihood();
  }
}
