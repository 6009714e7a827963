package org.xinyidai.models.score;

import java.util.Arrays;
import java.util.TreeSet;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Special;

/** The log-odds of one characteristic as a function with steps (阶梯函数). */
final class StepFunction {
  private final double[] edges;
  private final double[] steps;

  /**
   * @param edges rising, from minus infinity; step {@code i + 1} holds from edge {@code i} on
   * @param steps one more than edges; the first is for missing
   */
  StepFunction(double[] edges, double[] steps) {
    this.edges = edges;
    this.steps = steps;
  }

  double[] edges() {
    return edges;
  }

  double[] steps() {
    return steps;
  }

  static StepFunction of(Characteristic characteristic) {
    TreeSet<Double> edges = new TreeSet<>();
    edges.add(Double.NEGATIVE_INFINITY);
    for (Bin bin : characteristic.bins()) {
      if (bin.range() instanceof Interval interval) {
        edges.add(interval.from());
      } else if (bin.range() instanceof Special special) {
        edges.add(special.value() + 0.0);
        edges.add(Math.nextUp(special.value()));
      } else if (bin.range() instanceof Categories group) {
        for (int position : group.positions()) {
          edges.add((double) position);
          edges.add(position + 1.0);
        }
      }
    }
    double[] sorted = edges.stream().mapToDouble(Double::doubleValue).toArray();
    double[] steps = new double[sorted.length + 1];
    steps[0] = logOdds(characteristic, Double.NaN);
    for (int i = 0; i < sorted.length; i++) {
      steps[i + 1] = logOdds(characteristic, sorted[i]);
    }
    return new StepFunction(sorted, steps);
  }

  private static double logOdds(Characteristic characteristic, double value) {
    return characteristic.coefficient() * characteristic.binOf(value).woe();
  }

  /** The number of steps, rounded up to a power of two. */
  int paddedLength() {
    return Integer.highestOneBit(2 * steps.length - 1);
  }

  /**
   * Writes edge and step side by side; NaN edges, which no value reaches, fill up to the padding.
   */
  void write(double[] allEdges, double[] allSteps, int start) {
    Arrays.fill(allEdges, start, start + paddedLength(), Double.NaN);
    System.arraycopy(edges, 0, allEdges, start + 1, edges.length);
    System.arraycopy(steps, 0, allSteps, start, steps.length);
  }
}
