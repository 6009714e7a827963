package org.xinyidai.engine.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A bearer token (访问令牌): 256 random bits as text. It is shown once and kept only as its hash; with
 * that many bits a plain SHA-256 cannot be turned around, and a look-up by hash tells a guesser
 * nothing by its timing.
 */
public final class Token {
  private static final String PREFIX = "xyd_";
  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /** A new token that nobody had before. */
  public static Token random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Token(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether untrusted text has the shape of a token; what has not is never looked up. */
  public static boolean isWellFormed(String text) {
    return SHAPE.matcher(text).matches();
  }

  /**
   * The token of a text.
   *
   * @throws IllegalArgumentException when the text has not the shape of a token
   */
  public static Token of(String text) {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("not a token");
    }
    return new Token(text);
  }

  /** The text to hand to its holder, and to nobody else. */
  public String reveal() {
    return text;
  }

  /** What is stored: SHA-256 of the text, 32 bytes. */
  public byte[] hash() {
    return DigestUtils.sha256(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Never the text: tokens do not belong in logs. */
  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
