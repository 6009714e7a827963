package org.xinyidai.engine.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.distribution.Population;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.subject.Uscc;

/** Counts how features spread over all enterprises (特征普查), in one pass and in little memory. */
public final class Survey {
  /** Enterprises between two steps that are told. */
  private static final int STEP = 1_000;

  private final Store store;
  private final Vectors vectors;

  public Survey(Store store, Vectors vectors) {
    this.store = store;
    this.vectors = vectors;
  }

  /**
   * Counts the kept vectors.
   *
   * @param done told the number of enterprises counted so far
   */
  public Population ofKept(LongConsumer done) {
    Population population = new Population(vectors.schema());
    for (int shard = 0; shard < store.shards().count(); shard++) {
      vectors.forEach(shard, vector -> count(population, vector, done));
    }
    return population;
  }

  /**
   * Counts what the facts say for any day, such as for a base in the past; slower, for every vector
   * is computed.
   *
   * @param done told the number of enterprises counted so far
   */
  public Population fromFacts(LocalDate asOf, Instant knownAt, LongConsumer done) {
    Histories histories = new Histories(store);
    Population population = new Population(vectors.schema());
    for (int shard = 0; shard < store.shards().count(); shard++) {
      for (Uscc uscc : histories.enterprises(shard)) {
        // An enterprise of which nothing was known on the day was not there yet.
        FeatureVector vector = vectors.compute(uscc, asOf, knownAt);
        if (vector.isKnown()) {
          count(population, vector, done);
        }
      }
    }
    return population;
  }

  private static void count(Population population, FeatureVector vector, LongConsumer done) {
    population.add(vector);
    if (population.enterprises() % STEP == 0) {
      done.accept(population.enterprises());
    }
  }
}
