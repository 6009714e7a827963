package org.xinyidai.engine.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message (留言). It is words or one file.
 *
 * @param number from 1, in order
 * @param side whose organisation sent it
 * @param account who sent it for its organisation
 */
public record Message(
    int number, Instant at, Side side, String account, String text, @Nullable Attachment file) {
  /** The longest text, in characters: what is longer is a document, and can be sent as one. */
  public static final int MAX_TEXT = 2_000;

  /** The two sides of an inquiry. */
  public enum Side {
    ENTERPRISE,
    LENDER
  }

  /**
   * A file that was sent (附件).
   *
   * @param name as the sender called it
   * @param sm3 digest, in hexadecimal
   */
  public record Attachment(String name, String contentType, int bytes, String sm3) {}
}
