package org.xinyidai.engine.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.xinyidai.engine.http.tls.Transport;

/** Headers that stand on every answer, also on 404 and 500 (安全响应头). */
final class SecurityHeaders {
  /** An answer of the API is data: a browser that shows it runs and loads nothing. */
  static final String DATA_POLICY =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /** Our own pages run and load what this server holds; data: is for the viewer's small icons. */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");

  /** A year; then a browser asks once whether TLS is still spoken here. RFC 6797. */
  static final String STRICT_TRANSPORT = "max-age=31536000; includeSubDomains";

  private final boolean secure;

  SecurityHeaders(Transport transport) {
    this.secure = transport.isSecure();
  }

  /** Puts all of them, with the policy for data. */
  void put(MultiMap headers) {
    headers
        .set(POLICY, DATA_POLICY)
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        .set(HttpHeaders.CACHE_CONTROL, "no-store");
    if (secure) {
      headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
    }
  }

  /** Allows a page of ours what it needs. */
  static void allowPage(MultiMap headers) {
    headers.set(POLICY, PAGE_POLICY);
  }
}
