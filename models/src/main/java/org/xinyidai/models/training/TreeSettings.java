package org.xinyidai.models.training;

import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.Scaling;

/**
 * How boosted trees or a forest are trained by XGBoost (树模型训练参数).
 *
 * @param kind {@code xgboost} or {@code forest}
 * @param rounds at most so many rounds
 * @param choosesRounds whether the inner folds choose how many of them; else all
 * @param treesPerRound 1 for boosting; a forest is one round of many trees
 * @param learningRate what of each round's step is taken, above 0 to 1
 * @param minimumWeight least sum of p(1-p) over the rows of a leaf
 * @param rowShare of the rows that each tree sees, above 0 to 1
 * @param columnShare of the columns that each tree (of a forest: each node) sees, above 0 to 1
 * @param ridge squared leaves times half of it are the price of a tree
 * @param bags models that differ by seed alone and are averaged
 * @param monotoneByData whether a column without a declared sense may move the risk only the way in
 *     which it ranks the training rows
 * @param innerFolds of the cross-fitted margins that calibrate the probabilities
 */
public record TreeSettings(
    String kind,
    int rounds,
    boolean choosesRounds,
    int treesPerRound,
    double learningRate,
    int depth,
    double minimumWeight,
    double rowShare,
    double columnShare,
    double ridge,
    int bags,
    boolean monotoneByData,
    int innerFolds,
    Scaling scaling,
    GradeScale grades)
    implements ModelSettings {
  /** Deeper trees are not to be explained, and their flat arrays outgrow every cache. */
  public static final int DEEPEST = 16;

  /** Fewer rows, good and bad, than this need small steps and much shrinkage. */
  private static final int SMALL_TABLE = 2_000;

  public TreeSettings {
    if (rounds < 1 || treesPerRound < 1 || bags < 1 || innerFolds < 2) {
      throw new IllegalArgumentException(
          "rounds %d, trees %d, bags %d, folds %d"
              .formatted(rounds, treesPerRound, bags, innerFolds));
    }
    if (depth < 1 || depth > DEEPEST) {
      throw new IllegalArgumentException("depth " + depth + " is not within 1 to " + DEEPEST);
    }
  }

  /** Boosting that a sample of this size bears. */
  public static TreeSettings boosted(int rows, int bads) {
    int rarer = Math.min(bads, rows - bads);
    if (rarer < BinningSettings.SMALL_SAMPLE) {
      return new TreeSettings(
          "xgboost",
          150,
          false,
          1,
          0.1,
          2,
          1,
          0.7,
          0.2,
          5,
          3,
          true,
          3,
          Scaling.STANDARD,
          GradeScale.STANDARD);
    }
    if (rows < SMALL_TABLE) {
      return new TreeSettings(
          "xgboost",
          600,
          true,
          1,
          0.03,
          4,
          3,
          0.6,
          0.3,
          10,
          3,
          false,
          3,
          Scaling.STANDARD,
          GradeScale.STANDARD);
    }
    boolean large = rarer >= BinningSettings.MIDDLE_SAMPLE;
    return new TreeSettings(
        "xgboost",
        large ? 500 : 600,
        true,
        1,
        large ? 0.05 : 0.1,
        large ? 5 : 4,
        large ? 3 : 1,
        0.8,
        0.5,
        large ? 5 : 1,
        3,
        false,
        large ? 2 : 3,
        Scaling.STANDARD,
        GradeScale.STANDARD);
  }

  /** A forest that a sample of this size bears. */
  public static TreeSettings forest(int rows, int bads) {
    boolean small = Math.min(bads, rows - bads) < BinningSettings.SMALL_SAMPLE;
    return new TreeSettings(
        "forest",
        1,
        false,
        300,
        1,
        small ? 6 : 12,
        small ? 0.3 : 1,
        0.63,
        small ? 0.15 : 0.3,
        small ? 0.1 : 1,
        1,
        small,
        3,
        Scaling.STANDARD,
        GradeScale.STANDARD);
  }
}
