package org.xinyidai.models.product;

/**
 * One end of a range (界限), in the attribute's unit; infinite where there is none.
 *
 * @param inclusive whether the value itself is inside; always true for an infinite bound
 */
public record Bound(double value, boolean inclusive) {
  public static final Bound NO_MINIMUM = new Bound(Double.NEGATIVE_INFINITY, true);
  public static final Bound NO_MAXIMUM = new Bound(Double.POSITIVE_INFINITY, true);

  public Bound {
    if (Double.isNaN(value) || (Double.isInfinite(value) && !inclusive)) {
      throw new IllegalArgumentException("not a bound: " + value);
    }
  }

  public static Bound including(double value) {
    return new Bound(value, true);
  }

  public static Bound excluding(double value) {
    return new Bound(value, false);
  }

  public boolean isFinite() {
    return Double.isFinite(value);
  }

  /** The least value inside when this is a minimum. */
  double least() {
    return inclusive ? value : Math.nextUp(value);
  }

  /** The greatest value inside when this is a maximum. */
  double greatest() {
    return inclusive ? value : Math.nextDown(value);
  }
}
