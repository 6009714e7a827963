package org.xinyidai.engine.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.Score;

/**
 * A score as it was served (存档评分), with all that is needed to compute it again. Never changed; what
 * was read again with the same inputs is the same record, with the instant of its first reading.
 *
 * @param modelDigest SHA-256 of the model's file, in hexadecimal
 * @param touched by the name of a feature, how an open dispute changed it
 * @param storedAt when it was first served
 */
public record StoredScore(
    ScoreId id,
    Score score,
    String modelDigest,
    FeatureVector vector,
    Map<String, Effect> touched,
    Instant storedAt) {
  public StoredScore {
    touched = Map.copyOf(touched);
  }

  /** The record of a score that is being served. */
  static StoredScore of(Scored scored, String modelDigest, Instant storedAt) {
    FeatureVector vector = scored.from().vector();
    Map<String, Effect> touched = scored.from().touched();
    ScoreId id = new ScoreId(vector.uscc(), digest(vector, touched, modelDigest));
    return new StoredScore(id, scored.score(), modelDigest, vector, touched, storedAt);
  }

  /** The instant of knowledge is left out: more knowledge that changes nothing is no new score. */
  private static String digest(
      FeatureVector vector, Map<String, Effect> touched, String modelDigest) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String head =
          String.join(
              "\0",
              modelDigest,
              vector.asOf().toString(),
              Integer.toString(vector.schemaVersion()),
              new TreeMap<>(touched).toString());
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      ByteBuffer values = ByteBuffer.allocate(vector.size() * (Long.BYTES + 1));
      for (int i = 0; i < vector.size(); i++) {
        values.putLong(Double.doubleToLongBits(vector.value(i))).put(vector.missing(i).code());
      }
      byte[] all = digest.digest(values.array());
      return HexFormat.of().formatHex(all, 0, ScoreId.DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
