package org.xinyidai.models.training;

import java.util.List;
import org.xinyidai.models.score.Characteristic;

/** Columns of weights of evidence for a regression (WOE设计矩阵): one array per characteristic. */
final class WoeDesign {
  private WoeDesign() {}

  /** By bins that the rows themselves may have cut. */
  static double[][] plain(TrainingSet set, List<Characteristic> characteristics) {
    double[][] design = new double[characteristics.size()][set.size()];
    for (int row = 0; row < set.size(); row++) {
      write(set, row, characteristics, design, row);
    }
    return design;
  }

  /** By bins that the other folds' rows alone have cut. */
  static double[][] crossFitted(TrainingSet set, Binner binner, int folds, long seed) {
    Folds parts = Folds.stratified(set.labels(), folds, seed);
    double[][] design = new double[set.columns().size()][set.size()];
    for (int fold = 0; fold < folds; fold++) {
      List<Characteristic> characteristics = binner.bin(set.rows(parts.outside(fold)));
      for (int row : parts.inside(fold)) {
        write(set, row, characteristics, design, row);
      }
    }
    return design;
  }

  private static void write(
      TrainingSet set,
      int row,
      List<Characteristic> characteristics,
      double[][] design,
      int place) {
    for (int i = 0; i < design.length; i++) {
      design[i][place] = characteristics.get(i).binOf(set.value(row, i)).woe();
    }
  }
}
