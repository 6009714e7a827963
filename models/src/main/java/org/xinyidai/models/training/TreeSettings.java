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
 * @param bags models that differ by seed and view and are averaged
 * @param cardShare of the log-odds that a card over all columns has beside the trees, 0 to below 1
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
    double cardShare,
    boolean monotoneByData,
    int innerFolds,
    Scaling scaling,
    GradeScale grades)
    implements ModelSettings {
  /** Deeper trees are not to be explained, and their flat arrays outgrow every cache. */
  public static final int DEEPEST = 16;

  /** Fewer rows, good and bad, than this need small steps and much shrinkage. */
  private static final int SMALL_TABLE = 2_000;

  /** In a large table the least leaf and the shrinkage grow with the rows. */
  private static final double ROWS_PER_WEIGHT = 5_000;

  private static final double ROWS_PER_RIDGE = 6_000;

  public TreeSettings {
    if (rounds < 1 || treesPerRound < 1 || bags < 1 || innerFolds < 2) {
      throw new IllegalArgumentException(
          "rounds %d, trees %d, bags %d, folds %d"
              .formatted(rounds, treesPerRound, bags, innerFolds));
    }
    if (!(cardShare >= 0 && cardShare < 1)) {
      throw new IllegalArgumentException("share of the card " + cardShare);
    }
    if (depth < 1 || depth > DEEPEST) {
      throw new IllegalArgumentException("depth " + depth + " is not within 1 to " + DEEPEST);
    }
  }

  /** Boosting that a sample of this size bears. */
  public static TreeSettings boosted(int rows, int bads) {
    int rarer = Math.min(bads, rows - bads);
    if (rarer < BinningSettings.SMALL_SAMPLE) {
      return boosting(150, false, new Step(0.1, 2, 1, 5), new Bags(3, 0.7, 0.2, 0), true, 3);
    }
    if (rows < SMALL_TABLE) {
      return boosting(300, false, new Step(0.03, 4, 3, 10), new Bags(4, 0.6, 0.3, 0.4), false, 5);
    }
    if (rarer < BinningSettings.MIDDLE_SAMPLE) {
      return boosting(600, true, new Step(0.1, 4, 1, 1), new Bags(3, 0.8, 0.5, 0), false, 3);
    }
    double weight = Math.max(3, rows / ROWS_PER_WEIGHT);
    double ridge = Math.max(5, rows / ROWS_PER_RIDGE);
    return boosting(
        500, true, new Step(0.05, 5, weight, ridge), new Bags(4, 0.8, 0.5, 0), false, 2);
  }

  /** How bold a round is. */
  private record Step(double rate, int depth, double minimumWeight, double ridge) {}

  /** What is averaged. */
  private record Bags(int count, double rowShare, double columnShare, double cardShare) {}

  private static TreeSettings boosting(
      int rounds, boolean choose, Step step, Bags bags, boolean monotone, int innerFolds) {
    return new TreeSettings(
        "xgboost",
        rounds,
        choose,
        1,
        step.rate,
        step.depth,
        step.minimumWeight,
        bags.rowShare,
        bags.columnShare,
        step.ridge,
        bags.count,
        bags.cardShare,
        monotone,
        innerFolds,
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
        0,
        small,
        3,
        Scaling.STANDARD,
        GradeScale.STANDARD);
  }
}
