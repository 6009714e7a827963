package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.score.TreeInput;

/**
 * What a category tells a tree (类别编码): the log-odds of bad among its rows, drawn towards the
 * whole's by some rows more. An unknown category stands at the whole's.
 */
final class CategoryRates {
  /** Rows of the whole's mixture that each category is given. */
  private static final double SMOOTHING_ROWS = 20;

  private CategoryRates() {}

  /** The encoding of a categorical column, learnt from these rows. */
  static TreeInput of(TrainingSet set, int column, int input) {
    int categories = set.columns().get(column).input().categories().size();
    double rate = (double) set.bads() / set.size();
    double[] bads = new double[categories];
    double[] rows = new double[categories];
    for (int row = 0; row < set.size(); row++) {
      double code = set.value(row, column);
      if (code >= 0) {
        rows[(int) code]++;
        bads[(int) code] += set.isBad(row) ? 1 : 0;
      }
    }
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < categories; i++) {
      double share = (bads[i] + SMOOTHING_ROWS * rate) / (rows[i] + SMOOTHING_ROWS);
      values.add((double) (float) Math.log(share / (1 - share)));
    }
    return new TreeInput(input, values, (float) Math.log(rate / (1 - rate)));
  }
}
