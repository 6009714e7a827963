package org.xinyidai.engine.http.tls;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;

/** Looks at keys and certificates before a server relies on them (证书检查). Blocks. */
public final class TlsCheck {
  /** GM/T and ASVS alike ask for no less. */
  private static final int SHORTEST_RSA_BITS = 2048;

  /** How a key of each kind signs, to see whether it fits its certificate. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "Ed25519");

  private static final byte[] ANYTHING = {1};

  private TlsCheck() {}

  /**
   * Passes when the server can speak TLS with these files now.
   *
   * @throws UnusableTls saying which file is wrong and what to do
   */
  public static void check(TlsFiles files, Vertx vertx, Instant now) {
    X509Certificate certificate = certificates(files.certificate(), "--tls-cert").get(0);
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw new UnusableTls(
          files.certificate()
              + ": the certificate ended at "
              + certificate.getNotAfter().toInstant()
              + "; put a new one there");
    }
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa
        && rsa.getModulus().bitLength() < SHORTEST_RSA_BITS) {
      throw new UnusableTls(
          files.certificate() + ": an RSA key has at least " + SHORTEST_RSA_BITS + " bits");
    }
    if (!fits(key(files, vertx, certificate), certificate)) {
      throw new UnusableTls(
          "the key in "
              + files.key()
              + " is not that of the certificate in "
              + files.certificate());
    }
    files.clientAuthorities().ifPresent(path -> certificates(path, "--tls-clients"));
  }

  private static List<X509Certificate> certificates(Path file, String option) {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableTls(
          file + " cannot be read as certificates in PEM; check the path of " + option, e);
    }
    throw new UnusableTls(file + " holds no certificate in PEM; check " + option);
  }

  private static PrivateKey key(TlsFiles files, Vertx vertx, X509Certificate certificate) {
    try {
      KeyManager[] loaded =
          TlsOptions.keyAndCertificate(files).getKeyManagerFactory(vertx).getKeyManagers();
      String kind = certificate.getPublicKey().getAlgorithm();
      return Arrays.stream(loaded)
          .flatMap(one -> key(one, kind).stream())
          .findFirst()
          .orElseThrow(() -> new GeneralSecurityException("no key of the kind " + kind));
    } catch (Exception e) { // Vert.x declares it
      throw new UnusableTls(
          files.key()
              + " cannot be read as the private key of the certificate;"
              + " it is PEM without a password, and --tls-key names it",
          e);
    }
  }

  private static Optional<PrivateKey> key(KeyManager manager, String kind) {
    if (!(manager instanceof X509KeyManager keys)) {
      return Optional.empty();
    }
    String[] aliases = keys.getServerAliases(kind, null);
    return aliases == null || aliases.length == 0
        ? Optional.empty()
        : Optional.ofNullable(keys.getPrivateKey(aliases[0]));
  }

  private static boolean fits(PrivateKey key, X509Certificate certificate) {
    try {
      String kind = SIGNATURES.getOrDefault(certificate.getPublicKey().getAlgorithm(), "Ed25519");
      Signature signing = Signature.getInstance(kind);
      signing.initSign(key);
      signing.update(ANYTHING);
      byte[] signature = signing.sign();
      signing.initVerify(certificate.getPublicKey());
      signing.update(ANYTHING);
      return signing.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
