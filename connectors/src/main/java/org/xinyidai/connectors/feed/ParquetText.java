package org.xinyidai.connectors.feed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Parquet values as the texts that a CSV file would hold (Parquet取值). */
final class ParquetText {
  /** The Julian day on which 1970 began: the oldest kind of timestamp counts so. */
  private static final long EPOCH_JULIAN_DAY = 2_440_588;

  private ParquetText() {}

  /** The text of a value that is there. */
  static String of(Group row, int place, PrimitiveType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> String.valueOf(row.getBoolean(place, 0));
      case INT32 -> whole(row.getInteger(place, 0), meaning);
      case INT64 -> whole(row.getLong(place, 0), meaning);
      case FLOAT -> ValueText.of(new BigDecimal(Float.toString(row.getFloat(place, 0))));
      case DOUBLE -> ValueText.of(row.getDouble(place, 0));
      case INT96 -> oldTimestamp(row.getInt96(place, 0).getBytes());
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          meaning instanceof DecimalLogicalTypeAnnotation decimal
              ? decimal(new BigInteger(row.getBinary(place, 0).getBytes()), decimal)
              : row.getBinary(place, 0).toStringUsingUTF8();
    };
  }

  private static String whole(long value, LogicalTypeAnnotation meaning) {
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal(BigInteger.valueOf(value), decimal);
    }
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value).toString();
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation stamp) {
      long perSecond =
          switch (stamp.getUnit()) {
            case MILLIS -> 1_000L;
            case MICROS -> 1_000_000L;
            case NANOS -> 1_000_000_000L;
          };
      Instant moment = Instant.ofEpochSecond(Math.floorDiv(value, perSecond));
      return ValueText.dayOf(moment, stamp.isAdjustedToUTC());
    }
    return String.valueOf(value);
  }

  private static String decimal(BigInteger unscaled, DecimalLogicalTypeAnnotation decimal) {
    return ValueText.plain(new BigDecimal(unscaled, decimal.getScale()));
  }

  private static String oldTimestamp(byte[] bytes) {
    ByteBuffer stamp = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long seconds = stamp.getLong() / 1_000_000_000L;
    long day = Integer.toUnsignedLong(stamp.getInt()) - EPOCH_JULIAN_DAY;
    return ValueText.dayOf(Instant.ofEpochSecond(day * 86_400 + seconds), true);
  }
}
