package org.xinyidai.engine.http.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a server that speaks TLS (证书文件), all in PEM.
 *
 * @param key private key without a password, readable by its owner alone
 * @param certificate of the server first, then those by which it is signed
 * @param clients authorities whose certificates are asked of clients; null where none are asked
 */
public record TlsFiles(Path key, Path certificate, @Nullable Path clients) {

  public Optional<Path> clientAuthorities() {
    return Optional.ofNullable(clients);
  }

  /** Every file there is. */
  public List<Path> all() {
    return Stream.concat(Stream.of(key, certificate), clientAuthorities().stream()).toList();
  }
}
