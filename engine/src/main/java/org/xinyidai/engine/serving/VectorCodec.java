package org.xinyidai.engine.serving;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.subject.Uscc;

/**
 * The stored bytes of a feature vector (特征向量存储格式): schema version (4), day (8), instant known (8 +
 * 4), count (4), the values (8 each, NaN where missing), the missing reasons (1 each). The code is
 * not inside: it stands in the key.
 */
public final class VectorCodec {
  private static final int KNOWN_AT = 4 + 8;
  private static final int HEAD_BYTES = KNOWN_AT + 8 + 4 + 4;

  private VectorCodec() {}

  public static byte[] encode(FeatureVector vector) {
    int size = vector.size();
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + size * (Double.BYTES + 1));
    bytes.putInt(vector.schemaVersion());
    bytes.putLong(vector.asOf().toEpochDay());
    putInstant(bytes, vector.knownAt());
    bytes.putInt(size);
    for (int i = 0; i < size; i++) {
      bytes.putDouble(vector.value(i));
    }
    for (int i = 0; i < size; i++) {
      bytes.put(vector.missing(i).code());
    }
    return bytes.array();
  }

  private static void putInstant(ByteBuffer bytes, Instant instant) {
    long seconds = instant.getEpochSecond();
    bytes.putLong(seconds);
    bytes.putInt(instant.getNano());
  }

  /** The schema version of a stored vector, without reading the rest. */
  static int schemaVersion(byte[] stored) {
    return ByteBuffer.wrap(stored).getInt();
  }

  /** The epoch day of a stored vector, without reading the rest. */
  static long epochDay(byte[] stored) {
    return ByteBuffer.wrap(stored).getLong(Integer.BYTES);
  }

  /** The instant of knowledge of a stored vector, without reading the rest. */
  static Instant knownAt(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored, KNOWN_AT, Long.BYTES + Integer.BYTES);
    return Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
  }

  /** Whether any value is there, without making the vector. */
  static boolean isKnown(byte[] stored) {
    int size = ByteBuffer.wrap(stored).getInt(HEAD_BYTES - Integer.BYTES);
    for (int i = HEAD_BYTES + size * Double.BYTES; i < stored.length; i++) {
      if (stored[i] == MissingReason.NONE.code()) {
        return true;
      }
    }
    return false;
  }

  /** Adds to a digest all of a stored vector but when it was known. */
  static void digest(byte[] stored, MessageDigest into) {
    into.update(stored, 0, KNOWN_AT);
    int from = KNOWN_AT + Long.BYTES + Integer.BYTES;
    into.update(stored, from, stored.length - from);
  }

  /** Some values of a stored vector, by their positions; NaN where missing. */
  static double[] values(byte[] stored, int[] positions) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    double[] values = new double[positions.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getDouble(HEAD_BYTES + positions[i] * Double.BYTES);
    }
    return values;
  }

  public static FeatureVector decode(Uscc uscc, byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    int schemaVersion = bytes.getInt();
    LocalDate asOf = LocalDate.ofEpochDay(bytes.getLong());
    Instant knownAt = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
    double[] values = new double[bytes.getInt()];
    byte[] missing = new byte[values.length];
    bytes.asDoubleBuffer().get(values);
    bytes.position(HEAD_BYTES + values.length * Double.BYTES).get(missing);
    return new FeatureVector(uscc, schemaVersion, asOf, knownAt, values, missing);
  }
}
