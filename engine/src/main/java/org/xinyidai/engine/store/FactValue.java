package org.xinyidai.engine.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.RowCodec;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.subject.Uscc;

/**
 * The stored value of a fact: when it became known (8 bytes, microseconds of the epoch), its
 * version (4, its sign bit set where the version takes the fact back), and the row as {@link
 * RowCodec} writes it. Fixed places, so that a waiting value takes its clock and its version
 * without a copy.
 */
final class FactValue {
  private static final int VERSION_AT = Long.BYTES;
  private static final int ROW_AT = VERSION_AT + Integer.BYTES;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private FactValue() {}

  /** The value of a first version whose clock is yet to be set. */
  static byte[] of(Feed<?> feed, Row row) {
    byte[] bytes = RowCodec.encode(feed, row);
    byte[] value = new byte[ROW_AT + bytes.length];
    System.arraycopy(bytes, 0, value, ROW_AT, bytes.length);
    return value;
  }

  static int version(byte[] value) {
    return (int) INT.get(value, VERSION_AT) & Integer.MAX_VALUE;
  }

  /** Whether this version takes the fact back. */
  static boolean isWithdrawn(byte[] value) {
    return (int) INT.get(value, VERSION_AT) < 0;
  }

  /** The next version with the same row: one that takes the fact back, or one that holds again. */
  static byte[] next(byte[] head, Instant knownAt, boolean withdrawn) {
    byte[] next = head.clone();
    stamp(next, knownAt, version(head) + 1);
    if (withdrawn) {
      INT.set(next, VERSION_AT, version(next) | Integer.MIN_VALUE);
    }
    return next;
  }

  static Instant knownAt(byte[] value) {
    return Instant.EPOCH.plus((long) LONG.get(value, 0), ChronoUnit.MICROS);
  }

  /** Sets the instant and the version in place; only for a value that was not put yet. */
  static void stamp(byte[] value, Instant knownAt, int version) {
    LONG.set(value, 0, ChronoUnit.MICROS.between(Instant.EPOCH, knownAt));
    INT.set(value, VERSION_AT, version);
  }

  /** Whether both say the same, whenever they became known. */
  static boolean sameRow(byte[] a, byte[] b) {
    return Arrays.equals(a, ROW_AT, a.length, b, ROW_AT, b.length);
  }

  static Row row(Feed<?> feed, Uscc uscc, byte[] value) {
    return RowCodec.decode(feed, uscc, value, ROW_AT);
  }

  static Fact<?> fact(Uscc uscc, byte[] key, byte[] value) {
    return fact(FactKey.feedOf(key), uscc, key, value);
  }

  private static <R extends SourceRecord> Fact<R> fact(
      Feed<R> feed, Uscc uscc, byte[] key, byte[] value) {
    R record = feed.read(RowCodec.decode(feed, uscc, value, ROW_AT));
    return new Fact<>(
        feed, record, FactKey.identityOf(key), version(value), knownAt(value), isWithdrawn(value));
  }
}
