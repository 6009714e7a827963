package org.xinyidai.models.score;

/**
 * One term (线性项) of a linear model.
 *
 * @param coefficient what one unit of the input adds to the log-odds of bad
 * @param neutral the value that stands for a missing one and from which reasons are counted, as a
 *     rule the mean of the training data
 */
public record LinearTerm(ModelInput input, double coefficient, double neutral) {
  public LinearTerm {
    if (!Double.isFinite(coefficient) || !Double.isFinite(neutral)) {
      throw new IllegalArgumentException(
          input.name() + ": coefficient " + coefficient + ", neutral " + neutral);
    }
    if (input.isCategorical() || !input.specials().isEmpty()) {
      throw new IllegalArgumentException(input.name() + " is not a plain number");
    }
  }

  /** What a value adds to the log-odds of bad; NaN is missing. */
  double effect(double value) {
    return coefficient * (Double.isNaN(value) ? neutral : value);
  }
}
