package org.xinyidai.connectors.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** A public key by which signatures are checked (验签公钥). */
public final class VerifyingKey {
  private static final String LABEL = "PUBLIC KEY";
  private static final int LINE = 64;

  private final SignatureAlgorithm algorithm;
  private final byte[] encoded;

  private VerifyingKey(SignatureAlgorithm algorithm, byte[] encoded) {
    this.algorithm = algorithm;
    this.encoded = encoded;
  }

  /**
   * The key of a PEM text ({@code BEGIN PUBLIC KEY}); empty for what is no key, or not on a curve
   * that is known here: Ed25519, P-256, SM2.
   */
  public static Optional<VerifyingKey> ofPem(String text) {
    return Pem.block(LABEL, text).flatMap(VerifyingKey::ofEncoded);
  }

  private static Optional<VerifyingKey> ofEncoded(byte[] encoded) {
    try {
      Optional<VerifyingKey> key =
          Pem.algorithm(SubjectPublicKeyInfo.getInstance(encoded).getAlgorithm())
              .map(algorithm -> new VerifyingKey(algorithm, encoded));
      if (key.isPresent()) {
        key.get().load();
      }
      return key;
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      return Optional.empty(); // libraries tell in many ways that bytes are no key
    }
  }

  /** The same key as text. */
  public String pem() {
    return "-----BEGIN "
        + LABEL
        + "-----\n"
        + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END "
        + LABEL
        + "-----\n";
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** Whether the holder of the private key signed the bytes; false for what is no signature. */
  public boolean isGenuine(byte[] bytes, byte[] signature) {
    try {
      return algorithm == SignatureAlgorithm.SM2_SM3
          ? isGenuineSm2(bytes, signature)
          : isGenuineJdk(bytes, signature);
    } catch (GeneralSecurityException | IOException e) {
      return false;
    }
  }

  private boolean isGenuineSm2(byte[] bytes, byte[] signature) throws IOException {
    SM2Signer signer = new SM2Signer();
    signer.init(false, sm2());
    signer.update(bytes, 0, bytes.length);
    return signer.verifySignature(signature);
  }

  private boolean isGenuineJdk(byte[] bytes, byte[] signature) throws GeneralSecurityException {
    Signature check = Signature.getInstance(algorithm.signatureKind());
    check.initVerify(jdk());
    check.update(bytes);
    return check.verify(signature);
  }

  private void load() throws GeneralSecurityException, IOException {
    if (algorithm == SignatureAlgorithm.SM2_SM3) {
      sm2();
    } else {
      jdk();
    }
  }

  private CipherParameters sm2() throws IOException {
    return PublicKeyFactory.createKey(encoded);
  }

  private PublicKey jdk() throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm.keyKind())
        .generatePublic(new X509EncodedKeySpec(encoded));
  }
}
