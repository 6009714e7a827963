package org.xinyidai.engine.identity;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids drawn at random (随机编号), so that nobody counts or guesses the things of others. */
public final class RandomId {
  private RandomId() {}

  /**
   * The digits of a new id, in hexadecimal.
   *
   * @param bytes drawn, of two digits each
   */
  public static String digits(SecureRandom random, int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
