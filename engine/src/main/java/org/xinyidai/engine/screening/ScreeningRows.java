package org.xinyidai.engine.screening;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.Observation;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Uscc;

/**
 * What is known of each enterprise as one row of attribute values (筛选行): the kept vector, the score
 * that the champion gives it, and the register as it is known now.
 */
final class ScreeningRows {
  private static final int REGISTER = MarketRegistration.FEED.number();
  private static final long FIRST = 0x9e3779b97f4a7c15L;

  private final Store store;
  private final Histories histories;
  private final Vectors vectors;
  private final Scores scores;
  private final AttributeCatalogue catalogue;

  /**
   * A row and what tells whether it is another than before.
   *
   * @param values by position of the attribute, NaN where missing
   * @param mark of the vector; equal marks are equal vectors
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Row(Uscc uscc, double[] values, long mark) {}

  ScreeningRows(Store store, Vectors vectors, Scores scores, AttributeCatalogue catalogue) {
    this.store = store;
    this.histories = new Histories(store);
    this.vectors = vectors;
    this.scores = scores;
    this.catalogue = catalogue;
  }

  /** Hands over the rows of all enterprises that have a kept vector. */
  void forEach(Consumer<Row> reader) {
    for (int shard = 0; shard < store.shards().count(); shard++) {
      Map<Uscc, Collection<Fact<?>>> registered = new HashMap<>();
      histories.forEachOf(shard, REGISTER, REGISTER, registered::put);
      vectors.forEach(
          shard,
          vector -> {
            Collection<Fact<?>> facts = registered.getOrDefault(vector.uscc(), List.of());
            reader.accept(row(vector, facts));
          });
    }
  }

  /** Hands over the enterprises that have a kept vector, and the marks of those. */
  void forEachMark(Consumer<Mark> reader) {
    for (int shard = 0; shard < store.shards().count(); shard++) {
      vectors.forEach(shard, vector -> reader.accept(new Mark(vector, mark(vector))));
    }
  }

  /** A kept vector and its mark. */
  record Mark(FeatureVector vector, long mark) {}

  /** The row of one enterprise. */
  Row row(FeatureVector vector) {
    return row(vector, histories.current(vector.uscc(), REGISTER, REGISTER));
  }

  private Row row(FeatureVector vector, Collection<Fact<?>> registered) {
    History history = History.knownAt(store.instant(), vector.uscc(), registered);
    @Nullable MarketRegistration registration =
        new Observation(history, vector.asOf()).newest(MarketRegistration.FEED).orElse(null);
    double[] values =
        Candidate.of(catalogue, vector)
            .registration(registration)
            .score(scores.score(vector).orElse(null))
            .build()
            .values();
    return new Row(vector.uscc(), values, mark(vector));
  }

  /** A hash of day, knowledge and values: one that was computed anew has another. */
  private static long mark(FeatureVector vector) {
    long mark = FIRST * vector.asOf().toEpochDay() + vector.knownAt().hashCode();
    for (int i = 0; i < vector.size(); i++) {
      mark = Long.rotateLeft(mark, 23) * FIRST + Double.doubleToLongBits(vector.value(i));
    }
    return mark;
  }
}
