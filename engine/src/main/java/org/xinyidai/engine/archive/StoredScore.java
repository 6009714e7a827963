package org.xinyidai.engine.archive;

import java.time.Instant;
import java.util.Map;
import org.xinyidai.engine.serving.ScoreDigest;
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
    ScoreId id = new ScoreId(vector.uscc(), new ScoreDigest(modelDigest).of(scored.from()));
    return new StoredScore(
        id, scored.score(), modelDigest, vector, scored.from().touched(), storedAt);
  }
}
