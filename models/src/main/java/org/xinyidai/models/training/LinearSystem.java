package org.xinyidai.models.training;

/** Symmetric systems of linear equations, by Cholesky's decomposition. */
final class LinearSystem {
  /** Keeps the decomposition alive where two columns are alike. */
  private static final double LEAST_PIVOT = 1e-10;

  private LinearSystem() {}

  /**
   * The x of {@code matrix} x = {@code right}; the matrix is positive semi-definite and is not
   * kept.
   */
  static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? Math.sqrt(Math.max(sum, LEAST_PIVOT)) : sum / matrix[j][j];
      }
      for (int k = 0; k < i; k++) {
        x[i] -= matrix[i][k] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= matrix[k][i] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    return x;
  }
}
