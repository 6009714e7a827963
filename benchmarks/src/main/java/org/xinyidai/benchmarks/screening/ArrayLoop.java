package org.xinyidai.benchmarks.screening;

import java.util.List;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Interval;
import org.xinyidai.models.screening.Screen;

/** A peer: a plain loop over the rows of arrays, bounds in arrays too. */
final class ArrayLoop {
  private final double[][] values;

  ArrayLoop(double[][] values) {
    this.values = values;
  }

  long count(Screen screen) {
    Bounds[] bounds = bounds(screen);
    long count = 0;
    for (int row = 0; row < values[0].length; row++) {
      count += passes(bounds, row) ? 1 : 0;
    }
    return count;
  }

  /** Rows stand best first, so the first that pass are the best. */
  int top(Screen screen, int[] into) {
    Bounds[] bounds = bounds(screen);
    int count = 0;
    for (int row = 0; row < values[0].length && count < into.length; row++) {
      if (passes(bounds, row)) {
        into[count++] = row;
      }
    }
    return count;
  }

  private boolean passes(Bounds[] bounds, int row) {
    for (Bounds bound : bounds) {
      if (!bound.holds(values[bound.column][row])) {
        return false;
      }
    }
    return true;
  }

  private static Bounds[] bounds(Screen screen) {
    return screen.conditions().stream().map(Bounds::new).toArray(Bounds[]::new);
  }

  private static final class Bounds {
    private final int column;
    private final double[] from;
    private final double[] to;

    Bounds(AcceptedSet condition) {
      List<Interval> intervals = condition.intervals();
      column = condition.position();
      from = intervals.stream().mapToDouble(Interval::from).toArray();
      to = intervals.stream().mapToDouble(Interval::to).toArray();
    }

    boolean holds(double value) {
      for (int i = 0; i < from.length; i++) {
        if (from[i] <= value && value <= to[i]) {
          return true;
        }
      }
      return false;
    }
  }
}
