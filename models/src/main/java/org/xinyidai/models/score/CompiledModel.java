package org.xinyidai.models.score;

import java.util.List;

/**
 * A model ready to serve (已编译模型): flat primitive arrays, no library at run time. Immutable, safe
 * for many threads.
 */
public interface CompiledModel {
  /** The names of the inputs, in the order in which a row gives them. */
  List<String> features();

  /**
   * The probability of default, 0 to 1.
   *
   * @param row one value per feature, NaN where missing
   */
  double probabilityOfDefault(double[] row);

  /**
   * The probabilities of many rows at once, equal to the bit to one by one.
   *
   * @param rows one array as above per enterprise
   * @param probabilities receives one figure per row; overwritten
   */
  default void probabilitiesOfDefault(double[][] rows, double[] probabilities) {
    for (int i = 0; i < rows.length; i++) {
      probabilities[i] = probabilityOfDefault(rows[i]);
    }
  }

  /**
   * Points lost per feature for reason codes: below the best that a card's characteristic could
   * give, or, for trees, below what the average enterprise of the training data gets from the
   * feature.
   *
   * @param row as above
   * @param lost receives one figure per feature, 0 or more; overwritten
   */
  void pointsLost(double[] row, double[] lost);

  /**
   * Points that each feature gives, below 0 where it costs. Their zero is the model's own: the
   * difference between two rows is what a feature did to the score.
   *
   * @param row as above
   * @param points receives one figure per feature; overwritten
   */
  default void contributions(double[] row, double[] points) {
    pointsLost(row, points);
    for (int i = 0; i < points.length; i++) {
      points[i] = -points[i];
    }
  }
}
