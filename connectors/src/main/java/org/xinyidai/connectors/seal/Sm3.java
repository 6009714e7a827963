package org.xinyidai.connectors.seal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3 digests (国密杂凑算法, GB/T 32905-2016), most of them in hexadecimal, small letters. */
public final class Sm3 {
  /** Digits of a digest in hexadecimal. */
  public static final int HEX_DIGITS = 64;

  private static final int BUFFER_BYTES = 1 << 16;

  private Sm3() {}

  /** The digest of all bytes; the stream stays open. */
  public static String of(InputStream bytes) throws IOException {
    SM3Digest digest = new SM3Digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(sum(digest));
  }

  public static String of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** The digest of a stretch of bytes. */
  public static String of(byte[] bytes, int from, int length) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, from, length);
    return HexFormat.of().formatHex(sum(digest));
  }

  /** The digest itself, 32 bytes. */
  public static byte[] digest(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    return sum(digest);
  }

  private static byte[] sum(SM3Digest digest) {
    byte[] sum = new byte[digest.getDigestSize()];
    digest.doFinal(sum, 0);
    return sum;
  }
}
