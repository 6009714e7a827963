package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/** Reads a query or a form. */
final class Query {
  private Query() {}

  /** The value of a name; empty where it is not there. */
  static String of(String query, String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
      }
    }
    return "";
  }
}
