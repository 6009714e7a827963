package org.xinyidai.connectors.signature;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Keys as text (RFC 7468): what stands between the lines that begin and end one. */
final class Pem {
  /** RFC 8410 section 3. */
  private static final String ED25519 = "1.3.101.112";

  private Pem() {}

  /** The bytes of the first block of a label; empty where there is none or it is no Base64. */
  static Optional<byte[]> block(String label, String text) {
    Matcher found =
        Pattern.compile(
                "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
            .matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(found.group(1).replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The algorithm that a key is for, by what it says of itself; empty for one not known here. */
  static Optional<SignatureAlgorithm> algorithm(AlgorithmIdentifier said) {
    if (said.getAlgorithm().getId().equals(ED25519)) {
      return Optional.of(SignatureAlgorithm.ED25519);
    }
    if (!said.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        || !(said.getParameters() instanceof ASN1ObjectIdentifier curve)) {
      return Optional.empty();
    }
    if (curve.equals(SECObjectIdentifiers.secp256r1)) {
      return Optional.of(SignatureAlgorithm.ECDSA_P256_SHA256);
    }
    return curve.equals(GMObjectIdentifiers.sm2p256v1)
        ? Optional.of(SignatureAlgorithm.SM2_SM3)
        : Optional.empty();
  }
}
