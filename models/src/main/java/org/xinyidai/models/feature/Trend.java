package org.xinyidai.models.feature;

import java.util.Arrays;

/**
 * Robust slopes of a monthly series: medians of the slopes between pairs of months, which a few odd
 * months cannot move.
 */
final class Trend {
  private static final int YEAR = 12;

  private Trend() {}

  /**
   * Slope per year over all pairs of months (Theil 1950, Sen 1968).
   *
   * @param values one per month, oldest first, at least two
   */
  static double slope(double[] values) {
    double[] slopes = new double[values.length * (values.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        slopes[count++] = (values[j] - values[i]) / (j - i);
      }
    }
    return median(slopes) * YEAR;
  }

  /**
   * Slope per year free of the season: only pairs of the same calendar month are compared (seasonal
   * Kendall slope, Hirsch, Slack and Smith 1982), so the effect of a month of the year drops out.
   *
   * @param values one per month, oldest first, more than twelve
   */
  static double seasonalSlope(double[] values) {
    double[] slopes = new double[values.length * values.length / YEAR];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + YEAR; j < values.length; j += YEAR) {
        int years = (j - i) / YEAR;
        slopes[count++] = (values[j] - values[i]) / years;
      }
    }
    return median(Arrays.copyOf(slopes, count));
  }

  /** The middle value, or the mean of the two middle ones; sorts its argument. */
  static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /** Money as a logarithm, ln(1 + yuan), so that growth is a difference; below zero counts as 0. */
  static double log(long fen) {
    return StrictMath.log1p(Math.max(0, fen) / 100.0);
  }

  /** {@link #log} of each. */
  static double[] logs(long[] fen) {
    return Arrays.stream(fen).mapToDouble(Trend::log).toArray();
  }
}
