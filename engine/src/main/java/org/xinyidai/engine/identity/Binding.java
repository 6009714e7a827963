package org.xinyidai.engine.identity;

import java.util.List;
import java.util.Map;

/**
 * What an account must show beside its token (账户绑定): a token that was stolen opens nothing then.
 *
 * @param certificates SHA-256 fingerprints in hexadecimal, of which the client's certificate must
 *     be one; none where no certificate is wanted
 * @param keys public keys in PEM by their ids, by one of which every request that changes state
 *     must be signed; none where no signature is wanted
 */
public record Binding(List<String> certificates, Map<String, String> keys) {
  /** A token is enough. */
  public static final Binding NONE = new Binding(List.of(), Map.of());

  public Binding {
    certificates = List.copyOf(certificates);
    keys = Map.copyOf(keys);
  }
}
