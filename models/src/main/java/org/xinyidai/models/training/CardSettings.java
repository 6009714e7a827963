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
 * @param crossFitCategories a column of so many categories or more enters the regression by groups
 *     that other rows have formed: its good luck with its own rows earns it nothing
 */
public record CardSettings(
    BinningSettings binning,
    double leastInformationValue,
    double greatestCorrelation,
    int greatestSize,
    double leastGain,
    double ridge,
    int crossFitCategories,
    Scaling scaling,
    GradeScale grades)
    implements ModelSettings {
  /** From so many categories on, some stand out by luck alone. */
  private static final int MANY_CATEGORIES = 20;

  public CardSettings {
    if (greatestSize < 1 || !(ridge > 0) || crossFitCategories < 0) {
      throw new IllegalArgumentException(
          "size " + greatestSize + ", ridge " + ridge + ", categories " + crossFitCategories);
    }
  }

  /** What a sample of this size bears. */
  public static CardSettings forSample(int rows, int bads) {
    boolean small = Math.min(bads, rows - bads) < BinningSettings.SMALL_SAMPLE;
    return new CardSettings(
        BinningSettings.forSample(rows, bads),
        small ? 0.05 : 0.02,
        small ? 0.8 : 0.95,
        small ? 12 : 40,
        0.3,
        small ? 20 : 10,
        MANY_CATEGORIES,
        Scaling.STANDARD,
        GradeScale.STANDARD);
  }

  /** A card that stands beside trees: nobody signs it, so it may use every column that helps. */
  static CardSettings beside(int rows, int bads) {
    return new CardSettings(
        BinningSettings.forSample(rows, bads),
        0.01,
        0.98,
        40,
        0.01,
        20,
        MANY_CATEGORIES,
        Scaling.STANDARD,
        GradeScale.STANDARD);
  }

  @Override
  public String kind() {
    return "card";
  }
}
