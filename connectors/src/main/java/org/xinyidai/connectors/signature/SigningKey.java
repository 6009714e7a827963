package org.xinyidai.connectors.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** A private key with which a client signs (签名私钥). It is never printed. */
public final class SigningKey {
  private static final String LABEL = "PRIVATE KEY";

  private final SignatureAlgorithm algorithm;
  private final byte[] encoded;

  private SigningKey(SignatureAlgorithm algorithm, byte[] encoded) {
    this.algorithm = algorithm;
    this.encoded = encoded;
  }

  /**
   * The key of a PEM file ({@code BEGIN PRIVATE KEY}, PKCS #8, without a password).
   *
   * @throws IOException saying what is wanted, when the file holds no such key
   */
  public static SigningKey ofFile(Path file) throws IOException {
    return ofPem(Files.readString(file), file.toString());
  }

  static SigningKey ofPem(String text, String where) throws IOException {
    byte[] encoded = Pem.block(LABEL, text).orElseThrow(() -> unknown(where));
    try {
      SignatureAlgorithm algorithm =
          Pem.algorithm(PrivateKeyInfo.getInstance(encoded).getPrivateKeyAlgorithm())
              .orElseThrow(() -> unknown(where));
      return new SigningKey(algorithm, encoded);
    } catch (IllegalArgumentException e) {
      throw unknown(where);
    }
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The signature over the bytes. */
  public byte[] sign(byte[] bytes) {
    try {
      return algorithm == SignatureAlgorithm.SM2_SM3 ? signSm2(bytes) : signJdk(bytes);
    } catch (GeneralSecurityException | IOException | CryptoException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  private byte[] signSm2(byte[] bytes) throws IOException, CryptoException {
    SM2Signer signer = new SM2Signer();
    signer.init(true, PrivateKeyFactory.createKey(encoded));
    signer.update(bytes, 0, bytes.length);
    return signer.generateSignature();
  }

  private byte[] signJdk(byte[] bytes) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm.signatureKind());
    signature.initSign(
        KeyFactory.getInstance(algorithm.keyKind())
            .generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    signature.update(bytes);
    return signature.sign();
  }

  private static IOException unknown(String where) {
    return new IOException(
        where + " holds no private key in PKCS #8 (BEGIN PRIVATE KEY) for Ed25519, P-256 or SM2");
  }
}
