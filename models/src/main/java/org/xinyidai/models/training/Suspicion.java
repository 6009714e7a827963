package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.models.score.Characteristic;

/**
 * A column that alone tells the outcome too well to be honest (泄漏嫌疑): it is often known only after
 * the outcome.
 *
 * @param auc of its bins on the rows that cut them
 */
public record Suspicion(String column, double auc) {
  /** Above it, no single honest column stands in any credit file that we know. */
  public static final double SUSPECT_AUC = 0.95;

  /** Bins of one outcome alone are what is looked for, so no bin needs a least of either. */
  private static final BinningSettings LENIENT =
      new BinningSettings(60, 10, 0.01, 0, 0, 1, 1, BinningSettings.Shape.ONE_TURN);

  /** The suspect columns of a set, in its order. */
  public static List<Suspicion> of(TrainingSet set) {
    List<Suspicion> suspicions = new ArrayList<>();
    Binner binner = new Binner(LENIENT);
    List<Characteristic> characteristics = binner.bin(set);
    for (int i = 0; i < characteristics.size(); i++) {
      int column = i;
      Characteristic characteristic = characteristics.get(i);
      double[] risks =
          IntStream.range(0, set.size())
              .mapToDouble(row -> -characteristic.binOf(set.value(row, column)).woe())
              .toArray();
      double auc = Ranking.of(risks, set.labels()).auc();
      if (auc > SUSPECT_AUC && !set.columns().get(column).combined()) {
        suspicions.add(new Suspicion(characteristic.input().name(), auc));
      }
    }
    return suspicions;
  }
}
