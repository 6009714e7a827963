package org.xinyidai.engine.serving;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * How far the backfill of a feature has come (特征回填进度).
 *
 * @param schemaVersion the version that vectors are brought to
 * @param examined kept vectors looked at so far
 * @param filled those of them that lacked the feature and have it now
 * @param last key of the last vector that was looked at, in hexadecimal; empty at the beginning
 */
public record BackfillProgress(
    int schemaVersion, boolean complete, long examined, long filled, String last) {
  private static final int HEAD_BYTES = Integer.BYTES + 1 + 2 * Long.BYTES;

  static BackfillProgress begin(int schemaVersion) {
    return new BackfillProgress(schemaVersion, false, 0, 0, "");
  }

  byte[] lastKey() {
    return HexFormat.of().parseHex(last);
  }

  byte[] encode() {
    byte[] key = lastKey();
    return ByteBuffer.allocate(HEAD_BYTES + key.length)
        .putInt(schemaVersion)
        .put((byte) (complete ? 1 : 0))
        .putLong(examined)
        .putLong(filled)
        .put(key)
        .array();
  }

  static BackfillProgress decode(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    return new BackfillProgress(
        bytes.getInt(),
        bytes.get() != 0,
        bytes.getLong(),
        bytes.getLong(),
        HexFormat.of().formatHex(stored, HEAD_BYTES, stored.length));
  }
}
