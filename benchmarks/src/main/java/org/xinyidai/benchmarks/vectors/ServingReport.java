package org.xinyidai.benchmarks.vectors;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs {@link ServingBenchmark} and prints the median and the 99th percentile of both readers, and
 * ours over the raw get.
 *
 * <p>Arguments: the folder of the store, then the number of vectors, a million unless given.
 */
public final class ServingReport {
  private static final double[] PERCENTILES = {50, 99, 99.9};

  private ServingReport() {}

  public static void main(String[] args) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(ServingBenchmark.class.getName())
            .param("folder", args.length > 0 ? args[0] : "vectors-benchmark")
            .param("vectors", args.length > 1 ? args[1] : "" + VectorStore.MILLION)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    Statistics raw = of(results, "rawGet");
    Statistics served = of(results, "served");
    System.out.printf("%n%-12s %12s %12s %8s%n", "percentile", "served us", "raw get us", "ratio");
    for (double percentile : PERCENTILES) {
      double ours = served.getPercentile(percentile);
      double peer = raw.getPercentile(percentile);
      System.out.printf(
          Locale.ROOT, "p%-11s %12.1f %12.1f %8.2f%n", percentile, ours, peer, ours / peer);
    }
    System.out.printf("samples: served %,d, raw %,d%n", served.getN(), raw.getN());
  }

  private static Statistics of(Collection<RunResult> results, String benchmark) {
    for (RunResult result : results) {
      if (result.getPrimaryResult().getLabel().equals(benchmark)) {
        return result.getPrimaryResult().getStatistics();
      }
    }
    throw new IllegalStateException("no result of " + benchmark);
  }
}
