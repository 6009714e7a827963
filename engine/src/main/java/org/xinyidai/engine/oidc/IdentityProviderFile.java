package org.xinyidai.engine.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that names providers (身份提供方配置文件): JSON with {@code publicUrl} and {@code providers},
 * each with id, title, organisation, issuer, clientId and secretFile beside it. A key that is not
 * known is an error: a misspelt one would be silently without effect.
 */
public final class IdentityProviderFile {
  private IdentityProviderFile() {}

  record Stored(@Nullable String publicUrl, @Nullable List<Entry> providers) {}

  record Entry(
      @Nullable String id,
      @Nullable String title,
      @Nullable String organisation,
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String secretFile) {}

  /**
   * Reads the file and the secrets that it names.
   *
   * @throws IOException when a file cannot be read, or says something that cannot be
   */
  public static IdentityProviders read(Path file) throws IOException {
    try {
      Stored stored = new ObjectMapper().readValue(Files.readAllBytes(file), Stored.class);
      List<IdentityProvider> providers = new ArrayList<>();
      for (Entry entry : stored.providers() == null ? List.<Entry>of() : stored.providers()) {
        providers.add(provider(entry, file));
      }
      String base = required("publicUrl", stored.publicUrl()).replaceAll("/+$", "");
      return new IdentityProviders(URI.create(base + IdentityProviders.CALLBACK), providers);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IOException(file + ": " + firstLine(e), e);
    }
  }

  private static IdentityProvider provider(Entry entry, Path file) throws IOException {
    Path secret = file.resolveSibling(required("secretFile", entry.secretFile()));
    return new IdentityProvider(
        required("id", entry.id()),
        required("title", entry.title()),
        required("organisation", entry.organisation()),
        URI.create(required("issuer", entry.issuer())),
        required("clientId", entry.clientId()),
        new IdentityProvider.Secret(Files.readString(secret).strip()));
  }

  private static String required(String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(key + " is required");
    }
    return value;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
