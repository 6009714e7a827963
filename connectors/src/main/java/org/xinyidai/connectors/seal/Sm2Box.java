package org.xinyidai.connectors.seal;

import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.jspecify.annotations.Nullable;

/**
 * Short secrets that one receiver alone can read (SM2公钥加密, GB/T 32918.4): point, digest and hidden
 * bytes in this order (C1C3C2), the point uncompressed.
 */
public final class Sm2Box {
  private Sm2Box() {}

  /**
   * Hides bytes from all but the holder of a private key.
   *
   * @param publicHex of the receiver, as {@link Sm2Key#publicHex} gives it
   * @throws IllegalArgumentException when that is no public key
   */
  public static byte[] seal(String publicHex, byte[] bytes, SecureRandom random) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(Sm2Key.publicKey(publicHex), random));
    try {
      return engine.processBlock(bytes, 0, bytes.length);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("the key cannot seal", e);
    }
  }

  /** The hidden bytes; null for what was sealed for another key, or altered. */
  public static byte @Nullable [] open(Sm2Key key, byte[] sealed) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(false, key.parameters());
    try {
      return engine.processBlock(sealed, 0, sealed.length);
    } catch (InvalidCipherTextException | RuntimeException e) {
      return null; // the library tells in many ways that a stranger's bytes are no seal
    }
  }
}
