package org.xinyidai.models.training;

/**
 * How a column is cut (分箱参数).
 *
 * @param fineClasses at most so many classes of about equal size before the optimal cut
 * @param maximumBins at most so many bins, besides those for missing and special values
 * @param minimumShare least share of the rows with an ordinary value in a bin, 0 to 1
 * @param minimumGoods least goods in a bin
 * @param minimumBads least bads in a bin
 * @param maximumPValue neighbouring bins must differ by a two-sided test of two shares at this
 *     level; 1 asks for nothing
 * @param smoothingRows rows of the whole's mixture that are added to each bin before its weight of
 *     evidence is taken
 * @param shape the way the risk may go over the axis
 */
public record BinningSettings(
    int fineClasses,
    int maximumBins,
    double minimumShare,
    int minimumGoods,
    int minimumBads,
    double maximumPValue,
    double smoothingRows,
    Shape shape) {

  /** Fewer rows than this of the rarer outcome make a small sample. */
  static final int SMALL_SAMPLE = 200;

  /** From here on there are rows enough for every bin that the axis bears. */
  static final int MIDDLE_SAMPLE = 2_000;

  /** The course of the risk over the axis (单调性). */
  public enum Shape {
    /** Rising or falling, whichever tells more. */
    MONOTONE,
    RISING,
    FALLING,
    /** Rising, then falling. */
    PEAK,
    /** Falling, then rising. */
    VALLEY,
    /** One way, unless a single turn tells far more. */
    ONE_TURN
  }

  public BinningSettings {
    if (fineClasses < 1 || maximumBins < 1 || minimumGoods < 0 || minimumBads < 0) {
      throw new IllegalArgumentException("counts of bins or rows below their least");
    }
    if (!(minimumShare >= 0 && minimumShare < 1)
        || !(maximumPValue > 0 && maximumPValue <= 1)
        || !(smoothingRows > 0)) {
      throw new IllegalArgumentException(
          "share " + minimumShare + ", p " + maximumPValue + ", smoothing " + smoothingRows);
    }
  }

  /** What a sample of this size bears: thousands of rows need little help, a hundred a lot. */
  public static BinningSettings forSample(int rows, int bads) {
    int rarer = Math.min(bads, rows - bads);
    if (rarer < SMALL_SAMPLE) {
      return new BinningSettings(20, 4, 0.05, 1, 1, 0.3, 15, Shape.MONOTONE);
    }
    return rarer < MIDDLE_SAMPLE
        ? new BinningSettings(60, 8, 0.01, 5, 5, 0.3, 10, Shape.ONE_TURN)
        : new BinningSettings(60, 10, 0.01, 20, 20, 0.1, 20, Shape.ONE_TURN);
  }

  public BinningSettings withShape(Shape other) {
    return new BinningSettings(
        fineClasses,
        maximumBins,
        minimumShare,
        minimumGoods,
        minimumBads,
        maximumPValue,
        smoothingRows,
        other);
  }
}
