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
   * Points lost per feature below the best it could give, for reason codes.
   *
   * @param row as above
   * @param lost receives one figure per feature, 0 or more; overwritten
   */
  void pointsLost(double[] row, double[] lost);
}
