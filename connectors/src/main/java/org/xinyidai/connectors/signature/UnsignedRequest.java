package org.xinyidai.connectors.signature;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request that a client is about to sign and send (待签请求). */
public final class UnsignedRequest {
  private final String method;
  private final URI target;
  private final Map<String, String> headers = new TreeMap<>();
  private final byte[] content;

  /**
   * @param target whole, as it is sent, with scheme and host
   * @param headers that are sent and covered as well, such as Content-Type and Idempotency-Key
   * @param content as sent, empty where there is none
   */
  public UnsignedRequest(String method, URI target, Map<String, String> headers, byte[] content) {
    this.method = method;
    this.target = target;
    this.content = content.clone();
    headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
  }

  String method() {
    return method;
  }

  URI target() {
    return target;
  }

  /** By names in small letters. */
  Map<String, String> headers() {
    return headers;
  }

  byte[] content() {
    return content;
  }
}
