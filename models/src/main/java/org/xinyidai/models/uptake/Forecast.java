package org.xinyidai.models.uptake;

import java.time.LocalDate;

/**
 * What an item may come to by a day (预测), or why nothing is said. For guidance; nobody is judged.
 */
public sealed interface Forecast {
  /**
   * Expected, with the interval in which it lies in 95 of 100 cases if months go on as they went.
   *
   * @param on the day spoken of
   * @param value, low, high in the unit of the item: a share as a fraction, a count as a number
   * @param months the number of monthly values that it rests on
   * @param outlook whether the target is likely to be reached by then
   */
  record Expected(LocalDate on, double value, double low, double high, int months, Outlook outlook)
      implements Forecast {}

  /** Nothing is said. */
  record Refused(Reason reason) implements Forecast {}

  /** How the interval lies to the target (达标前景). */
  enum Outlook {
    LIKELY("likely", "有望达标"),
    UNLIKELY("unlikely", "难以达标"),
    OPEN("open", "尚不确定"),
    NO_TARGET("no_target", "未设目标");

    private final String id;
    private final String titleZh;

    Outlook(String id, String titleZh) {
      this.id = id;
      this.titleZh = titleZh;
    }

    /** The stable name in answers. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** Why nothing is said, in order of precedence. */
  enum Reason {
    NO_DEADLINE("no_deadline", "来源文件未设截止日"),
    DEADLINE_PAST("deadline_past", "截止日已过"),
    NOT_CUMULATIVE("not_cumulative", "按期重新计数的指标不作预测"),
    TOO_FEW_POINTS("too_few_points", "已知月份不足5个，不作预测");

    private final String id;
    private final String titleZh;

    Reason(String id, String titleZh) {
      this.id = id;
      this.titleZh = titleZh;
    }

    /** The stable name in answers. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }
  }
}
