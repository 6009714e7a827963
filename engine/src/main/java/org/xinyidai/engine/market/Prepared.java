package org.xinyidai.engine.market;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.FutureValues;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.score.Score;

/**
 * An enterprise made ready to be matched (匹配准备): what does not depend on the demand. Safe for many
 * threads.
 */
final class Prepared {
  private final UndisputedVector vector;
  private final Optional<Scored> scored;
  private final @Nullable MarketRegistration registration;
  private final Map<Long, Double> later = new ConcurrentHashMap<>();

  Prepared(
      UndisputedVector vector, Optional<Scored> scored, @Nullable MarketRegistration registration) {
    this.vector = vector;
    this.scored = scored;
    this.registration = registration;
  }

  UndisputedVector vector() {
    return vector;
  }

  Optional<Scored> scored() {
    return scored;
  }

  /** Null where no model serves. */
  @Nullable Grade grade() {
    return scored.map(one -> one.score().grade()).orElse(null);
  }

  Candidate candidate(AttributeCatalogue catalogue, Map<String, Double> declared) {
    @Nullable Score score = scored.map(Scored::score).orElse(null);
    return Candidate.of(catalogue, vector.vector())
        .registration(registration)
        .score(score)
        .declared(declared)
        .build();
  }

  /**
   * Values of later days, each worked out once for all who ask.
   *
   * @param source reads the history when a value is asked for that nobody asked for before; it
   *     belongs to the caller's thread
   */
  FutureValues future(Supplier<FutureValues> source) {
    FutureValues[] opened = new FutureValues[1];
    return (position, monthsAhead) -> {
      long key = (long) position << Integer.SIZE | monthsAhead;
      @Nullable Double known = later.get(key);
      if (known != null) {
        return known;
      }
      if (opened[0] == null) {
        opened[0] = source.get();
      }
      double value = opened[0].value(position, monthsAhead);
      later.put(key, value);
      return value;
    };
  }
}
