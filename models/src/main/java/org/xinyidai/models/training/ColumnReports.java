package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.score.Characteristic;

/** Reports on all columns of a training. */
final class ColumnReports {
  private ColumnReports() {}

  /**
   * @param characteristics one per column
   * @param fates one per column
   */
  static List<ColumnReport> of(
      TrainingSet set, List<Characteristic> characteristics, List<String> fates) {
    List<ColumnReport> reports = new ArrayList<>();
    for (int i = 0; i < characteristics.size(); i++) {
      int missing = 0;
      for (int row = 0; row < set.size(); row++) {
        missing += Double.isNaN(set.value(row, i)) ? 1 : 0;
      }
      reports.add(
          new ColumnReport(
              set.columns().get(i).name(),
              characteristics.get(i).informationValue(),
              (double) missing / set.size(),
              fates.get(i)));
    }
    return reports;
  }
}
