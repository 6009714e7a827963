package org.xinyidai.models.product;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A day, such as that of the foundation, lies at least some months back (日期条件). A term of months
 * ends on the day of the same number, or on the last of the month where there is none (Civil Code
 * of the PRC, article 202).
 *
 * @param minMonthsAgo months that must have passed, 0 or more
 */
public record DateCriterion(String attribute, int minMonthsAgo, WhenMissing whenMissing)
    implements Criterion {
  public DateCriterion {
    if (minMonthsAgo < 0) {
      throw new IllegalArgumentException("months ago, not ahead: " + minMonthsAgo);
    }
  }

  @Override
  public AcceptedSet accepted(Attribute attribute, int position, LocalDate day) {
    Interval before = new Interval(Double.NEGATIVE_INFINITY, newest(day).toEpochDay());
    return new AcceptedSet(position, List.of(before), whenMissing.passes());
  }

  /** The first day on which an event of a given day is old enough. */
  public LocalDate passesOn(LocalDate event) {
    return event.plusMonths(minMonthsAgo);
  }

  @Override
  public Text required(Attribute attribute) {
    return new Text("距今满 " + minMonthsAgo + "个月", "at least " + minMonthsAgo + " months ago");
  }

  private LocalDate newest(LocalDate day) {
    boolean endsMonth = YearMonth.from(day).atEndOfMonth().equals(day);
    LocalDate back = day.minusMonths(minMonthsAgo);
    return endsMonth ? YearMonth.from(back).atEndOfMonth() : back;
  }
}
