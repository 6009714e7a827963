package org.xinyidai.benchmarks.match;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.LoopMatcher;
import org.xinyidai.models.match.ProductIndex;

/**
 * Which of 10,000 products may one enterprise have: the index beside the loop over the same
 * products, for thresholds that repeat, as published ones do, and for wholly distinct ones.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MatchingBenchmark {
  private static final int PRODUCTS = 10_000;
  private static final long SEED = 20_240_630;

  /** Enough that no enterprise's path is learnt by the processor, a power of two to cycle. */
  private static final int CANDIDATES = 1_024;

  /** How many different thresholds an attribute has; 0 for wholly distinct ones. */
  @Param({"20", "0"})
  public int thresholds;

  /** Slots per block as a power of two; -1 for the index's own choice. */
  @Param({"-1"})
  public int shift;

  private List<Candidate> candidates = List.of();
  private double[][] values = {};
  private long[] eligible = {};
  private ProductIndex index;
  private LoopMatcher loop;
  private int next;

  public MatchingBenchmark() {
    SyntheticMarket none = new SyntheticMarket(SEED, 0, 1);
    this.index = ProductIndex.build(none.catalogue, none.products, SyntheticMarket.DAY);
    this.loop = new LoopMatcher(none.catalogue, none.products, SyntheticMarket.DAY);
  }

  /** Makes market, index and enterprises, and says how large they are. */
  @Setup
  public void make() {
    SyntheticMarket market = new SyntheticMarket(SEED, PRODUCTS, thresholds);
    long start = System.nanoTime();
    index =
        shift < 0
            ? ProductIndex.build(market.catalogue, market.products, SyntheticMarket.DAY)
            : ProductIndex.buildInBlocks(
                market.catalogue, market.products, SyntheticMarket.DAY, shift);
    long builtMs = (System.nanoTime() - start) / 1_000_000;
    loop = new LoopMatcher(market.catalogue, market.products, SyntheticMarket.DAY);
    candidates = Stream.generate(market::candidate).limit(CANDIDATES).toList();
    values = candidates.stream().map(Candidate::values).toArray(double[][]::new);
    eligible = new long[index.words()];
    double mean =
        candidates.stream().mapToInt(c -> index.eligible(c).cardinality()).average().orElse(0);
    System.out.printf(
        "%nindex: %,d KiB, built in %d ms, %.0f products match on average%n",
        index.bytes() >> 10, builtMs, mean);
  }

  @Benchmark
  public long[] index() {
    index.eligible(values[next++ & (CANDIDATES - 1)], eligible);
    return eligible;
  }

  @Benchmark
  public BitSet loop() {
    return loop.eligible(candidates.get(next++ & (CANDIDATES - 1)));
  }
}
