package org.xinyidai.engine.oidc;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where an organisation's people prove who they are (身份提供方).
 *
 * @param id in addresses of this platform
 * @param title for people
 * @param organisation whose accounts it may speak for, and no other's
 * @param issuer over TLS, or on this machine itself
 */
public record IdentityProvider(
    String id, String title, String organisation, URI issuer, String clientId, Secret secret) {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

  /** What the platform proves itself by; never printed. */
  public record Secret(String text) {
    @Override
    public String toString() {
      return "Secret[hidden]";
    }
  }

  public IdentityProvider {
    if (!ID.matcher(id).matches() || title.isBlank() || organisation.isBlank()) {
      throw new IllegalArgumentException(
          "a provider has an id of small letters, digits and hyphens, a title, an organisation");
    }
    if (clientId.isBlank() || secret.text().isBlank()) {
      throw new IllegalArgumentException(id + ": clientId and the file of the secret are required");
    }
    if (!isProtected(issuer)) {
      throw new IllegalArgumentException(id + ": the issuer must be https, or of this machine");
    }
  }

  /** Whether nobody can listen on the way. */
  static boolean isProtected(URI address) {
    boolean local = "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
    return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && local);
  }
}
