package org.xinyidai.models.match;

import java.util.OptionalLong;

/**
 * Counts of enterprises as a lender may see them (小样本保护): whole tens, rounded down, and nothing at
 * all below ten, zero included. Rounding covers as well what could be had by taking one count from
 * another, or by moving a threshold past one enterprise.
 */
public final class SmallCounts {
  /** Groups below this are told of nobody. */
  public static final long LEAST = 10;

  private SmallCounts() {}

  /** The count in whole tens; empty below ten. */
  public static OptionalLong covered(long count) {
    return count < LEAST ? OptionalLong.empty() : OptionalLong.of(count - count % LEAST);
  }
}
