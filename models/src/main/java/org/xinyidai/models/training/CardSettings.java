package org.xinyidai.models.training;

import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.Scaling;

/**
 * How a scorecard is trained (评分卡训练参数).
 *
 * @param leastInformationValue columns below it are left out
 * @param greatestCorrelation of two columns whose weights of evidence correlate above it, the one
 *     with less information value is left out
 * @param greatestSize at most so many characteristics
 * @param leastGain log-likelihood that a further characteristic must add; 1 is Akaike's criterion
 * @param ridge half of it times the sum of squared coefficients is taken off the log-likelihood
 * @param crossFitFolds the regression sees each row's weights of evidence as bins cut without the
 *     row tell them, so that a column's good luck in its own bins earns it nothing; 0 for the plain
 *     way
 */
public record CardSettings(
    BinningSettings binning,
    double leastInformationValue,
    double greatestCorrelation,
    int greatestSize,
    double leastGain,
    double ridge,
    int crossFitFolds,
    Scaling scaling,
    GradeScale grades)
    implements ModelSettings {
  public CardSettings {
    if (greatestSize < 1 || !(ridge > 0) || crossFitFolds < 0 || crossFitFolds == 1) {
      throw new IllegalArgumentException(
          "size " + greatestSize + ", ridge " + ridge + ", folds " + crossFitFolds);
    }
  }

  /** What a sample of this size bears. */
  public static CardSettings forSample(int rows, int bads) {
    boolean small = Math.min(bads, rows - bads) < BinningSettings.SMALL_SAMPLE;
    return new CardSettings(
        BinningSettings.forSample(rows, bads),
        small ? 0.05 : 0.02,
        small ? 0.8 : 0.9,
        small ? 12 : 40,
        small ? 0.3 : 2.0,
        small ? 20 : 1,
        5,
        Scaling.STANDARD,
        GradeScale.STANDARD);
  }

  @Override
  public String kind() {
    return "card";
  }
}
