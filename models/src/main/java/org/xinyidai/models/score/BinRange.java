package org.xinyidai.models.score;

import java.util.Collections;
import java.util.List;

/** Which values fall into a bin (分箱范围). */
public sealed interface BinRange {
  /** Numbers from {@code from}, included, to {@code below}, excluded; infinite at the ends. */
  record Interval(double from, double below) implements BinRange {
    public Interval {
      if (!(from < below)) {
        throw new IllegalArgumentException("empty interval from " + from + " to " + below);
      }
    }
  }

  /** One number that is a code and not an amount. */
  record Special(double value) implements BinRange {}

  /** Some of the input's categories, by position; kept in rising order. */
  record Categories(List<Integer> positions) implements BinRange {
    public Categories {
      positions = positions.stream().sorted().toList();
    }

    boolean holds(double code) {
      return code == Math.rint(code) && Collections.binarySearch(positions, (int) code) >= 0;
    }
  }

  /** Categories that training saw too seldom or never. */
  record OtherCategories() implements BinRange {}

  /** No value at all. */
  record Missing() implements BinRange {}
}
