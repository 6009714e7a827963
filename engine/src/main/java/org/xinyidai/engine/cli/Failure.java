package org.xinyidai.engine.cli;

/** A command cannot go on, and this is the one line that tells its user why and what to do. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message);
  }

  Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
