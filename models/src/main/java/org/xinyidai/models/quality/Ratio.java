package org.xinyidai.models.quality;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact fraction (比率) in lowest terms, so that 99% is met by 99 of 100 and by nothing less. Sums
 * that leave 64 bits throw: counts of records never come near.
 *
 * @param denominator positive
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio> {
  public static final Ratio ZERO = new Ratio(0, 1);
  public static final Ratio ONE = new Ratio(1, 1);

  public Ratio {
    if (denominator <= 0) {
      throw new IllegalArgumentException("denominator " + denominator);
    }
    long divisor = gcd(Math.abs(numerator), denominator);
    numerator /= divisor;
    denominator /= divisor;
  }

  /** A part of a whole; empty when the whole is nothing, for then there is no rate to judge. */
  public static Optional<Ratio> of(long part, long whole) {
    return whole == 0 ? Optional.empty() : Optional.of(new Ratio(part, whole));
  }

  public static Ratio whole(long number) {
    return new Ratio(number, 1);
  }

  public static Ratio percent(long percent) {
    return new Ratio(percent, 100);
  }

  public Ratio plus(Ratio other) {
    return new Ratio(
        Math.addExact(
            Math.multiplyExact(numerator, other.denominator),
            Math.multiplyExact(other.numerator, denominator)),
        Math.multiplyExact(denominator, other.denominator));
  }

  public Ratio minus(Ratio other) {
    return plus(new Ratio(Math.negateExact(other.numerator), other.denominator));
  }

  public Ratio times(Ratio other) {
    return new Ratio(
        Math.multiplyExact(numerator, other.numerator),
        Math.multiplyExact(denominator, other.denominator));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException when the other is zero
   */
  public Ratio dividedBy(Ratio other) {
    if (other.numerator == 0) {
      throw new ArithmeticException(this + " divided by zero");
    }
    long sign = other.numerator < 0 ? -1 : 1;
    return times(new Ratio(sign * other.denominator, Math.abs(other.numerator)));
  }

  /** The value kept inside two bounds. */
  public Ratio clamp(Ratio low, Ratio high) {
    return compareTo(low) < 0 ? low : compareTo(high) > 0 ? high : this;
  }

  /** For showing only, rounded half up; judge by the exact value. */
  public BigDecimal toDecimal(int scale) {
    return BigDecimal.valueOf(numerator)
        .divide(BigDecimal.valueOf(denominator), scale, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Ratio other) {
    return BigInteger.valueOf(numerator)
        .multiply(BigInteger.valueOf(other.denominator))
        .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
  }

  @Override
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }

  private static long gcd(long a, long b) {
    return a == 0 ? b : gcd(b % a, a);
  }
}
