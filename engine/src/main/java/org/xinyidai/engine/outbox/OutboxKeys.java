package org.xinyidai.engine.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;

/** Keys of the outbox and of what is kept beside it (待发箱键). */
final class OutboxKeys {
  private static final byte ID = 'i';
  private static final byte DAY = 'd';
  private static final byte TALLY = 't';
  private static final byte TOTAL = 'n';
  private static final int SCOPE_BYTES = 16;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private OutboxKeys() {}

  /** The number that the change has in the audit, and the place among the entries of the change. */
  static byte[] entry(long change, short place) {
    return ByteBuffer.allocate(Long.BYTES + Short.BYTES).putLong(change).putShort(place).array();
  }

  static byte[] ofId(String id) {
    byte[] text = id.getBytes(UTF_8);
    return ByteBuffer.allocate(1 + text.length).put(ID).put(text).array();
  }

  /** The list of days with events, in order. */
  static byte[] days() {
    return new byte[] {DAY};
  }

  static byte[] ofDay(LocalDate day) {
    return numbered(DAY, day).array();
  }

  static byte[] total() {
    return new byte[] {TOTAL};
  }

  static byte[] tallies() {
    return new byte[] {TALLY};
  }

  static byte[] tallies(LocalDate day) {
    return numbered(TALLY, day).array();
  }

  static byte[] tally(LocalDate day, Scope scope) {
    String whole = scope.district() + "\n" + scope.lender();
    byte[] digest = HexFormat.of().parseHex(Sm3.of(whole.getBytes(UTF_8)));
    byte[] head = tallies(day);
    return ByteBuffer.allocate(head.length + SCOPE_BYTES)
        .put(head)
        .put(Arrays.copyOf(digest, SCOPE_BYTES))
        .array();
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CHINA);
  }

  private static ByteBuffer numbered(byte list, LocalDate day) {
    return ByteBuffer.allocate(1 + Integer.BYTES).put(list).putInt((int) day.toEpochDay());
  }
}
