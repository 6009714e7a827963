package org.xinyidai.models.product;

/**
 * A closed interval of an axis (闭区间); infinite where there is no bound.
 *
 * @param from the least value inside
 * @param to the greatest value inside, not below {@code from}
 */
public record Interval(double from, double to) {
  public static final Interval ALL =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public Interval {
    if (!(from <= to)) {
      throw new IllegalArgumentException("empty interval " + from + " to " + to);
    }
    from += 0.0; // -0.0 becomes 0.0, so that equal bounds are equal cuts of the axis
    to += 0.0;
  }

  public static Interval of(double point) {
    return new Interval(point, point);
  }

  public boolean contains(double value) {
    return from <= value && value <= to;
  }

  /** How far a value outside lies from the nearer end; 0 inside. */
  public double distance(double value) {
    return value < from ? from - value : value > to ? value - to : 0;
  }
}
