package org.xinyidai.connectors.seal;

import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM2 signatures with SM3 and the usual identity (SM2数字签名, GB/T 32918.2, GM/T 0009). */
public final class Sm2Seal {
  private Sm2Seal() {}

  /** The signature over the bytes, DER of two numbers; another one each time. */
  public static byte[] sign(Sm2Key key, byte[] bytes) {
    SM2Signer signer = new SM2Signer();
    signer.init(true, key.parameters());
    signer.update(bytes, 0, bytes.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  /**
   * Whether the holder of the public key signed the bytes; false for what is no key or signature.
   */
  public static boolean isGenuine(String publicHex, byte[] bytes, String signatureHex) {
    try {
      SM2Signer signer = new SM2Signer();
      signer.init(false, Sm2Key.publicKey(publicHex));
      signer.update(bytes, 0, bytes.length);
      return signer.verifySignature(HexFormat.of().parseHex(signatureHex));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a text is a point of the curve, uncompressed in hexadecimal. */
  public static boolean isPublicKey(String publicHex) {
    try {
      return publicHex.length() == Sm2Key.PUBLIC_DIGITS
          && !Sm2Key.publicKey(publicHex).getQ().isInfinity();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Whether the holder of the public key signed the bytes; false for what is no key or signature.
   */
  public static boolean isGenuine(String publicHex, byte[] bytes, byte[] signature) {
    return isGenuine(publicHex, bytes, HexFormat.of().formatHex(signature));
  }
}
