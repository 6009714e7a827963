package org.xinyidai.engine.http.tls;

/** A key or certificate cannot be used. The message is for whoever started the server. */
public final class UnusableTls extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableTls(String message) {
    super(message);
  }

  UnusableTls(String message, Throwable cause) {
    super(message, cause);
  }
}
