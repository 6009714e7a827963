package org.xinyidai.models.training;

import java.util.SplittableRandom;

/**
 * Rows to check models on (校验样本). Each value is some training row's, each from another row: they
 * reach every part of a model, and no enterprise can be read from the file that keeps them.
 */
final class CheckRows {
  /** Enough to meet the branches of trees, few enough for a file that people open. */
  static final int COUNT = 64;

  /** One value in so many is left out. */
  private static final int MISSING_EVERY = 8;

  private CheckRows() {}

  static double[][] draw(TrainingSet set, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[COUNT][set.columns().size()];
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        double value = set.value(random.nextInt(set.size()), i);
        boolean missing = random.nextInt(MISSING_EVERY) == 0 && row.length > 1 && i > 0;
        row[i] = missing ? Double.NaN : value;
      }
    }
    return rows;
  }
}
