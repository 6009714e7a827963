package org.xinyidai.models.financing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.models.financing.application.Samples.CALENDAR;
import static org.xinyidai.models.financing.application.Samples.FILED;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.calendar.Deadline;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandlingClockTest {
  private final HandlingClock clock = HandlingClock.startedOn(FILED);

  @ParameterizedTest(name = "{0}: {1} days used, {2}")
  @CsvSource({
    "2024-03-04, 0, ",
    "2024-03-08, 4, ",
    "2024-03-10, 4, ",
    "2024-03-11, 5, OFFICER",
    "2024-03-14, 8, BRANCH_HEAD",
    "2024-03-18, 10, LENDER_HEAD",
    "2024-03-19, 11, OFFICE",
    "2024-06-03, 65, OFFICE",
  })
  void working_days_are_used_and_levels_reached(LocalDate day, int used, ReminderLevel level) {
    assertEquals(used, clock.usedDays(day, CALENDAR));
    assertEquals(Optional.ofNullable(level), clock.due(day, CALENDAR));
  }

  @Test
  void the_tenth_working_day_is_the_last_in_time_holidays_and_made_up_days_known() {
    assertEquals(new Deadline.On(LocalDate.of(2024, 3, 18)), clock.dueOn(FILED, CALENDAR));
    LocalDate beforeHoliday = LocalDate.of(2024, 9, 27);
    HandlingClock autumn = HandlingClock.startedOn(beforeHoliday);
    assertEquals(
        new Deadline.On(LocalDate.of(2024, 10, 17)), autumn.dueOn(beforeHoliday, CALENDAR));
  }

  @Test
  void a_level_is_reminded_once() {
    LocalDate day = LocalDate.of(2024, 3, 14);
    HandlingClock told = clock.told(ReminderLevel.BRANCH_HEAD);
    assertTrue(told.due(day, CALENDAR).isEmpty());
    assertEquals(
        Optional.of(ReminderLevel.LENDER_HEAD), told.due(LocalDate.of(2024, 3, 18), CALENDAR));
  }

  @Test
  void days_on_which_documents_are_owed_do_not_count() {
    LocalDate asked = LocalDate.of(2024, 3, 6);
    HandlingClock paused = clock.pause(asked);
    LocalDate later = LocalDate.of(2024, 3, 13);
    assertEquals(2, paused.usedDays(later, CALENDAR));
    assertTrue(paused.due(LocalDate.of(2024, 5, 1), CALENDAR).isEmpty());
    HandlingClock resumed = paused.resume(later);
    assertEquals(3, resumed.usedDays(LocalDate.of(2024, 3, 14), CALENDAR));
    assertEquals(new Deadline.On(LocalDate.of(2024, 3, 25)), resumed.dueOn(later, CALENDAR));
    assertEquals(resumed.dueOn(later, CALENDAR), paused.dueOn(later, CALENDAR), "as if today");
  }

  @Test
  void it_stops_with_the_decision() {
    HandlingClock stopped = clock.stop(LocalDate.of(2024, 3, 6));
    assertEquals(2, stopped.usedDays(LocalDate.of(2024, 12, 1), CALENDAR));
    assertTrue(stopped.due(LocalDate.of(2024, 12, 1), CALENDAR).isEmpty());
  }

  @Test
  void past_the_calendar_no_deadline_is_guessed() {
    LocalDate december = LocalDate.of(2024, 12, 25);
    Deadline due = HandlingClock.startedOn(december).dueOn(december, CALENDAR);
    assertEquals(LocalDate.of(2025, 1, 1), ((Deadline.Unknown) due).firstUnknown());
  }
}
