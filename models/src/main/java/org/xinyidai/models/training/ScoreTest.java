package org.xinyidai.models.training;

/**
 * What a further column would add to a fit's likelihood, without fitting it (得分检验). C. R. Rao,
 * Large Sample Tests of Statistical Hypotheses, 1948.
 */
final class ScoreTest {
  private final double[][] columns;
  private final double[] residuals;
  private final double[] weights;
  private final double[][] information;
  private final double ridge;

  ScoreTest(double[][] columns, boolean[] bad, LogisticFit fit, double ridge) {
    this.columns = columns;
    this.ridge = ridge;
    residuals = new double[bad.length];
    weights = new double[bad.length];
    for (int row = 0; row < bad.length; row++) {
      double z = fit.intercept();
      for (int i = 0; i < columns.length; i++) {
        z += fit.coefficients()[i] * columns[i][row];
      }
      double p = 1 / (1 + Math.exp(-z));
      residuals[row] = (bad[row] ? 1 : 0) - p;
      weights[row] = p * (1 - p);
    }
    information = new double[columns.length + 1][columns.length + 1];
    for (int i = 0; i < information.length; i++) {
      for (int j = 0; j <= i; j++) {
        information[i][j] = weighted(i, j) + (i == j && i > 0 ? ridge : 0);
        information[j][i] = information[i][j];
      }
    }
  }

  private double weighted(int i, int j) {
    double sum = 0;
    for (int row = 0; row < weights.length; row++) {
      sum += weights[row] * value(i, row) * value(j, row);
    }
    return sum;
  }

  /** Column 0 is the intercept's. */
  private double value(int i, int row) {
    return i == 0 ? 1 : columns[i - 1][row];
  }

  /**
   * The likelihood's rise, about; 0 where the coefficient of this weight of evidence would not be
   * negative.
   */
  double gain(double[] column) {
    double score = 0;
    double own = ridge;
    double[] shared = new double[information.length];
    for (int row = 0; row < weights.length; row++) {
      score += residuals[row] * column[row];
      double weighted = weights[row] * column[row];
      own += weighted * column[row];
      for (int i = 0; i < shared.length; i++) {
        shared[i] += weighted * value(i, row);
      }
    }
    if (score >= 0) {
      return 0;
    }
    double[][] matrix = new double[information.length][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = information[i].clone();
    }
    double[] solved = LinearSystem.solve(matrix, shared);
    double left = own;
    for (int i = 0; i < shared.length; i++) {
      left -= shared[i] * solved[i];
    }
    return score * score / (2 * Math.max(left, ridge));
  }
}
