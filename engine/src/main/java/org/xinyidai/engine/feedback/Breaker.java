package org.xinyidai.engine.feedback;

import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a node alone that does not answer (熔断器): after some failures in a row nothing is sent for
 * a while, then one batch tries; when it gets through all may. For one thread that moves it; any
 * may look.
 */
final class Breaker {
  /** What may be sent. */
  enum Position {
    CLOSED("closed", "正常"),
    HALF_OPEN("half_open", "试探"),
    OPEN("open", "熔断");

    private final String code;
    private final String titleZh;

    Position(String code, String titleZh) {
      this.code = code;
      this.titleZh = titleZh;
    }

    String code() {
      return code;
    }

    String titleZh() {
      return titleZh;
    }
  }

  private final int most;
  private final Duration pause;
  private int failures;
  private boolean trying;
  private volatile Position position = Position.CLOSED;
  private volatile Instant until = Instant.MIN;

  Breaker(int most, Duration pause) {
    this.most = most;
    this.pause = pause;
  }

  Position position() {
    return position;
  }

  /** When the next try may be made; in the past while it is closed. */
  Instant until() {
    return until;
  }

  /** Whether a batch may be sent now; where it is the one that tries, this takes its turn. */
  synchronized boolean admits(Instant now) {
    if (position == Position.OPEN && !now.isBefore(until)) {
      position = Position.HALF_OPEN;
      trying = false;
    }
    if (position == Position.CLOSED) {
      return true;
    }
    boolean may = position == Position.HALF_OPEN && !trying;
    trying |= may;
    return may;
  }

  synchronized void succeeded() {
    failures = 0;
    position = Position.CLOSED;
    until = Instant.MIN;
  }

  synchronized void failed(Instant now) {
    failures++;
    if (failures >= most) {
      position = Position.OPEN;
      until = now.plus(pause);
    }
  }
}
