package org.xinyidai.engine.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.engine.serving.VectorCodec;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.score.ReasonCode;
import org.xinyidai.models.score.Score;

/**
 * The stored bytes of a score (评分存储格式): the length of its JSON (4), the JSON, and the vector as
 * {@link VectorCodec} writes it. JSON keeps every bit of a double.
 */
final class StoredScoreCodec {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private StoredScoreCodec() {}

  /** The stored form; fields are added, never renamed. */
  private record Stored(
      int points,
      double probability,
      String grade,
      int stars,
      List<Reason> reasons,
      String modelId,
      String modelDigest,
      Map<String, String> touched,
      Instant storedAt) {}

  private record Reason(String feature, double pointsLost, String zh, String en) {}

  static byte[] write(StoredScore stored) {
    Score score = stored.score();
    Map<String, String> touched = new TreeMap<>();
    stored.touched().forEach((feature, effect) -> touched.put(feature, effect.name()));
    List<Reason> reasons =
        score.reasons().stream()
            .map(r -> new Reason(r.feature(), r.pointsLost(), r.textZh(), r.textEn()))
            .toList();
    try {
      byte[] json =
          JSON.writeValueAsBytes(
              new Stored(
                  score.points(),
                  score.probabilityOfDefault(),
                  score.grade().name(),
                  score.stars(),
                  reasons,
                  score.modelId(),
                  stored.modelDigest(),
                  touched,
                  stored.storedAt()));
      byte[] vector = VectorCodec.encode(stored.vector());
      return ByteBuffer.allocate(Integer.BYTES + json.length + vector.length)
          .putInt(json.length)
          .put(json)
          .put(vector)
          .array();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a score cannot be written", e);
    }
  }

  static StoredScore read(ScoreId id, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] json = new byte[buffer.getInt()];
    buffer.get(json);
    byte[] encoded = new byte[buffer.remaining()];
    buffer.get(encoded);
    FeatureVector vector = VectorCodec.decode(id.uscc(), encoded);
    try {
      Stored stored = JSON.readValue(json, Stored.class);
      Map<String, Effect> touched = new TreeMap<>();
      stored.touched().forEach((feature, effect) -> touched.put(feature, Effect.valueOf(effect)));
      return new StoredScore(
          id, score(stored, vector), stored.modelDigest(), vector, touched, stored.storedAt());
    } catch (IOException e) {
      throw new IllegalStateException("stored score " + id + " cannot be read", e);
    }
  }

  private static Score score(Stored stored, FeatureVector vector) {
    return new Score(
        vector.uscc(),
        stored.points(),
        stored.probability(),
        Grade.valueOf(stored.grade()),
        stored.stars(),
        stored.reasons().stream()
            .map(r -> new ReasonCode(r.feature(), r.pointsLost(), r.zh(), r.en()))
            .toList(),
        stored.modelId(),
        vector.schemaVersion(),
        vector.asOf(),
        vector.knownAt());
  }
}
