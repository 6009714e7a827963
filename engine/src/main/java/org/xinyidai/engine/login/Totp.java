package org.xinyidai.engine.login;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every half minute (动态口令, RFC 6238 with HMAC-SHA-1, which is what
 * the usual apps know).
 */
final class Totp {
  static final int SECRET_BYTES = 20;

  private static final int STEP_SECONDS = 30;

  /** A code may come one step early or late: clocks differ, and fingers take time. */
  private static final int TOLERANCE = 1;

  private static final int MODULUS = 1_000_000;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_A_LETTER = 5;
  private static final int LETTER_MASK = (1 << BITS_A_LETTER) - 1;

  private Totp() {}

  static byte[] newSecret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /**
   * The step that a code belongs to; empty where it belongs to none near the moment, or to one that
   * was used before.
   *
   * @param lastStep the step of the last code that was accepted, before all when none was
   */
  static OptionalLong step(byte[] secret, String code, Instant now, long lastStep) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
      boolean same =
          MessageDigest.isEqual(code(secret, step).getBytes(US_ASCII), code.getBytes(US_ASCII));
      if (same && step > lastStep) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The code of a moment. */
  static String at(byte[] secret, Instant now) {
    return code(secret, now.getEpochSecond() / STEP_SECONDS);
  }

  private static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
    }
  }

  /** The secret as apps take it in: Base32 (RFC 4648) without padding. */
  static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte one : secret) {
      buffer = (buffer << Byte.SIZE) | (one & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS_A_LETTER) {
        bits -= BITS_A_LETTER;
        text.append(ALPHABET.charAt((buffer >> bits) & LETTER_MASK));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (BITS_A_LETTER - bits)) & LETTER_MASK));
    }
    return text.toString();
  }
}
