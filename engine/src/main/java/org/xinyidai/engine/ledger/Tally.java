package org.xinyidai.engine.ledger;

import java.nio.ByteBuffer;

/**
 * What became of the rows of a cell (台账计数).
 *
 * @param received all rows; accepted + repeated + rejected
 * @param accepted new or corrected facts
 * @param corrected of these, those that correct an earlier version
 * @param repeated rows that said again what was known
 * @param rejected rows in quarantine
 * @param inTime accepted, repeated and resolved rows that came before their deadline
 * @param resolved rejected rows that were filed later under their enterprise
 * @param codeErrors rejected rows whose code is missing or wrong
 */
public record Tally(
    long received,
    long accepted,
    long corrected,
    long repeated,
    long rejected,
    long inTime,
    long resolved,
    long codeErrors) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

  private static final int FIELDS = 8;

  /**
   * Rejected rows that found their enterprise; they were received before.
   *
   * @param rows below zero where they are taken back
   * @param inTime those of them that first came before their deadline
   */
  public static Tally resolved(long rows, long inTime) {
    return new Tally(0, 0, 0, 0, 0, inTime, rows, 0);
  }

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(
        received + other.received,
        accepted + other.accepted,
        corrected + other.corrected,
        repeated + other.repeated,
        rejected + other.rejected,
        inTime + other.inTime,
        resolved + other.resolved,
        codeErrors + other.codeErrors);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(FIELDS * Long.BYTES)
        .putLong(received)
        .putLong(accepted)
        .putLong(corrected)
        .putLong(repeated)
        .putLong(rejected)
        .putLong(inTime)
        .putLong(resolved)
        .putLong(codeErrors)
        .array();
  }

  static Tally of(byte[] bytes) {
    ByteBuffer fields = ByteBuffer.wrap(bytes);
    return new Tally(
        fields.getLong(),
        fields.getLong(),
        fields.getLong(),
        fields.getLong(),
        fields.getLong(),
        fields.getLong(),
        fields.getLong(),
        fields.getLong());
  }
}
