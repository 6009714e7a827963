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

  /**
   * Puts in place of some columns those by bins that the other folds' rows alone have cut.
   *
   * @param chosen positions of the columns, in the set and in the design
   */
  static void crossFit(
      TrainingSet set, int[] chosen, Binner binner, Folds parts, double[][] design) {
    TrainingSet columns = set.columns(chosen);
    double[][] replaced = new double[chosen.length][];
    for (int i = 0; i < chosen.length; i++) {
      replaced[i] = design[chosen[i]];
    }
    for (int fold = 0; fold < parts.count() && chosen.length > 0; fold++) {
      List<Characteristic> characteristics = binner.bin(columns.rows(parts.outside(fold)));
      for (int row : parts.inside(fold)) {
        write(columns, row, characteristics, replaced, row);
      }
    }
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
