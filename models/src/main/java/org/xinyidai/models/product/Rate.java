package org.xinyidai.models.product;

import java.util.OptionalInt;

/** The yearly rate as published (年化利率), in basis points. */
public sealed interface Rate {
  /** The least rate that an enterprise may get; empty where none is published. */
  OptionalInt lowestBp();

  /** The greatest rate that it may have to pay, by which offers are compared. */
  OptionalInt highestBp();

  /** One rate for all. */
  record Fixed(int bp) implements Rate {
    public Fixed {
      check(bp);
    }

    @Override
    public OptionalInt lowestBp() {
      return OptionalInt.of(bp);
    }

    @Override
    public OptionalInt highestBp() {
      return OptionalInt.of(bp);
    }
  }

  /** The lender sets the rate within these bounds. */
  record Between(int minBp, int maxBp) implements Rate {
    public Between {
      check(minBp);
      check(maxBp);
      if (minBp > maxBp) {
        throw new IllegalArgumentException("rate from " + minBp + " to " + maxBp);
      }
    }

    @Override
    public OptionalInt lowestBp() {
      return OptionalInt.of(minBp);
    }

    @Override
    public OptionalInt highestBp() {
      return OptionalInt.of(maxBp);
    }
  }

  /** Only a ceiling is published. */
  record AtMost(int maxBp) implements Rate {
    public AtMost {
      check(maxBp);
    }

    @Override
    public OptionalInt lowestBp() {
      return OptionalInt.empty();
    }

    @Override
    public OptionalInt highestBp() {
      return OptionalInt.of(maxBp);
    }
  }

  /** No rate is published. */
  record Unpublished() implements Rate {
    @Override
    public OptionalInt lowestBp() {
      return OptionalInt.empty();
    }

    @Override
    public OptionalInt highestBp() {
      return OptionalInt.empty();
    }
  }

  /** The greatest rate that can be written: 36% a year, so that a slip of the unit is seen. */
  int MAX_BP = 3_600;

  /** Whether a number can be a yearly rate in basis points. */
  static boolean isPossible(long bp) {
    return bp >= 0 && bp <= MAX_BP;
  }

  private static void check(int bp) {
    if (!isPossible(bp)) {
      throw new IllegalArgumentException("not a yearly rate in basis points: " + bp);
    }
  }
}
