package org.xinyidai.engine.market;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
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

  /** By position of an attribute, its values by months ahead. */
  private final AtomicReferenceArray<double[]> later;

  Prepared(
      UndisputedVector vector,
      Optional<Scored> scored,
      @Nullable MarketRegistration registration,
      int attributes) {
    this.vector = vector;
    this.scored = scored;
    this.registration = registration;
    this.later = new AtomicReferenceArray<>(attributes);
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
   * Values of later days, those of an attribute worked out once for all who ask.
   *
   * @param source reads the history when an attribute is asked for that nobody asked for before; it
   *     belongs to the caller's thread
   */
  FutureValues future(Supplier<FutureValues> source) {
    FutureValues[] opened = new FutureValues[1];
    return (position, monthsAhead) -> {
      double[] known = later.get(position);
      if (known == null) {
        if (opened[0] == null) {
          opened[0] = source.get();
        }
        known = row(opened[0], position);
        later.set(position, known);
      }
      return known[monthsAhead];
    };
  }

  private static double[] row(FutureValues values, int position) {
    double[] row = new double[FutureValues.MAX_MONTHS_AHEAD + 1];
    for (int month = 1; month < row.length; month++) {
      row[month] = values.value(position, month);
    }
    return row;
  }
}
