package org.xinyidai.models.score;

import java.util.List;
import org.xinyidai.models.score.BinRange.Missing;

/**
 * A scorecard as step functions (已编译评分卡). Each characteristic is a sorted run of edges and the
 * log-odds between them, padded to a power of two: missing lies below minus infinity, a special
 * value between itself and the next number, a category between its code and the next.
 */
final class CompiledScorecard implements CompiledModel {
  private final List<String> features;
  private final double intercept;
  private final double factor;

  /** Per characteristic, where its run starts in the two arrays below. */
  private final int[] starts;

  /** Per characteristic, half the length of its run: the first step of the search. */
  private final int[] halves;

  private final double[] edges;
  private final double[] steps;

  /** Per characteristic, the lowest log-odds that a value, not its lack, can earn. */
  private final double[] best;

  CompiledScorecard(Scorecard card, Scaling scaling) {
    features = card.inputs().stream().map(ModelInput::name).toList();
    intercept = card.intercept();
    factor = scaling.factor();
    List<StepFunction> functions = card.characteristics().stream().map(StepFunction::of).toList();
    starts = new int[functions.size()];
    halves = new int[functions.size()];
    best = new double[functions.size()];
    int length = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = length;
      halves[i] = functions.get(i).paddedLength() / 2;
      best[i] = bestOf(card.characteristics().get(i));
      length += functions.get(i).paddedLength();
    }
    edges = new double[length];
    steps = new double[length];
    for (int i = 0; i < starts.length; i++) {
      functions.get(i).write(edges, steps, starts[i]);
    }
  }

  private static double bestOf(Characteristic characteristic) {
    return characteristic.bins().stream()
        .filter(bin -> !(bin.range() instanceof Missing))
        .mapToDouble(bin -> characteristic.coefficient() * bin.woe())
        .min()
        .orElse(0);
  }

  @Override
  public List<String> features() {
    return features;
  }

  @Override
  public double probabilityOfDefault(double[] row) {
    double even = intercept;
    double odd = 0;
    int last = starts.length - 1;
    for (int i = 0; i < last; i += 2) {
      even += steps[slot(i, row[i])];
      odd += steps[slot(i + 1, row[i + 1])];
    }
    if ((last & 1) == 0) {
      even += steps[slot(last, row[last])];
    }
    return 1 / (1 + Math.exp(-(even + odd)));
  }

  @Override
  public void pointsLost(double[] row, double[] lost) {
    for (int i = 0; i < starts.length; i++) {
      lost[i] = factor * Math.max(0, steps[slot(i, row[i])] - best[i]);
    }
  }

  @Override
  public void contributions(double[] row, double[] points) {
    for (int i = 0; i < starts.length; i++) {
      points[i] = -factor * steps[slot(i, row[i])];
    }
  }

  /**
   * The last slot whose edge is not above the value; the first for NaN, since it is not above any.
   */
  private int slot(int characteristic, double value) {
    int slot = starts[characteristic];
    for (int step = halves[characteristic]; step > 0; step >>= 1) {
      slot += value >= edges[slot + step] ? step : 0;
    }
    return slot;
  }
}
