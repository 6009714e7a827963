package org.xinyidai.models.score;

import java.util.Arrays;

/**
 * Population stability index (群体稳定性指标, PSI): how far a distribution has moved. Sum over bands of
 * (actual share - reference share) x ln(actual share / reference share). Below 0.1 is stable, 0.1
 * to 0.25 is to be watched, above it has shifted.
 */
public final class StabilityIndex {
  /** From here on a distribution is to be watched. */
  public static final double WATCH = 0.1;

  /** From here on it has shifted. */
  public static final double SHIFTED = 0.25;

  private static final int BANDS = 10;

  /** Rows given to every band, so that an empty one does not weigh without end. */
  private static final double SMOOTHING = 0.5;

  private StabilityIndex() {}

  /**
   * The index over ten bands that hold about equally many of the reference; missing values (NaN)
   * have a band of their own.
   *
   * @throws IllegalArgumentException when either has no value
   */
  public static double between(double[] reference, double[] actual) {
    double[] known = Arrays.stream(reference).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(known);
    if (reference.length == 0 || actual.length == 0) {
      throw new IllegalArgumentException(reference.length + " and " + actual.length + " values");
    }
    double[] edges = new double[known.length == 0 ? 0 : BANDS - 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = known[(int) ((long) known.length * (i + 1) / BANDS)];
    }
    double[] edgesOnce = Arrays.stream(edges).distinct().toArray();
    double[] expected = shares(reference, edgesOnce);
    double[] found = shares(actual, edgesOnce);
    double index = 0;
    for (int band = 0; band < expected.length; band++) {
      index += (found[band] - expected[band]) * Math.log(found[band] / expected[band]);
    }
    return index;
  }

  /** Shares of the bands below, between and from the edges on, and of the missing. */
  private static double[] shares(double[] values, double[] edges) {
    double[] shares = new double[edges.length + 2];
    Arrays.fill(shares, SMOOTHING);
    for (double value : values) {
      if (Double.isNaN(value)) {
        shares[shares.length - 1]++;
      } else {
        int found = Arrays.binarySearch(edges, value);
        shares[found >= 0 ? found + 1 : -found - 1]++;
      }
    }
    double all = values.length + SMOOTHING * shares.length;
    for (int band = 0; band < shares.length; band++) {
      shares[band] /= all;
    }
    return shares;
  }
}
