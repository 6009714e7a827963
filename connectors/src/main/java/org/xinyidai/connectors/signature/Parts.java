package org.xinyidai.connectors.signature;

import java.util.Optional;

/** What of a message a signature can cover (报文要素, RFC 9421 section 2). */
@FunctionalInterface
public interface Parts {
  /**
   * The value of a part as it is signed.
   *
   * @param name of a header field in small letters, or of a derived part with its {@code @}
   * @return empty where the message has no such part
   */
  Optional<String> part(String name);
}
