package org.xinyidai.benchmarks.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.xinyidai.engine.catalogue.Survey;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.distribution.Population;
import org.xinyidai.models.feature.FeatureCatalogue;

/**
 * Question: how long does it take to count how every feature spreads over a million kept vectors,
 * beside the pass over them that counts nothing; and what memory do the counts take. Rounds
 * alternate, the first is not counted.
 *
 * <p>Arguments: the folder of the store, then the number of vectors, a million unless given.
 */
public final class SurveyReport {
  private static final int ROUNDS = 3;
  private static final double NANOS = 1e9;

  private SurveyReport() {}

  public static void main(String[] args) throws IOException {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : VectorStore.MILLION;
    try (Store store = VectorStore.open(Path.of(args[0]), count)) {
      Vectors vectors = new Vectors(store, FeatureCatalogue.CURRENT);
      Survey survey = new Survey(store, vectors);
      for (int round = 0; round < ROUNDS; round++) {
        double bare = bare(store, vectors);
        long start = System.nanoTime();
        Population population = survey.ofKept(done -> {});
        double counted = (System.nanoTime() - start) / NANOS;
        System.out.printf(
            Locale.ROOT,
            "round %d: %,d vectors counted in %.1f s, read alone %.1f s, ratio %.2f; heap %d MiB%n",
            round,
            population.enterprises(),
            counted,
            bare,
            counted / bare,
            usedMebibytes());
      }
    }
  }

  private static double bare(Store store, Vectors vectors) {
    long start = System.nanoTime();
    long[] seen = {0};
    for (int shard = 0; shard < store.shards().count(); shard++) {
      vectors.forEach(shard, vector -> seen[0] += vector.size());
    }
    return (System.nanoTime() - start) / NANOS;
  }

  private static long usedMebibytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
