package org.xinyidai.benchmarks.score;

import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/**
 * 200 trees of depth 6 over 100 inputs: one row and batches of 10,000, beside the bare layout,
 * XGBoost and Tribuo on the same trees; and the Shapley values of one row.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class TreeBenchmark {
  private static final double TOLERANCE = 1e-6;

  /** Enough that no row's path is learnt by the processor, and that all stay in a near cache. */
  private static final int ROWS = 512;

  private final TreeCase inputs = new TreeCase();
  private final BarePerfectTrees bare = new BarePerfectTrees(inputs.trees);
  private final double[] probabilities = new double[TreeCase.BATCH];
  private final float[] sums = new float[TreeCase.BATCH];
  private final double[] lost = new double[TreeCase.FEATURES];
  private int next;

  /** Three hands, one model: else the ratios would say nothing. */
  @Setup
  public void check() throws XGBoostError {
    inputs.compiled.probabilitiesOfDefault(inputs.rows, probabilities);
    float[][] boosted = xgboostBatch();
    for (int i = 0; i < TreeCase.BATCH; i++) {
      double single = inputs.compiled.probabilityOfDefault(inputs.rows[i]);
      double theirs = boosted[i][inputs.badLabel];
      if (single != probabilities[i] || !(Math.abs(single - theirs) < TOLERANCE)) {
        throw new IllegalStateException(
            "row %d: %s, in a batch %s, XGBoost %s".formatted(i, single, probabilities[i], theirs));
      }
    }
  }

  @Benchmark
  public float bareSingle() {
    return bare.sum(inputs.floats, turn() * TreeCase.FEATURES);
  }

  @Benchmark
  public double compiledSingle() {
    return inputs.compiled.probabilityOfDefault(inputs.rows[turn()]);
  }

  @Benchmark
  public Prediction<Label> tribuoSingle() {
    return inputs.tribuo.predict(inputs.example(inputs.rows[turn()]));
  }

  @Benchmark
  @OperationsPerInvocation(TreeCase.BATCH)
  public float[] bareBatch() {
    bare.sums(inputs.floats, TreeCase.FEATURES, sums);
    return sums;
  }

  @Benchmark
  @OperationsPerInvocation(TreeCase.BATCH)
  public double[] compiledBatch() {
    inputs.compiled.probabilitiesOfDefault(inputs.rows, probabilities);
    return probabilities;
  }

  /** A new matrix each time: XGBoost remembers its answers for one that it has seen. */
  @Benchmark
  @OperationsPerInvocation(TreeCase.BATCH)
  public float[][] xgboostBatch() throws XGBoostError {
    DMatrix matrix = matrix();
    try {
      return inputs.booster.predict(matrix);
    } finally {
      matrix.dispose();
    }
  }

  /** The share of the matrix in the above, which may be taken off. */
  @Benchmark
  @OperationsPerInvocation(TreeCase.BATCH)
  public long xgboostMatrixAlone() throws XGBoostError {
    DMatrix matrix = matrix();
    try {
      return matrix.rowNum();
    } finally {
      matrix.dispose();
    }
  }

  /** The points that each input cost: exact Shapley values. */
  @Benchmark
  public double[] shapSingle() {
    inputs.compiled.pointsLost(inputs.rows[turn()], lost);
    return lost;
  }

  private DMatrix matrix() throws XGBoostError {
    return new DMatrix(inputs.floats, TreeCase.BATCH, TreeCase.FEATURES, Float.NaN);
  }

  private int turn() {
    return next++ & (ROWS - 1);
  }
}
