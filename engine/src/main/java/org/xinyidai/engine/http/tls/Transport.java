package org.xinyidai.engine.http.tls;

/** By which way bytes come to the server (传输方式). */
public sealed interface Transport {

  /** In the clear: for callers on this machine alone. */
  record Plain() implements Transport {}

  /** In the clear from a proxy that speaks TLS with the callers and passes on their field Host. */
  record BehindProxy() implements Transport {}

  /** By TLS from the callers to here. */
  record Tls(TlsFiles files) implements Transport {}

  /** Whether callers speak TLS, here or with a proxy. */
  default boolean isSecure() {
    return !(this instanceof Plain);
  }

  /** The scheme of addresses as callers see them. */
  default String scheme() {
    return isSecure() ? "https" : "http";
  }
}
