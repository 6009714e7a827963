package org.xinyidai.benchmarks.match;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

  private static final int INDEX_REPEATS = 8;

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
      LoopMatcher loop = new LoopMatcher(market.catalogue, market.products, SyntheticMarket.DAY);
      List<ProductIndex> indexes = new ArrayList<>();
      for (int shift : shifts) {
        indexes.add(index(market, shift));
      }
      measure(thresholds == 0 ? "distinct" : "repeated", loop, indexes, candidates);
    }
  }

  private static ProductIndex index(SyntheticMarket market, int shift) {
    return shift < 0
        ? ProductIndex.build(market.catalogue, market.products, SyntheticMarket.DAY)
        : ProductIndex.buildInBlocks(market.catalogue, market.products, SyntheticMarket.DAY, shift);
  }

  private static void measure(
      String kind, LoopMatcher loop, List<ProductIndex> indexes, List<Candidate> candidates) {
    double[][] values = candidates.stream().map(Candidate::values).toArray(double[][]::new);
    double[] loopUs = new double[ROUNDS];
    double[][] indexUs = new double[indexes.size()][ROUNDS];
    long check = 0;
    for (int round = 0; round < ROUNDS + WARM_UP; round++) {
      int counted = Math.max(0, round - WARM_UP);
      for (int i = 0; i < indexes.size(); i++) {
        long[] eligible = new long[indexes.get(i).words()];
        long start = cpuNs();
        for (int n = 0; n < CANDIDATES * INDEX_REPEATS; n++) {
          indexes.get(i).eligible(values[n & (CANDIDATES - 1)], eligible);
          check += eligible[0];
        }
        indexUs[i][counted] = (cpuNs() - start) / 1e3 / (CANDIDATES * INDEX_REPEATS);
      }
      long start = cpuNs();
      for (int n = 0; n < CANDIDATES / 4; n++) {
        BitSet eligible = loop.eligible(candidates.get(n));
        check += eligible.length();
      }
      loopUs[counted] = (cpuNs() - start) / 1e3 / (CANDIDATES / 4);
    }
    for (int i = 0; i < indexes.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "%s thresholds: index %.2f us (%,d KiB), loop %.1f us, ratio %.0f (check %d)%n",
          kind,
          median(indexUs[i]),
          indexes.get(i).bytes() >> 10,
          median(loopUs),
          median(loopUs) / median(indexUs[i]),
          check);
    }
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
