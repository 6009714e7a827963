package org.xinyidai.engine.simulation;

/**
 * What goes wrong with the data of the simulated city (数据质量问题), each as a share from 0 to 1.
 *
 * @param missing batches of one feed, district and month that are never sent (漏报)
 * @param late rows that come one or two months after their month (迟报)
 * @param repeated rows that are sent twice (重报)
 * @param wrong rows that cannot be accepted (错报)
 * @param corrected rows whose first version was mistaken and is corrected a month later (更正)
 * @param untidy rows in an unusual form that still means the same, such as full-width digits
 * @param lateFiles whole deliveries that come after the 4th
 * @param unnamed rows of utilities that name their customer otherwise than by its code (无代码)
 * @param atOnce of the repeated and corrected, those of which both versions come in one delivery
 */
public record Trouble(
    double missing,
    double late,
    double repeated,
    double wrong,
    double corrected,
    double untidy,
    double lateFiles,
    double unnamed,
    AtOnce atOnce) {
  /**
   * What does not wait for the next month's delivery.
   *
   * @param repeated of the repeated rows
   * @param corrected of the corrected rows
   */
  public record AtOnce(double repeated, double corrected) {
    static final AtOnce USUAL = new AtOnce(0.7, 0);
    static final AtOnce ALWAYS = new AtOnce(1, 1);
  }

  /** As a real city has it. */
  public static final Trouble USUAL = new Trouble(0.01, 0.02, 0.01, 0.005, 0.01, 0.02, 0.03);

  /**
   * One month seen alone: of all rows 1% lack a code, which is nearly a fifth of those of
   * utilities, and nothing repeats or corrects what came the month before.
   */
  public static final Trouble ONE_MONTH =
      new Trouble(0.01, 0.02, 0.01, 0.005, 0.01, 0.02, 0.03, 0.18, AtOnce.ALWAYS);

  /** Every row once, in time and right. */
  public static final Trouble NONE = new Trouble(0, 0, 0, 0, 0, 0, 0);

  /** Trouble of a city whose rows all have a code. */
  public Trouble(
      double missing,
      double late,
      double repeated,
      double wrong,
      double corrected,
      double untidy,
      double lateFiles) {
    this(missing, late, repeated, wrong, corrected, untidy, lateFiles, 0, AtOnce.USUAL);
  }

  public Trouble {
    double most =
        Math.max(
            Math.max(Math.max(missing, untidy), unnamed),
            Math.max(lateFiles, late + repeated + wrong + corrected));
    double least =
        Math.min(
            Math.min(Math.min(Math.min(missing, untidy), unnamed), Math.min(lateFiles, late)),
            Math.min(Math.min(repeated, wrong), corrected));
    if (!(least >= 0 && most <= 1)) {
      throw new IllegalArgumentException(
          "shares are from 0 to 1, those of one row together as well");
    }
  }
}
