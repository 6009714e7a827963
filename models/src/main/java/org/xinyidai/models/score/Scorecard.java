package org.xinyidai.models.score;

import java.util.List;

/**
 * A scorecard (评分卡): log-odds of bad = intercept + sum over characteristics of coefficient times
 * weight of evidence.
 */
public record Scorecard(double intercept, List<Characteristic> characteristics)
    implements ModelBody {
  public Scorecard {
    characteristics = List.copyOf(characteristics);
    if (!Double.isFinite(intercept)) {
      throw new IllegalArgumentException("intercept " + intercept);
    }
  }

  @Override
  public List<ModelInput> inputs() {
    return characteristics.stream().map(Characteristic::input).toList();
  }

  @Override
  public List<Double> cuts(int input) {
    return characteristics.get(input).bins().stream()
        .map(Bin::range)
        .filter(BinRange.Interval.class::isInstance)
        .map(range -> ((BinRange.Interval) range).from())
        .filter(Double::isFinite)
        .sorted()
        .toList();
  }

  /** The slow, obvious way that the compiled one must equal. */
  public double logOddsOfBad(double[] row) {
    double sum = intercept;
    for (int i = 0; i < row.length; i++) {
      Characteristic characteristic = characteristics.get(i);
      sum += characteristic.coefficient() * characteristic.binOf(row[i]).woe();
    }
    return sum;
  }

  /**
   * The points printed for a bin, unrounded: its evidence, and an equal share of what every
   * enterprise starts with.
   */
  public double points(Scaling scaling, Characteristic characteristic, Bin bin) {
    return scaling.pointsOfLogOdds(intercept) / characteristics.size()
        - scaling.factor() * characteristic.coefficient() * bin.woe();
  }

  @Override
  public CompiledModel compile(Scaling scaling) {
    return new CompiledScorecard(this, scaling);
  }
}
