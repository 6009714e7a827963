package org.xinyidai.models.training;

/** The standard normal distribution (标准正态分布). */
final class Normal {
  private Normal() {}

  /** The z that is exceeded on both sides together with the probability given, by bisection. */
  static double twoSidedQuantile(double probability) {
    double low = 0;
    double high = 40;
    while (high - low > 1e-12) {
      double middle = (low + high) / 2;
      if (2 * upperTail(middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The probability above z, z not negative, to 1e-7. M. Abramowitz, I. Stegun, Handbook of
   * Mathematical Functions, 26.2.17.
   */
  static double upperTail(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
  }
}
