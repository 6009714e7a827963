package org.xinyidai.connectors.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Deadline.Timeliness;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.calendar.FilingReminder;
import org.xinyidai.models.calendar.WorkingCalendar;

/** The 4th by the State Council's calendar: on weekends, holidays, make-up workdays and beyond. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FilingReminderTest {
  private static final WorkingCalendar CALENDAR = HolidayNotices.bundled();

  @ParameterizedTest(name = "{0} is due on {1}: {2}, {3}, {4}")
  @CsvSource({
    // An ordinary Wednesday.
    "2026-10, 2026-11-04, 2026-10-30, 2026-11-04, 2026-11-05",
    // A Saturday.
    "2026-06, 2026-07-04, 2026-07-01, 2026-07-03, 2026-07-06",
    // A Sunday that is worked to make up for a holiday.
    "2025-12, 2026-01-04, 2025-12-29, 2026-01-04, 2026-01-05",
    // Inside the National Day holiday.
    "2026-09, 2026-10-04, 2026-09-28, 2026-09-30, 2026-10-08",
    // Inside the Labour Day holiday, which a weekend follows whose Saturday is worked.
    "2026-04, 2026-05-04, 2026-04-28, 2026-04-30, 2026-05-06",
    "2026-Q3, 2026-10-04, 2026-09-28, 2026-09-30, 2026-10-08",
    "2025, 2026-01-04, 2025-12-29, 2026-01-04, 2026-01-05",
  })
  void reminders_fall_on_working_days_and_the_due_day_is_not_moved(
      String code, LocalDate due, LocalDate early, LocalDate onTheDay, LocalDate late) {
    FilingPeriod period = FilingPeriod.parse(code).orElseThrow();

    assertEquals(new Deadline.On(due), period.due(CALENDAR));
    assertEquals(new Deadline.On(early), FilingReminder.EARLY.day(due, CALENDAR));
    assertEquals(new Deadline.On(onTheDay), FilingReminder.DUE.day(due, CALENDAR));
    assertEquals(new Deadline.On(late), FilingReminder.LATE.day(due, CALENDAR));
    assertEquals(Optional.empty(), reached(due, early.minusDays(1)));
    assertEquals(Optional.of(FilingReminder.EARLY), reached(due, early));
    assertEquals(Optional.of(FilingReminder.EARLY), reached(due, onTheDay.minusDays(1)));
    assertEquals(Optional.of(FilingReminder.DUE), reached(due, onTheDay));
    assertEquals(Optional.of(FilingReminder.DUE), reached(due, late.minusDays(1)));
    assertEquals(Optional.of(FilingReminder.LATE), reached(due, late));
  }

  @Test
  void the_whole_of_the_4th_is_in_time_and_the_5th_is_late_even_after_a_holiday() {
    Deadline due = FilingPeriod.parse("2026-09").orElseThrow().due(CALENDAR);

    assertEquals(Timeliness.IN_TIME, due.judge(LocalDate.of(2026, 10, 4)));
    assertEquals(Timeliness.LATE, due.judge(LocalDate.of(2026, 10, 5)));
  }

  @Test
  void days_beyond_the_calendar_are_said_and_not_guessed() {
    LocalDate beyond = CALENDAR.knownTo().plusDays(4);

    Deadline early = FilingReminder.EARLY.day(beyond, CALENDAR);

    assertTrue(assertInstanceOf(Deadline.Unknown.class, early).reason().contains("补录"));
    assertEquals(Optional.empty(), reached(beyond, beyond.minusDays(1)));
    assertEquals(Optional.of(FilingReminder.DUE), reached(beyond, beyond));
    assertEquals(Optional.of(FilingReminder.LATE), reached(beyond, beyond.plusDays(1)));
  }

  private static Optional<FilingReminder> reached(LocalDate due, LocalDate today) {
    return FilingReminder.reached(due, today, CALENDAR);
  }
}
