package org.xinyidai.engine.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.calendar.FilingReminder;

/**
 * A report in the calendar (报送日历事项).
 *
 * @param reminders their days, or why one cannot be told
 * @param first version that was filed: by that it is in time or late; empty where none was
 */
public record CalendarEntry(
    String pack,
    FilingPeriod period,
    LocalDate dueOn,
    State state,
    List<Reminder> reminders,
    Optional<Filing> first) {
  public CalendarEntry {
    reminders = List.copyOf(reminders);
  }

  /** A reminder with its day. */
  public record Reminder(FilingReminder reminder, Deadline day) {}

  /** How a report stands. */
  public enum State {
    /** The period has not ended. */
    RUNNING("running", "未到报送期"),
    /** To be filed. */
    OPEN("open", "待报送"),
    /** Not filed, and the day has passed. */
    OVERDUE("overdue", "逾期未报"),
    IN_TIME("in_time", "按期报送"),
    LATE("late", "迟报");

    private final String code;
    private final String titleZh;

    State(String code, String titleZh) {
      this.code = code;
      this.titleZh = titleZh;
    }

    /** The stable name in answers. */
    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }

    /** Whether somebody has to file. */
    public boolean isOwed() {
      return this == OPEN || this == OVERDUE;
    }
  }
}
