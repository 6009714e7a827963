package org.xinyidai.models.distribution;

import java.util.ArrayList;
import java.util.List;

/**
 * A bar of a histogram (直方图): how many enterprises have a value from about {@code from} to about
 * {@code to}.
 */
public record Bar(double from, double to, long count) {
  /** As many as a person takes in at a glance. */
  private static final int MOST = 20;

  /** Bars of equal width on the grid, so of equal ratio; empty where nobody has a value. */
  public static List<Bar> histogram(Distribution distribution) {
    int first = distribution.firstCell();
    int end = distribution.endCell();
    int width = Math.max(1, (end - first + MOST - 1) / MOST);
    List<Bar> bars = new ArrayList<>();
    for (int from = first; from < end; from += width) {
      int last = Math.min(end, from + width) - 1;
      long count = 0;
      for (int cell = from; cell <= last; cell++) {
        count += distribution.count(cell);
      }
      bars.add(new Bar(Grid.value(from), Grid.value(last), count));
    }
    return bars;
  }
}
