package org.xinyidai.engine.supervision;

import java.util.Arrays;
import org.xinyidai.models.financing.application.ApplicationState;

/**
 * How long applications stood in a state (各环节用时).
 *
 * @param left stays that have ended
 * @param medianMinutes of those, the lower of two middle ones; 0 without any
 * @param p90Minutes nine of ten were no longer (nearest rank); 0 without any
 * @param there applications that stand there now
 */
public record StateStay(
    ApplicationState state, long left, long medianMinutes, long p90Minutes, long there) {
  private static final int NINE_TENTHS = 90;
  private static final int HALF = 50;
  private static final int ALL = 100;

  /** Of stays in minutes, in any order. */
  static StateStay of(ApplicationState state, long[] minutes, long there) {
    long[] sorted = minutes.clone();
    Arrays.sort(sorted);
    return new StateStay(
        state, sorted.length, rank(sorted, HALF), rank(sorted, NINE_TENTHS), there);
  }

  private static long rank(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) (((long) sorted.length * percent + ALL - 1) / ALL);
    return sorted[Math.max(1, rank) - 1];
  }
}
