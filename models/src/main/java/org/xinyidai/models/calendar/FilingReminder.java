package org.xinyidai.models.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * When the office is reminded of a report that is not filed (报送提醒). The due day itself is not moved
 * by a holiday, so who reminds on days off would be heard too late: the days are working days.
 */
public enum FilingReminder {
  /** Three working days before the due day. */
  EARLY("early", "到期前3个工作日"),
  /** On the due day, or on the last working day before it where it is off. */
  DUE("due", "到期日（遇休息日提前至前一工作日）"),
  /** On the first working day after the due day. */
  LATE("late", "逾期后首个工作日");

  private static final int DAYS_BEFORE = 3;

  private final String code;
  private final String titleZh;

  FilingReminder(String code, String titleZh) {
    this.code = code;
    this.titleZh = titleZh;
  }

  /** The stable name in files and answers. */
  public String code() {
    return code;
  }

  public String titleZh() {
    return titleZh;
  }

  /** Its day, or why that cannot be told: days beyond the calendar are not guessed. */
  public Deadline day(LocalDate due, WorkingCalendar calendar) {
    return switch (this) {
      case EARLY -> calendar.beforeWorkingDays(due, DAYS_BEFORE);
      case DUE -> calendar.beforeWorkingDays(due.plusDays(1), 1);
      case LATE -> calendar.afterWorkingDays(due, 1);
    };
  }

  /**
   * The last one whose day has come. Where the calendar does not tell its day, the natural one
   * counts for {@link #DUE} and the day after for {@link #LATE}; an early one is left out.
   */
  public static Optional<FilingReminder> reached(
      LocalDate due, LocalDate today, WorkingCalendar calendar) {
    return Arrays.stream(values())
        .filter(one -> one.hasCome(due, today, calendar))
        .reduce((earlier, later) -> later);
  }

  private boolean hasCome(LocalDate due, LocalDate today, WorkingCalendar calendar) {
    if (day(due, calendar) instanceof Deadline.On on) {
      return !today.isBefore(on.day());
    }
    return this == DUE ? !today.isBefore(due) : this == LATE && today.isAfter(due);
  }
}
