package org.xinyidai.models.distribution;

/**
 * A fixed grid over all numbers (固定分箱): cells of two percent of their value, one cell for zero and
 * for what is next to it. It depends on no data, so counts over it can be added and compared
 * exactly, whichever period is chosen as the base later. Whole numbers below fifty have a cell
 * each.
 */
public final class Grid {
  /** Values nearer to zero than this share its cell. */
  private static final double SMALLEST = 1e-6;

  private static final double STEP = 1.02;
  private static final double LOG_STEP = StrictMath.log(STEP);

  /** What three digits leave of a cell's middle is nearer to it than the cell is wide. */
  private static final double DIGITS = 1_000;

  private Grid() {}

  /** The cell of a value; cells are ordered as the values are, 0 is that of zero. */
  public static int cell(double value) {
    double size = Math.abs(value);
    if (size < SMALLEST) {
      return 0;
    }
    // StrictMath, for the same value must fall into the same cell on every machine.
    int cell = 1 + (int) Math.floor(StrictMath.log(size / SMALLEST) / LOG_STEP);
    return value < 0 ? -cell : cell;
  }

  /**
   * A value that stands for all of a cell, within two percent of each: a whole number if it can.
   */
  public static double value(int cell) {
    if (cell == 0) {
      return 0;
    }
    double low = SMALLEST * StrictMath.pow(STEP, Math.abs(cell) - 1);
    double high = low * STEP;
    double whole = Math.ceil(low - SMALLEST);
    double size = whole > 0 && whole + 1 > high && whole < high ? whole : rounded((low + high) / 2);
    return cell < 0 ? -size : size;
  }

  private static double rounded(double middle) {
    double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(middle))) / DIGITS;
    return unit < 1 ? Math.rint(middle / unit) / (1 / unit) : Math.rint(middle / unit) * unit;
  }
}
