package org.xinyidai.models.dispute;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.xinyidai.models.calendar.Deadline;

/**
 * A reminder of a deadline (催办), by how near it is.
 *
 * @param daysLeft natural days until the last day in time; below zero once it is overdue
 */
public record Reminder(Level level, LocalDate dueOn, long daysLeft) {
  /** From this many days before the deadline on, a clerk is reminded. */
  public static final int SOON_DAYS = 5;

  /** How near a deadline is. */
  public enum Level {
    SOON("即将到期"),
    TODAY("今日到期"),
    OVERDUE("已逾期");

    private final String titleZh;

    Level(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** The reminder of a day; empty while there is time, and where no deadline can be told. */
  public static Optional<Reminder> on(LocalDate today, Deadline deadline) {
    if (!(deadline instanceof Deadline.On due)) {
      return Optional.empty();
    }
    long left = ChronoUnit.DAYS.between(today, due.day());
    if (left > SOON_DAYS) {
      return Optional.empty();
    }
    Level level = left < 0 ? Level.OVERDUE : left == 0 ? Level.TODAY : Level.SOON;
    return Optional.of(new Reminder(level, due.day(), left));
  }
}
