package org.xinyidai.engine.http;

/** The server cannot listen where it was told to. The message is for whoever started it. */
public final class CannotListen extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotListen(String host, int port, Throwable cause) {
    super(
        "cannot listen on "
            + host
            + ":"
            + port
            + "; stop the program that uses this port, or choose another with --port",
        cause);
  }
}
