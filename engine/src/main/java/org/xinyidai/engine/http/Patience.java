package org.xinyidai.engine.http;

import java.time.Duration;

/**
 * How long a server waits for what (等待时限).
 *
 * @param idle after which a silent connection is closed, longer than any answer takes
 * @param lingering how long a connection whose body was refused may go on sending, so that the
 *     caller reads the answer before the connection is gone
 * @param draining how long requests under way may take to finish when the server stops
 */
public record Patience(Duration idle, Duration lingering, Duration draining) {
  static final Patience STANDARD =
      new Patience(Duration.ofSeconds(120), Duration.ofSeconds(2), Duration.ofSeconds(10));

  public Patience {
    if (idle.toSeconds() < 1 || lingering.isNegative() || draining.isNegative()) {
      throw new IllegalArgumentException("a server waits for a time that is not negative");
    }
  }
}
