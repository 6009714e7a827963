package org.xinyidai.engine.outbox;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
import org.xinyidai.engine.store.KeyParts;

/** Keys of the outbox and of what is kept beside it (待发箱键). */
final class OutboxKeys {
  private static final byte ID = 'i';
  private static final byte DAY = 'd';
  private static final byte TALLY = 't';
  private static final byte TOTAL = 'n';
  private static final int SCOPE_BYTES = 16;

  private OutboxKeys() {}

  /** The number that the change has in the audit, and the place among the entries of the change. */
  static byte[] entry(long change, short place) {
    return ByteBuffer.allocate(Long.BYTES + Short.BYTES).putLong(change).putShort(place).array();
  }

  static byte[] ofId(String id) {
    return KeyParts.of(ID, id);
  }

  /** The list of days with events, in order. */
  static byte[] days() {
    return new byte[] {DAY};
  }

  static byte[] ofDay(LocalDate day) {
    return numbered(DAY, day);
  }

  static byte[] total() {
    return new byte[] {TOTAL};
  }

  static byte[] tallies() {
    return new byte[] {TALLY};
  }

  static byte[] tallies(LocalDate day) {
    return numbered(TALLY, day);
  }

  static byte[] tally(LocalDate day, Scope scope) {
    String whole = scope.district() + "\n" + scope.lender();
    return KeyParts.join(tallies(day), KeyParts.digest(whole, SCOPE_BYTES));
  }

  private static byte[] numbered(byte list, LocalDate day) {
    return ByteBuffer.allocate(1 + Integer.BYTES).put(list).putInt((int) day.toEpochDay()).array();
  }
}
