package org.xinyidai.engine.serving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.xinyidai.engine.dispute.Disputes;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.Touched;
import org.xinyidai.engine.store.View;
import org.xinyidai.models.dispute.OpenDisputes;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.subject.Uscc;

/**
 * Feature vectors of enterprises (特征向量服务): computed from facts for any day and any moment of
 * knowledge, and kept for the day of the last refresh.
 */
public final class Vectors {
  /** Vectors written by one command: about a megabyte, a fair share of a group. */
  private static final int PAGE = 512;

  private final Store store;
  private final Histories histories;
  private final FeatureSchema schema;
  private final Disputes disputes;

  public Vectors(Store store, FeatureSchema schema) {
    this.store = store;
    this.histories = new Histories(store);
    this.schema = schema;
    this.disputes = new Disputes(store);
  }

  public FeatureSchema schema() {
    return schema;
  }

  /** What was known of the enterprise at an instant. */
  public History history(Uscc uscc, Instant knownAt) {
    return histories.knownAt(knownAt, uscc);
  }

  /**
   * The vector for a day as known at an instant, from the facts and without the effect of what was
   * disputed then; the same facts and disputes, the same bits.
   */
  public FeatureVector compute(Uscc uscc, LocalDate asOf, Instant knownAt) {
    return at(uscc, new Moment(asOf, knownAt)).vector();
  }

  /**
   * The vector as it may be used: while facts are disputed, without their effect (E1).
   *
   * @param at the day it is for, and the instant whose knowledge it uses
   */
  public UndisputedVector at(Uscc uscc, Moment at) {
    return at(schema, history(uscc, at.knownAt()), at.asOf());
  }

  /** The same for a history that was read already. */
  public UndisputedVector at(History known, LocalDate asOf) {
    return at(schema, known, asOf);
  }

  /** The same under an older version of the schema, as a past score was made. */
  public UndisputedVector at(FeatureSchema version, History known, LocalDate asOf) {
    OpenDisputes open = disputes.openAt(known.uscc(), known.knownAt());
    if (open.facts().isEmpty()) {
      return new UndisputedVector(version.vector(known, asOf), Map.of());
    }
    List<Fact<?>> facts = histories.facts(known.uscc());
    return UndisputedVector.of(
        version, known.uscc(), facts, open, new Moment(asOf, known.knownAt()));
  }

  /**
   * The kept vector, as known at the moment, where it is what {@link #at} would give: it is of the
   * day, nothing came since it was computed, and nothing is disputed. Empty where any of that does
   * not hold.
   */
  public Optional<FeatureVector> kept(Uscc uscc, Moment at) {
    byte[] key = FactKey.enterprise(store.shards(), uscc);
    return store.read(
        view ->
            view.get(Family.VECTORS, key)
                .filter(bytes -> VectorCodec.epochDay(bytes) == at.asOf().toEpochDay())
                .filter(bytes -> !Touched.isMarked(view, store.shards(), uscc))
                .filter(bytes -> disputes.openAt(view, uscc, at.knownAt()).facts().isEmpty())
                .map(bytes -> current(view, uscc, bytes))
                .filter(vector -> !vector.knownAt().isAfter(at.knownAt()) && vector.isKnown())
                .map(vector -> vector.knownAt(at.knownAt())));
  }

  /**
   * The vector that the last refresh kept, under the current schema; empty when there was none.
   * Where it was kept under an older schema, what it lacks is computed now.
   */
  public Optional<FeatureVector> stored(Uscc uscc) {
    byte[] key = FactKey.enterprise(store.shards(), uscc);
    return store.read(
        view -> view.get(Family.VECTORS, key).map(bytes -> current(view, uscc, bytes)));
  }

  /**
   * Hands over all kept vectors of a shard in key order and as of one moment, each under the
   * current schema. Shards may be read on different threads.
   *
   * @param shard 0 to {@code store.shards().count() - 1}
   */
  public void forEach(int shard, Consumer<FeatureVector> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.sweep(Family.VECTORS, new byte[] {(byte) shard})) {
            while (cursor.next()) {
              reader.accept(current(view, FactKey.usccOf(cursor.key()), cursor.value()));
            }
          }
          return true;
        });
  }

  /** Receives kept vectors as they are stored. */
  interface StoredReader {
    /**
     * Takes one.
     *
     * @param key of the enterprise, in every family that is kept by enterprise
     * @param stored the bytes of the vector under the current schema
     */
    void vector(byte[] key, byte[] stored);
  }

  /** The same as {@link #forEach} for a reader that wants the bytes, inside a view. */
  void forEachStored(View view, int shard, StoredReader reader) {
    try (Cursor cursor = view.sweep(Family.VECTORS, new byte[] {(byte) shard})) {
      while (cursor.next()) {
        byte[] key = cursor.key();
        byte[] stored = cursor.value();
        reader.vector(
            key,
            VectorCodec.schemaVersion(stored) == schema.version()
                ? stored
                : VectorCodec.encode(current(view, FactKey.usccOf(key), stored)));
      }
    }
  }

  /** Whether facts of the enterprise are in dispute as known at an instant. */
  boolean isDisputed(View view, Uscc uscc, Instant knownAt) {
    return !disputes.openAt(view, uscc, knownAt).facts().isEmpty();
  }

  /** Keeps vectors of the current schema in one command, over those of the same enterprises. */
  public void keep(List<FeatureVector> vectors) {
    store.execute(
        changes -> {
          for (FeatureVector vector : vectors) {
            byte[] key = FactKey.enterprise(store.shards(), vector.uscc());
            changes.put(Family.VECTORS, key, VectorCodec.encode(vector));
          }
          return vectors.size();
        });
  }

  /** The enterprises that have a kept vector, in the order of the store. */
  public List<Uscc> enterprises() {
    return store.read(
        view -> {
          List<Uscc> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.VECTORS, new byte[0])) {
            while (cursor.next()) {
              found.add(FactKey.usccOf(cursor.key()));
            }
          }
          return found;
        });
  }

  /**
   * Computes and keeps the vectors of all enterprises that facts or disputes touched since they
   * were last computed, without the effect of what is disputed, some side by side. What is touched
   * while it runs may be left to the next refresh, and a crash in the middle leaves the rest
   * touched.
   *
   * @param done told the number of enterprises computed so far
   * @return enterprises computed
   */
  public long refreshTouched(LocalDate asOf, Instant knownAt, LongConsumer done) {
    Moment moment = new Moment(asOf, knownAt);
    long count = 0;
    List<Touched.Enterprise> page = store.read(view -> Touched.list(view, PAGE));
    while (!page.isEmpty()) {
      List<FeatureVector> vectors =
          page.parallelStream().map(enterprise -> at(enterprise.uscc(), moment).vector()).toList();
      keep(page, vectors);
      count += page.size();
      done.accept(count);
      Touched.Enterprise last = page.get(page.size() - 1);
      page = store.read(view -> Touched.listAfter(view, store.shards(), last, PAGE));
    }
    return count;
  }

  /**
   * The same, and then those whose kept vector is of another day, as when a month has closed: after
   * it every kept vector is of the day.
   *
   * @param done told the number of enterprises computed so far
   * @return enterprises computed
   */
  public long refresh(LocalDate asOf, Instant knownAt, LongConsumer done) {
    long count = refreshTouched(asOf, knownAt, done);
    for (int shard = 0; shard < store.shards().count(); shard++) {
      List<Uscc> stale = ofAnotherDay(shard, asOf);
      for (int from = 0; from < stale.size(); from += PAGE) {
        List<Uscc> page = stale.subList(from, Math.min(stale.size(), from + PAGE));
        keep(page.parallelStream().map(uscc -> compute(uscc, asOf, knownAt)).toList());
        count += page.size();
        done.accept(count);
      }
    }
    return count;
  }

  private List<Uscc> ofAnotherDay(int shard, LocalDate asOf) {
    return store.read(
        view -> {
          List<Uscc> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.VECTORS, new byte[] {(byte) shard})) {
            while (cursor.next()) {
              if (VectorCodec.epochDay(cursor.value()) != asOf.toEpochDay()) {
                found.add(FactKey.usccOf(cursor.key()));
              }
            }
          }
          return found;
        });
  }

  private void keep(List<Touched.Enterprise> page, List<FeatureVector> vectors) {
    store.execute(
        changes -> {
          for (int i = 0; i < page.size(); i++) {
            byte[] key = FactKey.enterprise(store.shards(), page.get(i).uscc());
            changes.put(Family.VECTORS, key, VectorCodec.encode(vectors.get(i)));
            settle(changes, page.get(i), vectors.get(i).knownAt());
          }
          return page.size();
        });
  }

  /** What came after the knowledge of the vector is not in it, so the mark stays. */
  private void settle(Changes changes, Touched.Enterprise enterprise, Instant knownAt) {
    if (!enterprise.at().isAfter(knownAt)) {
      Touched.settle(changes, store.shards(), enterprise);
    }
  }

  /** A kept vector under the current schema, what it lacks without the effect of disputes too. */
  FeatureVector current(View view, Uscc uscc, byte[] stored) {
    FeatureVector vector = VectorCodec.decode(uscc, stored);
    if (vector.schemaVersion() == schema.version()) {
      return vector;
    }
    OpenDisputes open = disputes.openAt(view, uscc, vector.knownAt());
    if (open.facts().isEmpty()) {
      return schema.complete(vector, histories.knownAt(view, vector.knownAt(), uscc));
    }
    Moment moment = new Moment(vector.asOf(), vector.knownAt());
    List<Fact<?>> facts = histories.facts(view, uscc);
    return schema.complete(vector, UndisputedVector.of(schema, uscc, facts, open, moment).vector());
  }
}
