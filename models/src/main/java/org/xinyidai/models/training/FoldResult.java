package org.xinyidai.models.training;

/** The out-of-fold probabilities of one fold (单折结果). */
public final class FoldResult {
  private final int task;
  private final int[] rows;
  private final double[] probabilities;

  FoldResult(int task, int[] rows, double[] probabilities) {
    this.task = task;
    this.rows = rows;
    this.probabilities = probabilities;
  }

  /** The number of the task that gave it. */
  public int task() {
    return task;
  }

  /** Rows of the whole set that were held out. */
  public int[] rows() {
    return rows.clone();
  }

  /** The probability of default of each of them. */
  public double[] probabilities() {
    return probabilities.clone();
  }
}
