package org.xinyidai.engine.feedback;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again (退避): doubled with every failure up to a bound, and between
 * half of that and all of it by chance, so that many senders do not come back at the same moment.
 */
final class Backoff {
  /** Beyond it the bound is reached anyway, and a shift would overflow. */
  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /**
   * The wait after so many failures.
   *
   * @param failures at least 1
   */
  Duration after(int failures) {
    int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
    long whole = Math.min(longest.toNanos(), first.toNanos() << doublings);
    long bounded = whole <= 0 ? longest.toNanos() : whole;
    return Duration.ofNanos(bounded / 2 + random.nextLong(bounded / 2 + 1));
  }
}
