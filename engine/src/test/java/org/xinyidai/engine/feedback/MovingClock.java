package org.xinyidai.engine.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
final class MovingClock implements InstantSource {
  /** A Thursday in a week without holidays, ten in the morning in China. */
  static final Instant BEGIN = Instant.parse("2026-07-09T02:00:00Z");

  private volatile Instant now = BEGIN;

  @Override
  public Instant instant() {
    return now;
  }

  void to(Instant later) {
    now = later.isAfter(now) ? later : now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
