package org.xinyidai.engine.serving;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The figures that a batch run kept of one enterprise (批量评分结果), with what names their inputs:
 * enough to compute them again from the facts and to know that it was done right.
 *
 * @param run the number of the run; its model and moment are told by {@link BatchRun}
 * @param asOf the day of the vector that was scored
 * @param knownAt when that was known
 * @param schemaVersion of that vector
 * @param digest of all inputs, as {@link ScoreDigest} makes it, in hexadecimal
 */
public record StoredRating(
    long run,
    int points,
    double probabilityOfDefault,
    LocalDate asOf,
    Instant knownAt,
    int schemaVersion,
    String digest) {
  private static final int DIGEST_AT = 8 + 4 + 8 + 8 + 12 + 4;
  private static final int BYTES = DIGEST_AT + ScoreDigest.BYTES;

  /** The figures of a vector as it is stored. */
  static byte[] encode(
      long run, int points, double probabilityOfDefault, byte[] vector, byte[] digest) {
    Instant knownAt = VectorCodec.knownAt(vector);
    return ByteBuffer.allocate(BYTES)
        .putLong(run)
        .putInt(points)
        .putDouble(probabilityOfDefault)
        .putLong(VectorCodec.epochDay(vector))
        .putLong(knownAt.getEpochSecond())
        .putInt(knownAt.getNano())
        .putInt(VectorCodec.schemaVersion(vector))
        .put(digest)
        .array();
  }

  /** Whether stored figures name their inputs; the first versions did not. */
  static boolean isProvable(byte[] stored) {
    return stored.length == BYTES;
  }

  /** The digest of stored figures, without reading the rest. */
  static byte[] digest(byte[] stored) {
    return Arrays.copyOfRange(stored, DIGEST_AT, BYTES);
  }

  /** The number of the run of stored figures, without reading the rest. */
  static long run(byte[] stored) {
    return ByteBuffer.wrap(stored).getLong();
  }

  static StoredRating decode(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    return new StoredRating(
        bytes.getLong(),
        bytes.getInt(),
        bytes.getDouble(),
        LocalDate.ofEpochDay(bytes.getLong()),
        Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()),
        bytes.getInt(),
        HexFormat.of().formatHex(digest(stored)));
  }
}
