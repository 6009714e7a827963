package org.xinyidai.connectors.seal;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Digests by SM3 (SM3杂凑, GB/T 32905-2016). */
public final class Sm3 {
  /** Digits of a digest in hexadecimal. */
  public static final int HEX_DIGITS = 64;

  private Sm3() {}

  /** The digest in hexadecimal, small letters. */
  public static String hex(byte[] bytes) {
    return hex(bytes, 0, bytes.length);
  }

  /** The digest of a stretch of bytes. */
  public static String hex(byte[] bytes, int from, int length) {
    SM3Digest sm3 = new SM3Digest();
    sm3.update(bytes, from, length);
    byte[] digest = new byte[sm3.getDigestSize()];
    sm3.doFinal(digest, 0);
    return HexFormat.of().formatHex(digest);
  }
}
