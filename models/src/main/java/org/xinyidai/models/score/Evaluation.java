package org.xinyidai.models.score;

import java.util.List;

/**
 * How well a way of training predicts rows that it did not see (模型评估), over all folds and repeats.
 *
 * @param folds parts of each partition
 * @param repeats partitions
 * @param auc chance that a bad ranks above a good
 * @param ks greatest distance between the distributions of bads and goods
 * @param brier mean squared error of the probability, of all out-of-fold rows
 * @param logLoss mean negative log-likelihood, of all out-of-fold rows
 * @param calibration out-of-fold rows by rising probability
 */
public record Evaluation(
    int folds,
    int repeats,
    Spread auc,
    Spread ks,
    double brier,
    double logLoss,
    List<CalibrationBand> calibration) {
  public Evaluation {
    calibration = List.copyOf(calibration);
  }

  /** 2 AUC - 1. */
  public double gini() {
    return 2 * auc.mean() - 1;
  }

  /** A figure over folds and repeats: its mean and standard deviation. */
  public record Spread(double mean, double sd) {}

  /**
   * A band of rows with like probabilities (校准分段).
   *
   * @param rows how many, over all repeats
   * @param predicted mean probability of default
   * @param observed share of bads
   */
  public record CalibrationBand(long rows, double predicted, double observed) {}
}
