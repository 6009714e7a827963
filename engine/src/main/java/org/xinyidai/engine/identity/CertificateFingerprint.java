package org.xinyidai.engine.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a certificate (证书指纹), by which a client is told from all others.
 *
 * @param hex 64 small hexadecimal digits
 */
public record CertificateFingerprint(String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public CertificateFingerprint {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 fingerprint");
    }
  }

  public static CertificateFingerprint of(Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new CertificateFingerprint(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** Of a certificate in PEM, or of the digits themselves, with colons or without. */
  public static Optional<CertificateFingerprint> parse(String text) {
    String digits = text.strip().replace(":", "").toLowerCase(Locale.ROOT);
    if (SHAPE.matcher(digits).matches()) {
      return Optional.of(new CertificateFingerprint(digits));
    }
    try {
      return Optional.of(
          of(
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(text.getBytes(UTF_8)))));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
