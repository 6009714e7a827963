package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** How an item is counted over time (指标类型). G5. */
public enum Period {
  MONTH("month", "月度指标", 1),
  QUARTER("quarter", "季度指标", 3),
  YEAR("year", "年度指标", 12),
  /** All that there is by the day; judged against a month earlier where it shall rise. */
  CUMULATIVE("cumulative", "累计指标", 1);

  private final String id;
  private final String titleZh;
  private final int months;

  Period(String id, String titleZh, int months) {
    this.id = id;
    this.titleZh = titleZh;
    this.months = months;
  }

  /** The stable name in packs and answers. */
  public String id() {
    return id;
  }

  public String titleZh() {
    return titleZh;
  }

  /** The first day of what is counted up to a day; the beginning of time for a cumulative item. */
  public LocalDate firstDay(LocalDate asOf) {
    return switch (this) {
      case MONTH -> asOf.withDayOfMonth(1);
      case QUARTER -> asOf.withDayOfMonth(1).withMonth((asOf.getMonthValue() - 1) / 3 * 3 + 1);
      case YEAR -> asOf.withDayOfYear(1);
      case CUMULATIVE -> LocalDate.MIN;
    };
  }

  /** The day to which a value is compared when it shall rise. */
  public LocalDate before(LocalDate asOf) {
    return asOf.minusMonths(months);
  }

  public static Optional<Period> ofId(String id) {
    return Arrays.stream(values()).filter(period -> period.id.equals(id)).findFirst();
  }
}
