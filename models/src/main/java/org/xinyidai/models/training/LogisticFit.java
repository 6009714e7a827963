package org.xinyidai.models.training;

/**
 * A logistic regression (逻辑回归) by Newton's method on dense columns, for choosing variables: many
 * small fits, where the library's one final fit would cost its conversions each time.
 */
final class LogisticFit {
  private static final int ITERATIONS = 50;
  private static final double TOLERANCE = 1e-10;

  private final double intercept;
  private final double[] coefficients;
  private final double logLikelihood;

  /**
   * @param intercept of the log-odds of bad
   * @param coefficients one per column
   * @param logLikelihood natural, without the penalty
   */
  LogisticFit(double intercept, double[] coefficients, double logLikelihood) {
    this.intercept = intercept;
    this.coefficients = coefficients;
    this.logLikelihood = logLikelihood;
  }

  double intercept() {
    return intercept;
  }

  double[] coefficients() {
    return coefficients;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  /**
   * The greatest penalised likelihood.
   *
   * @param columns one array per variable, one value per row, no NaN
   * @param ridge half of it times the sum of squared coefficients, the intercept's left out, is
   *     taken off the log-likelihood
   */
  static LogisticFit of(double[][] columns, boolean[] bad, double ridge) {
    int size = columns.length + 1;
    double[] beta = new double[size];
    double rate = shareOf(bad);
    beta[0] = Math.log(rate / (1 - rate));
    double objective = objective(columns, bad, beta, ridge);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[][] hessian = new double[size][size];
      double[] gradient = new double[size];
      derivatives(columns, bad, beta, hessian, gradient);
      for (int i = 1; i < size; i++) {
        gradient[i] -= ridge * beta[i];
        hessian[i][i] += ridge;
      }
      double[] step = LinearSystem.solve(hessian, gradient);
      double factor = 1;
      double[] next = moved(beta, step, factor);
      double reached = objective(columns, bad, next, ridge);
      while (!(reached >= objective - TOLERANCE) && factor > TOLERANCE) {
        factor /= 2;
        next = moved(beta, step, factor);
        reached = objective(columns, bad, next, ridge);
      }
      boolean done = Math.abs(reached - objective) < TOLERANCE * (1 + Math.abs(objective));
      beta = next;
      objective = reached;
      if (done) {
        break;
      }
    }
    double[] coefficients = new double[columns.length];
    System.arraycopy(beta, 1, coefficients, 0, coefficients.length);
    return new LogisticFit(beta[0], coefficients, objective(columns, bad, beta, 0));
  }

  private static double shareOf(boolean[] bad) {
    int bads = 0;
    for (boolean is : bad) {
      bads += is ? 1 : 0;
    }
    if (bads == 0 || bads == bad.length) {
      throw new IllegalArgumentException("labels are all alike: " + bads + " of " + bad.length);
    }
    return (double) bads / bad.length;
  }

  private static double[] moved(double[] beta, double[] step, double factor) {
    double[] next = beta.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] += factor * step[i];
    }
    return next;
  }

  private static double margin(double[][] columns, double[] beta, int row) {
    double z = beta[0];
    for (int i = 0; i < columns.length; i++) {
      z += beta[i + 1] * columns[i][row];
    }
    return z;
  }

  private static double objective(double[][] columns, boolean[] bad, double[] beta, double ridge) {
    double sum = 0;
    for (int row = 0; row < bad.length; row++) {
      double z = margin(columns, beta, row);
      sum -= softplus(bad[row] ? -z : z);
    }
    for (int i = 1; i < beta.length; i++) {
      sum -= ridge / 2 * beta[i] * beta[i];
    }
    return sum;
  }

  private static double softplus(double z) {
    return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
  }

  private static void derivatives(
      double[][] columns, boolean[] bad, double[] beta, double[][] hessian, double[] gradient) {
    double[] x = new double[beta.length];
    x[0] = 1;
    for (int row = 0; row < bad.length; row++) {
      for (int i = 0; i < columns.length; i++) {
        x[i + 1] = columns[i][row];
      }
      double p = 1 / (1 + Math.exp(-margin(columns, beta, row)));
      double weight = p * (1 - p);
      for (int i = 0; i < x.length; i++) {
        gradient[i] += ((bad[row] ? 1 : 0) - p) * x[i];
        for (int j = 0; j <= i; j++) {
          hessian[i][j] += weight * x[i] * x[j];
        }
      }
    }
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        hessian[j][i] = hessian[i][j];
      }
    }
  }
}
