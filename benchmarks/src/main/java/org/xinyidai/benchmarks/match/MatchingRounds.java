package org.xinyidai.benchmarks.match;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.LoopMatcher;
import org.xinyidai.models.match.ProductIndex;

/**
 * The question of {@link MatchingBenchmark} on a machine that others use as well: short rounds of
 * each way in turn, measured by the CPU time of the thread, told as medians and as a ratio.
 */
public final class MatchingRounds {
  private static final int PRODUCTS = 10_000;
  private static final int CANDIDATES = 1_024;
  private static final int ROUNDS = 30;

  /** Rounds at the beginning, before the compiler has settled, that are not counted. */
  private static final int WARM_UP = 15;

  private static final int INDEX_RUNS = 8 * CANDIDATES;
  private static final int LOOP_RUNS = CANDIDATES / 4;

  /** Takes the results, so that none is computed in vain. */
  @SuppressWarnings("unused") // written, never read
  private static volatile long sink;

  private MatchingRounds() {}

  /**
   * Prints one line per layout of the index.
   *
   * @param args shifts of blocks to compare, -1 for the index's own choice; -1 alone by default
   */
  public static void main(String[] args) {
    int[] shifts =
        args.length == 0 ? new int[] {-1} : Stream.of(args).mapToInt(Integer::parseInt).toArray();
    for (int thresholds : new int[] {20, 0}) {
      SyntheticMarket market = new SyntheticMarket(20_240_630, PRODUCTS, thresholds);
      List<Candidate> candidates = Stream.generate(market::candidate).limit(CANDIDATES).toList();
      List<ProductIndex> indexes = new ArrayList<>();
      for (int shift : shifts) {
        indexes.add(index(market, shift));
      }
      measure(thresholds == 0 ? "distinct" : "repeated", market, indexes, candidates);
    }
  }

  private static ProductIndex index(SyntheticMarket market, int shift) {
    return shift < 0
        ? ProductIndex.build(market.catalogue, market.products, SyntheticMarket.DAY)
        : ProductIndex.buildInBlocks(market.catalogue, market.products, SyntheticMarket.DAY, shift);
  }

  private static void measure(
      String kind, SyntheticMarket market, List<ProductIndex> indexes, List<Candidate> candidates) {
    double[][] values = candidates.stream().map(Candidate::values).toArray(double[][]::new);
    LoopMatcher loop = new LoopMatcher(market.catalogue, market.products, SyntheticMarket.DAY);
    FlatLoop flat = new FlatLoop(market.catalogue, market.products);
    double[] loopUs = new double[ROUNDS];
    double[] flatUs = new double[ROUNDS];
    double[][] indexUs = new double[indexes.size()][ROUNDS];
    for (int round = 0; round < ROUNDS + WARM_UP; round++) {
      int counted = Math.max(0, round - WARM_UP);
      for (int i = 0; i < indexes.size(); i++) {
        ProductIndex index = indexes.get(i);
        indexUs[i][counted] = time(INDEX_RUNS, (n, bits) -> index.eligible(values[n], bits));
      }
      flatUs[counted] = time(LOOP_RUNS, (n, bits) -> flat.eligible(values[n], bits));
      loopUs[counted] =
          time(LOOP_RUNS, (n, bits) -> bits[0] = loop.eligible(candidates.get(n)).length());
    }
    double flatMedian = median(flatUs);
    System.out.printf(
        Locale.ROOT,
        "%s thresholds: loop over products %.1f us, over flat arrays %.1f us%n",
        kind,
        median(loopUs),
        flatMedian);
    for (int i = 0; i < indexes.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "  index of %,d KiB: %.2f us, %.0f times as fast as the flat arrays%n",
          indexes.get(i).bytes() >> 10,
          median(indexUs[i]),
          flatMedian / median(indexUs[i]));
    }
  }

  /** One way to match enterprise n; the bits are clear before. */
  private interface Way {
    void match(int n, long[] eligible);
  }

  /** CPU time of one run in microseconds. */
  private static double time(int runs, Way way) {
    long[] eligible = new long[(PRODUCTS + 63) >>> 6];
    long kept = 0;
    long start = cpuNs();
    for (int run = 0; run < runs; run++) {
      Arrays.fill(eligible, 0);
      way.match(run & (CANDIDATES - 1), eligible);
      kept ^= eligible[0];
    }
    double us = (cpuNs() - start) / 1e3 / runs;
    sink = kept;
    return us;
  }

  private static long cpuNs() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
