package org.xinyidai.engine.serving;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.xinyidai.models.score.Rating;

/**
 * The figures that a batch run kept of one enterprise (批量评分结果).
 *
 * @param run the number of the run; its model and moment are told by {@link BatchRun}
 * @param asOf the day of the vector that was scored
 */
public record StoredRating(long run, int points, double probabilityOfDefault, LocalDate asOf) {
  private static final int BYTES = 8 + 4 + 8 + 8;

  static byte[] encode(long run, Rating rating, LocalDate asOf) {
    return ByteBuffer.allocate(BYTES)
        .putLong(run)
        .putInt(rating.points())
        .putDouble(rating.probabilityOfDefault())
        .putLong(asOf.toEpochDay())
        .array();
  }

  static StoredRating decode(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    return new StoredRating(
        bytes.getLong(), bytes.getInt(), bytes.getDouble(), LocalDate.ofEpochDay(bytes.getLong()));
  }
}
