package org.xinyidai.connectors.bdci;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.xinyidai.models.subject.Uscc;

/**
 * Codes derived from the ids of the data set: {@code 91}, the division {@code 990002} that GB/T
 * 2260 gives to no place, eight characters from the SHA-256 of the id, and both check characters.
 * The same id, the same code, whatever else a folder holds; no real one.
 */
final class BdciCodes {
  private static final String STEM = "91990002";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int BODY_LENGTH = 8;
  private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());

  private BdciCodes() {}

  static Uscc uscc(String id) {
    BigInteger rest = new BigInteger(1, sha256(id));
    StringBuilder body = new StringBuilder(BODY_LENGTH);
    for (int i = 0; i < BODY_LENGTH; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      body.append(ALPHABET.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return Uscc.fromStem(STEM + body);
  }

  private static byte[] sha256(String id) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
