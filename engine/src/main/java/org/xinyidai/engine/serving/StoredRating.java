package org.xinyidai.engine.serving;

import java.nio.ByteBuffer;
import java.time.LocalDate;

/**
 * The figures that a batch run kept of one enterprise (批量评分结果).
 *
 * @param run the number of the run; its model and moment are told by {@link BatchRun}
 * @param asOf the day of the vector that was scored
 */
public record StoredRating(long run, int points, double probabilityOfDefault, LocalDate asOf) {
  private static final int BYTES = 8 + 4 + 8 + 8;

  static byte[] encode(long run, int points, double probabilityOfDefault, long epochDay) {
    return ByteBuffer.allocate(BYTES)
        .putLong(run)
        .putInt(points)
        .putDouble(probabilityOfDefault)
        .putLong(epochDay)
        .array();
  }

  static StoredRating decode(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    return new StoredRating(
        bytes.getLong(), bytes.getInt(), bytes.getDouble(), LocalDate.ofEpochDay(bytes.getLong()));
  }
}
