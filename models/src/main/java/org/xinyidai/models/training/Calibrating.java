package org.xinyidai.models.training;

import org.xinyidai.models.score.Calibration;

/** Fits calibrations to margins of rows that the margins' models did not see (概率校准). */
final class Calibrating {
  /** Keeps a line through few points from running off. */
  static final double RIDGE = 1e-3;

  /** A slope that keeps the order of the scores where the margins say nothing. */
  private static final double LEAST_SLOPE = 0.05;

  private Calibrating() {}

  static Calibration.Platt platt(double[] margins, boolean[] bad) {
    LogisticFit fit = LogisticFit.of(new double[][] {margins}, bad, RIDGE);
    if (fit.coefficients()[0] >= LEAST_SLOPE) {
      return new Calibration.Platt(fit.intercept(), fit.coefficients()[0]);
    }
    LogisticFit level = LogisticFit.of(new double[0][], bad, RIDGE);
    double mean = 0;
    for (double margin : margins) {
      mean += margin / margins.length;
    }
    return new Calibration.Platt(level.intercept() - LEAST_SLOPE * mean, LEAST_SLOPE);
  }
}
