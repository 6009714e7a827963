package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.filing.CalendarEntry;
import org.xinyidai.engine.filing.Filing;
import org.xinyidai.models.calendar.Deadline;

/** A filing as it goes out (报送存根). */
record FilingView(
    String id,
    String pack,
    String period,
    int version,
    LocalDate asOf,
    String office,
    String account,
    Instant filedAt,
    @Nullable LocalDate dueOn,
    String timeliness,
    @Nullable String replaces,
    String reason,
    long auditNumber,
    List<FileView> files,
    String signature,
    String publicKey) {
  record FileView(String form, int bytes, String sm3) {}

  static FilingView of(Filing filing) {
    return new FilingView(
        filing.id(),
        filing.pack(),
        filing.period(),
        filing.version(),
        filing.asOf(),
        filing.office(),
        filing.account(),
        filing.filedAt(),
        filing.dueOn(),
        filing.timeliness(),
        filing.replaces(),
        filing.reason(),
        filing.auditNumber(),
        filing.files().stream()
            .map(file -> new FileView(file.form().ending(), file.bytes(), file.sm3()))
            .toList(),
        filing.signature(),
        filing.publicKey());
  }

  /** A report in the calendar; {@code filing} is the first version, null where none was filed. */
  record Due(
      String pack,
      String period,
      String periodZh,
      LocalDate dueOn,
      String state,
      String stateZh,
      List<Reminder> reminders,
      @Nullable FilingView filing) {
    static Due of(CalendarEntry entry) {
      return new Due(
          entry.pack(),
          entry.period().code(),
          entry.period().titleZh(),
          entry.dueOn(),
          entry.state().code(),
          entry.state().titleZh(),
          entry.reminders().stream().map(Reminder::of).toList(),
          entry.first().map(FilingView::of).orElse(null));
    }
  }

  /**
   * A reminder.
   *
   * @param unknown why its day cannot be told; null where it can
   */
  record Reminder(
      String reminder, String reminderZh, @Nullable LocalDate day, @Nullable String unknown) {
    static Reminder of(CalendarEntry.Reminder one) {
      return new Reminder(
          one.reminder().code(),
          one.reminder().titleZh(),
          one.day() instanceof Deadline.On on ? on.day() : null,
          one.day() instanceof Deadline.Unknown unknown ? unknown.reason() : null);
    }
  }
}
