package org.xinyidai.connectors.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/** Arrow values as the texts that a CSV file would hold (Arrow取值). */
final class ArrowText {
  /** Characters of a row are bounded; a byte more for each is the longest it may take in UTF-8. */
  private static final int BYTES_A_CHAR = 4;

  private ArrowText() {}

  /** Whether the type is one that {@link #of} reads; nested and binary ones are not. */
  static boolean isRead(FieldVector vector) {
    return vector instanceof VarCharVector
        || vector instanceof LargeVarCharVector
        || vector instanceof BaseIntVector
        || vector instanceof DecimalVector
        || vector instanceof Decimal256Vector
        || vector instanceof Float8Vector
        || vector instanceof Float4Vector
        || vector instanceof BitVector
        || vector instanceof DateDayVector
        || vector instanceof DateMilliVector
        || vector instanceof TimeStampVector;
  }

  /** The text of a value; null where it is missing or of another type. */
  static @Nullable String of(FieldVector vector, int row, int maxChars) throws UnreadableFile {
    if (vector.isNull(row) || !isRead(vector)) {
      return null;
    }
    if (vector instanceof VarCharVector text) {
      refuseLong(text.getValueLength(row), maxChars);
      return String.valueOf(text.getObject(row));
    }
    if (vector instanceof LargeVarCharVector text) {
      refuseLong(text.getValueLength(row), maxChars);
      return String.valueOf(text.getObject(row));
    }
    if (vector instanceof BaseIntVector number) {
      return String.valueOf(number.getValueAsLong(row));
    }
    if (vector instanceof TimeStampVector stamp) {
      return ValueText.dayOf(instant(stamp, row), isZoned(stamp));
    }
    Object value = vector.getObject(row);
    if (value instanceof BigDecimal decimal) {
      return ValueText.plain(decimal);
    }
    if (value instanceof Double number) {
      return ValueText.of(number);
    }
    if (value instanceof Float number) {
      return ValueText.of(new BigDecimal(number.toString()));
    }
    return vector instanceof DateDayVector day
        ? LocalDate.ofEpochDay(day.get(row)).toString()
        : String.valueOf(value);
  }

  /** The place in a dictionary that an encoded value names. */
  static int index(FieldVector vector, int row) {
    return Math.toIntExact(((BaseIntVector) vector).getValueAsLong(row));
  }

  private static void refuseLong(long bytes, int maxChars) throws UnreadableFile {
    if (bytes < 0 || bytes > (long) maxChars * BYTES_A_CHAR) {
      throw new UnreadableFile("a text of " + bytes + " bytes; no record holds so much");
    }
  }

  private static Instant instant(TimeStampVector stamp, int row) {
    long value = stamp.get(row);
    TimeUnit unit = ((ArrowType.Timestamp) stamp.getField().getType()).getUnit();
    long perSecond =
        switch (unit) {
          case SECOND -> 1L;
          case MILLISECOND -> 1_000L;
          case MICROSECOND -> 1_000_000L;
          case NANOSECOND -> 1_000_000_000L;
        };
    return Instant.ofEpochSecond(Math.floorDiv(value, perSecond));
  }

  private static boolean isZoned(TimeStampVector stamp) {
    return ((ArrowType.Timestamp) stamp.getField().getType()).getTimezone() != null;
  }
}
