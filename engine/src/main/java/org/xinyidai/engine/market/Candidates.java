package org.xinyidai.engine.market;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.Observation;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Uscc;

/**
 * Enterprises made ready to be matched (匹配准备缓存). What is asked as known now is kept for the next
 * who asks, until facts, disputes, the day or the model change: a change of the first two moves the
 * mark of the enterprise or its kept vector in the same write, so two looks into the store tell
 * whether what is kept still holds.
 */
final class Candidates {
  /** Those last asked for; some tens of megabytes. */
  private static final int KEPT = 4_096;

  /** A kept vector begins with its schema, its day and the instant of its knowledge. */
  private static final int VECTOR_HEAD_BYTES = 4 + 8 + 8 + 4;

  private final Store store;
  private final Vectors vectors;
  private final Scores scores;
  private final int attributes;
  private final Map<Uscc, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Uscc, Kept> eldest) {
          return size() > KEPT;
        }
      };

  Candidates(Store store, Vectors vectors, Scores scores, int attributes) {
    this.attributes = attributes;
    this.store = store;
    this.vectors = vectors;
    this.scores = scores;
  }

  private record Kept(
      LocalDate asOf, Optional<ServingModel> model, ByteBuffer stamp, Prepared prepared) {
    boolean holds(LocalDate day, Optional<ServingModel> champion, ByteBuffer now) {
      return asOf.equals(day) && stamp.equals(now) && model.equals(champion);
    }
  }

  /** As known now. */
  Prepared now(Uscc uscc, LocalDate asOf) {
    ByteBuffer stamp = ByteBuffer.wrap(stamp(uscc));
    Optional<ServingModel> champion = scores.champion();
    synchronized (kept) {
      @Nullable Kept held = kept.get(uscc);
      if (held != null && held.holds(asOf, champion, stamp)) {
        return held.prepared();
      }
    }
    // What comes between the stamp and the reading only makes the next one look again.
    Prepared fresh = at(uscc, new Moment(asOf, store.instant()));
    synchronized (kept) {
      kept.put(uscc, new Kept(asOf, champion, stamp, fresh));
    }
    return fresh;
  }

  /** As known at a moment. */
  Prepared at(Uscc uscc, Moment at) {
    Optional<FeatureVector> ready = vectors.kept(uscc, at);
    if (ready.isPresent()) {
      UndisputedVector vector = new UndisputedVector(ready.get(), Map.of());
      return prepared(vector, register(uscc, at));
    }
    History history = vectors.history(uscc, at.knownAt());
    return prepared(vectors.at(history, at.asOf()), history);
  }

  private Prepared prepared(UndisputedVector vector, History history) {
    Optional<Scored> scored = scores.score(vector, null);
    @Nullable MarketRegistration registration =
        new Observation(history, vector.vector().asOf())
            .newest(MarketRegistration.FEED)
            .orElse(null);
    return new Prepared(vector, scored, registration, attributes);
  }

  /** The register's part of the history alone, which is all that is needed beside the vector. */
  private History register(Uscc uscc, Moment at) {
    int feed = MarketRegistration.FEED.number();
    List<Fact<?>> facts = new Histories(store).current(uscc, feed, feed);
    boolean later = facts.stream().anyMatch(fact -> fact.knownAt().isAfter(at.knownAt()));
    return later ? vectors.history(uscc, at.knownAt()) : History.knownAt(at.knownAt(), uscc, facts);
  }

  /** What moves whenever the facts or disputes of an enterprise, or its kept vector, change. */
  byte[] stamp(Uscc uscc) {
    byte[] key = FactKey.enterprise(store.shards(), uscc);
    return store.read(
        view -> {
          byte[] mark = view.get(Family.TOUCHED, key).orElse(new byte[0]);
          byte[] vector = view.get(Family.VECTORS, key).orElse(new byte[0]);
          int head = Math.min(vector.length, VECTOR_HEAD_BYTES);
          return ByteBuffer.allocate(mark.length + head).put(mark).put(vector, 0, head).array();
        });
  }

  /** The history behind what was prepared. */
  History history(Uscc uscc, Instant knownAt) {
    return vectors.history(uscc, knownAt);
  }
}
