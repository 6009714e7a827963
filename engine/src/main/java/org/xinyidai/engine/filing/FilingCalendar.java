package org.xinyidai.engine.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Deadline.Timeliness;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.calendar.FilingReminder;
import org.xinyidai.models.calendar.WorkingCalendar;

/** Which reports are due when, and how they stand (报送日历). */
public final class FilingCalendar {
  /** Periods of one duty that are looked back at: three years of months. */
  private static final int MOST_PERIODS = 36;

  private final Duties duties;
  private final Filings filings;
  private final WorkingCalendar days;

  FilingCalendar(Duties duties, Filings filings, WorkingCalendar days) {
    this.duties = duties;
    this.filings = filings;
    this.days = days;
  }

  /** The working days that it counts by. */
  public WorkingCalendar days() {
    return days;
  }

  /** Every report that is owed, was filed, or will be owed for the period that runs; by due day. */
  public List<CalendarEntry> entries(LocalDate today) {
    List<CalendarEntry> entries = new ArrayList<>();
    for (Duty duty : duties.all()) {
      FilingPeriod last = FilingPeriod.of(duty.periods(), today);
      List<FilingPeriod> periods = new ArrayList<>();
      for (FilingPeriod one = duty.first(); one.compareTo(last) <= 0; one = one.next()) {
        if (duty.covers(one)) {
          periods.add(one);
        }
      }
      periods
          .subList(Math.max(0, periods.size() - MOST_PERIODS), periods.size())
          .forEach(period -> entries.add(entry(duty.pack(), period, today)));
    }
    entries.sort(
        Comparator.comparing(CalendarEntry::dueOn)
            .thenComparing(CalendarEntry::pack)
            .thenComparing(CalendarEntry::period));
    return entries;
  }

  private CalendarEntry entry(String pack, FilingPeriod period, LocalDate today) {
    LocalDate due = due(period);
    Optional<Filing> first = filings.of(pack, period.code()).stream().findFirst();
    return new CalendarEntry(
        pack,
        period,
        due,
        state(period, due, first, today),
        Arrays.stream(FilingReminder.values())
            .map(one -> new CalendarEntry.Reminder(one, one.day(due, days)))
            .toList(),
        first);
  }

  private static CalendarEntry.State state(
      FilingPeriod period, LocalDate due, Optional<Filing> first, LocalDate today) {
    if (first.isPresent()) {
      LocalDate filedOn = ChinaTime.dayOf(first.get().filedAt());
      return filedOn.isAfter(due) ? CalendarEntry.State.LATE : CalendarEntry.State.IN_TIME;
    }
    if (!today.isAfter(period.lastDay())) {
      return CalendarEntry.State.RUNNING;
    }
    return today.isAfter(due) ? CalendarEntry.State.OVERDUE : CalendarEntry.State.OPEN;
  }

  /** The last day in time: a fixed day of the month, so that every calendar tells it. */
  LocalDate due(FilingPeriod period) {
    if (period.due(days) instanceof Deadline.On on) {
      return on.day();
    }
    throw new IllegalStateException("a fixed day of a month needs no calendar");
  }

  /** Whether what is filed on a day is in time. */
  Timeliness judge(FilingPeriod period, LocalDate filedOn) {
    return period.due(days).judge(filedOn);
  }
}
