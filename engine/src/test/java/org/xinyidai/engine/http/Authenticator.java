package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an app on a telephone does: the code of the moment for a secret. RFC 6238. */
final class Authenticator {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Authenticator() {}

  static String code(String secret, Instant now) {
    byte[] step = ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond() / 30).array();
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(step);
      int value = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
      return "%06d".formatted(value % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String base32) {
    StringBuilder bits = new StringBuilder();
    for (byte letter : base32.getBytes(UTF_8)) {
      int value = ALPHABET.indexOf(letter);
      bits.append(Integer.toBinaryString(value | 32).substring(1));
    }
    byte[] bytes = new byte[bits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }
    return bytes;
  }
}
