package org.xinyidai.engine.oidc;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The providers of this platform (身份提供方配置).
 *
 * @param callback the address of this platform to which providers send browsers back
 */
public record IdentityProviders(URI callback, List<IdentityProvider> all) {
  /** Below the platform's public address. */
  public static final String CALLBACK = "/api/v1/sessions/provider/callback";

  /** People come in by passwords alone. */
  public static final IdentityProviders NONE =
      new IdentityProviders(URI.create("http://localhost" + CALLBACK), List.of());

  public IdentityProviders {
    all = List.copyOf(all);
    if (!IdentityProvider.isProtected(callback)) {
      throw new IllegalArgumentException("publicUrl must be https, or of this machine");
    }
    if (all.stream().map(IdentityProvider::id).distinct().count() < all.size()) {
      throw new IllegalArgumentException("two providers have the same id");
    }
  }

  public Optional<IdentityProvider> find(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
