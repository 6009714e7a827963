package org.xinyidai.connectors.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.StringItem;

/** The text over which a signature is made (签名原文, RFC 9421 section 2.5). */
final class SignatureBase {
  private SignatureBase() {}

  /**
   * The names that a signature covers; empty where one stands twice, is no name, or carries
   * parameters of its own, which are not understood here.
   */
  static Optional<List<String>> covered(InnerList input) {
    Set<String> seen = new HashSet<>();
    for (Item<?> item : input.get()) {
      if (!(item instanceof StringItem name)
          || !item.getParams().isEmpty()
          || !seen.add(name.get())) {
        return Optional.empty();
      }
    }
    return Optional.of(input.get().stream().map(item -> String.valueOf(item.get())).toList());
  }

  /** The text; empty where the message lacks one of the parts. */
  static Optional<byte[]> of(InnerList input, List<String> covered, Parts message) {
    StringBuilder text = new StringBuilder();
    for (String name : covered) {
      Optional<String> value = message.part(name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      text.append(StringItem.valueOf(name).serialize()).append(": ").append(value.get());
      text.append('\n');
    }
    text.append("\"@signature-params\": ").append(input.serialize());
    return Optional.of(text.toString().getBytes(ISO_8859_1));
  }
}
