package org.xinyidai.benchmarks.score;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/** One row of 100 inputs: compiled card and linear model beside a plain dot product and Tribuo. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LinearBenchmark {
  private final LinearCase inputs = new LinearCase();
  private int next;

  /** The yardstick: products added one after the other, then the logistic function. */
  @Benchmark
  public double plainDotProduct() {
    double[] row = inputs.complete[turn()];
    double[] weights = inputs.weights;
    double sum = -1;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * row[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  @Benchmark
  public double compiledCard() {
    return inputs.card.probabilityOfDefault(inputs.gapped[turn()]);
  }

  @Benchmark
  public double compiledLinear() {
    return inputs.linear.probabilityOfDefault(inputs.complete[turn()]);
  }

  /** The same where one value in twenty is missing. */
  @Benchmark
  public double compiledLinearGapped() {
    return inputs.linear.probabilityOfDefault(inputs.gapped[turn()]);
  }

  /** Tribuo as it serves: a row comes as numbers, so its example is built first. */
  @Benchmark
  public Prediction<Label> tribuo() {
    return inputs.tribuo.predict(inputs.example(inputs.complete[turn()], true));
  }

  /** Tribuo on examples that are there already. */
  @Benchmark
  public Prediction<Label> tribuoPrebuilt() {
    return inputs.tribuo.predict(inputs.built.get(turn()));
  }

  private int turn() {
    return next++ & (LinearCase.ROWS - 1);
  }
}
