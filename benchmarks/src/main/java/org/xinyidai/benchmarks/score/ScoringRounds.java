package org.xinyidai.benchmarks.score;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * The questions of {@link LinearBenchmark} and {@link TreeBenchmark} on a machine that others use
 * as well: short rounds of each way in turn, by the CPU time of the thread, told as medians and
 * ratios.
 */
public final class ScoringRounds {
  private static final int ROUNDS = 25;

  /** Rounds at the beginning, before the compiler has settled, that are not counted. */
  private static final int WARM_UP = 12;

  private static final long ROUND_NS = 20_000_000;

  /** Takes the results, so that none is computed in vain. */
  @SuppressWarnings("unused") // written, never read
  private static volatile Object sink = "";

  private final Map<String, Way> ways = new LinkedHashMap<>();
  private final Map<String, Double> medians = new LinkedHashMap<>();

  private ScoringRounds() {}

  /** Prints medians and ratios of both benchmarks. */
  public static void main(String[] arguments) throws XGBoostError {
    linear();
    trees();
  }

  private static void linear() throws XGBoostError {
    LinearBenchmark one = new LinearBenchmark();
    ScoringRounds rounds = new ScoringRounds();
    rounds.way("plainDotProduct", 1, one::plainDotProduct);
    rounds.way("compiledLinear", 1, one::compiledLinear);
    rounds.way("compiledLinearGapped", 1, one::compiledLinearGapped);
    rounds.way("compiledCard", 1, one::compiledCard);
    rounds.way("tribuo", 1, one::tribuo);
    rounds.way("tribuoPrebuilt", 1, one::tribuoPrebuilt);
    rounds.run();
    rounds.ratio("compiledLinear", "plainDotProduct");
    rounds.ratio("compiledCard", "plainDotProduct");
    rounds.ratio("tribuo", "compiledCard");
    rounds.ratio("tribuo", "compiledLinear");
  }

  private static void trees() throws XGBoostError {
    TreeBenchmark one = new TreeBenchmark();
    one.check();
    ScoringRounds rounds = new ScoringRounds();
    rounds.way("bareSingle", 1, one::bareSingle);
    rounds.way("compiledSingle", 1, one::compiledSingle);
    rounds.way("tribuoSingle", 1, one::tribuoSingle);
    rounds.way("shapSingle", 1, one::shapSingle);
    rounds.way("bareBatch", TreeCase.BATCH, one::bareBatch);
    rounds.way("compiledBatch", TreeCase.BATCH, one::compiledBatch);
    rounds.way("xgboostBatch", TreeCase.BATCH, one::xgboostBatch);
    rounds.way("xgboostMatrixAlone", TreeCase.BATCH, one::xgboostMatrixAlone);
    rounds.run();
    rounds.ratio("compiledSingle", "bareSingle");
    rounds.ratio("tribuoSingle", "compiledSingle");
    rounds.ratio("shapSingle", "compiledSingle");
    rounds.ratio("compiledBatch", "bareBatch");
    rounds.ratio("xgboostBatch", "compiledBatch");
  }

  private interface Call {
    Object call() throws XGBoostError;
  }

  /** One way to score: the rows of a call, and the call. */
  private record Way(int rows, Call call) {}

  private void way(String name, int rows, Call call) {
    ways.put(name, new Way(rows, call));
  }

  private void run() throws XGBoostError {
    double[][] ns = new double[ways.size()][ROUNDS];
    for (int round = 0; round < ROUNDS + WARM_UP; round++) {
      int counted = Math.max(0, round - WARM_UP);
      int way = 0;
      for (Way one : ways.values()) {
        ns[way++][counted] = time(one);
      }
    }
    int way = 0;
    for (String name : ways.keySet()) {
      Arrays.sort(ns[way]);
      medians.put(name, ns[way][ROUNDS / 2]);
      System.out.printf(
          Locale.ROOT,
          "%-20s %,12.1f ns/row  (quartiles %,.1f and %,.1f)%n",
          name,
          ns[way][ROUNDS / 2],
          ns[way][ROUNDS / 4],
          ns[way][ROUNDS * 3 / 4]);
      way++;
    }
  }

  /** CPU time of one row in nanoseconds. */
  private static double time(Way way) throws XGBoostError {
    long rows = 0;
    long start = cpuNs();
    long spent = 0;
    while (spent < ROUND_NS) {
      for (int i = 0; i < Math.max(1, 100 / way.rows()); i++) {
        sink = way.call().call();
        rows += way.rows();
      }
      spent = cpuNs() - start;
    }
    return (double) spent / rows;
  }

  private void ratio(String of, String to) {
    System.out.printf(Locale.ROOT, "%s / %s = %.2f%n", of, to, median(of) / median(to));
  }

  private double median(String way) {
    return Objects.requireNonNull(medians.get(way), way);
  }

  private static long cpuNs() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
