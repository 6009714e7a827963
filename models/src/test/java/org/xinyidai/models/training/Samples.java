package org.xinyidai.models.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.xinyidai.models.score.ModelInput;

/** Made-up training sets whose truth is known. */
final class Samples {
  private Samples() {}

  /**
   * Columns: {@code arrears} raises the risk, {@code months} lowers it, a special -1 in months is
   * the riskiest, missing arrears are risky, {@code trade} is a category, {@code noise} says
   * nothing.
   */
  static TrainingSet lending(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TrainingColumn> columns =
        List.of(
            TrainingColumn.numeric("arrears"),
            new TrainingColumn(new ModelInput("months", List.of(), List.of(-1.0)), Sense.ANY),
            new TrainingColumn(
                ModelInput.categorical("trade", List.of("bakery", "mine", "shop")), Sense.ANY),
            TrainingColumn.numeric("noise"));
    double[][] values = new double[rows][];
    boolean[] bad = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      double arrears = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(6);
      double months = random.nextInt(12) == 0 ? -1 : random.nextInt(120);
      int trade = random.nextInt(3);
      double logOdds =
          -2
              + (Double.isNaN(arrears) ? 3 : 0.6 * arrears)
              + (months == -1 ? 2 : -0.02 * months)
              + (trade == 1 ? 1 : 0);
      bad[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
      values[row] = new double[] {arrears, months, trade, random.nextDouble()};
    }
    return TrainingSet.ofRows(
        columns, values, bad, IntStream.range(0, rows).mapToObj(i -> "E" + i).toList());
  }

  static int column(TrainingSet set, String name) {
    return set.columns().stream().map(TrainingColumn::name).toList().indexOf(name);
  }
}
