package org.xinyidai.models.feature;

/**
 * One computed feature value, or the reason why there is none.
 *
 * @param value NaN exactly when a reason is given
 */
public record FeatureValue(double value, MissingReason missing) {
  public FeatureValue {
    if (Double.isNaN(value) == (missing == MissingReason.NONE)) {
      throw new IllegalArgumentException("a value or a reason, not both: " + value + " " + missing);
    }
  }

  public static FeatureValue of(double value) {
    return new FeatureValue(value, MissingReason.NONE);
  }

  /** A whole number; exact up to 2^53, which in fen is 90 trillion yuan. */
  public static FeatureValue of(long value) {
    return of((double) value);
  }

  public static FeatureValue missing(MissingReason reason) {
    return new FeatureValue(Double.NaN, reason);
  }

  /** A ratio of whole numbers; missing where the denominator is zero. */
  public static FeatureValue ratio(long numerator, long denominator) {
    return ratio((double) numerator, (double) denominator);
  }

  /** A ratio; missing where the denominator is zero. */
  public static FeatureValue ratio(double numerator, double denominator) {
    return denominator == 0 ? missing(MissingReason.DENOMINATOR_ZERO) : of(numerator / denominator);
  }
}
