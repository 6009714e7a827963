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
 */
public record Trouble(
    double missing,
    double late,
    double repeated,
    double wrong,
    double corrected,
    double untidy,
    double lateFiles) {
  /** As a real city has it. */
  public static final Trouble USUAL = new Trouble(0.01, 0.02, 0.01, 0.005, 0.01, 0.02, 0.03);

  /** Every row once, in time and right. */
  public static final Trouble NONE = new Trouble(0, 0, 0, 0, 0, 0, 0);

  public Trouble {
    double most =
        Math.max(
            Math.max(missing, untidy), Math.max(lateFiles, late + repeated + wrong + corrected));
    double least =
        Math.min(
            Math.min(Math.min(missing, untidy), Math.min(lateFiles, late)),
            Math.min(Math.min(repeated, wrong), corrected));
    if (!(least >= 0 && most <= 1)) {
      throw new IllegalArgumentException(
          "shares are from 0 to 1, those of one row together as well");
    }
  }
}
