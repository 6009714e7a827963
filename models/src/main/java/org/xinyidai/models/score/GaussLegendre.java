package org.xinyidai.models.score;

/**
 * Nodes and weights that integrate every polynomial up to degree 2n-1 over 0..1 exactly. M.
 * Abramowitz, I. Stegun, Handbook of Mathematical Functions, 25.4.30.
 */
final class GaussLegendre {
  private final double[] nodes;
  private final double[] weights;

  GaussLegendre(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  double[] nodes() {
    return nodes;
  }

  double[] weights() {
    return weights;
  }

  /** More than Newton's method needs from its good start. */
  private static final int ITERATIONS = 50;

  static GaussLegendre ofPoints(int n) {
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int iteration = 0; iteration < ITERATIONS; iteration++) {
        double previous = 1;
        double value = x;
        for (int k = 2; k <= n; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * previous) / k;
          previous = value;
          value = next;
        }
        slope = n * (previous - x * value) / (1 - x * x);
        x -= value / slope;
      }
      nodes[i] = (1 - x) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new GaussLegendre(nodes, weights);
  }
}
