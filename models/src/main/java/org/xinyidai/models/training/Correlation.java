package org.xinyidai.models.training;

/** Pearson's correlation (相关系数). */
final class Correlation {
  private Correlation() {}

  /** Between -1 and 1; 0 where a column never changes. */
  static double of(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int i = 0; i < a.length; i++) {
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
      products += (a[i] - meanA) * (b[i] - meanB);
    }
    double scale = Math.sqrt(squaresA * squaresB);
    return scale == 0 ? 0 : products / scale;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
