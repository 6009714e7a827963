package org.xinyidai.connectors.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;

/**
 * SHA-256 over the feature names and every row: code, day, outcome, the bits of the values and the
 * missing reasons. The same data has the same digest in every format.
 */
final class DatasetDigest {
  private final MessageDigest digest;
  private long rows;

  DatasetDigest(FeatureSchema schema) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    schema.features().forEach(feature -> digest.update((feature.name() + "\n").getBytes(UTF_8)));
  }

  void add(DatasetRow row) {
    FeatureVector vector = row.features();
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + 1 + vector.size() * (Long.BYTES + 1));
    bytes.putLong(vector.asOf().toEpochDay()).put((byte) (row.bad() ? 1 : 0));
    for (int i = 0; i < vector.size(); i++) {
      bytes.putLong(Double.doubleToLongBits(vector.value(i))).put(vector.missing(i).code());
    }
    digest.update(vector.uscc().value().getBytes(UTF_8));
    digest.update(bytes.array());
    rows++;
  }

  long rows() {
    return rows;
  }

  /** The digest of all rows; asked once, at the end. */
  String end() {
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }
}
