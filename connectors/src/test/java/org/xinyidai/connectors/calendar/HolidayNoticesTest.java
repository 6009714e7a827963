package org.xinyidai.connectors.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JacksonException;
import java.io.ByteArrayInputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.calendar.DayKind;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.calendar.WorkingCalendar;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HolidayNoticesTest {
  private final WorkingCalendar calendar = HolidayNotices.bundled();

  @ParameterizedTest
  @CsvSource({
    "2018-02-11, WORKING",
    "2018-02-15, OFF",
    "2018-12-29, WORKING",
    "2018-12-31, OFF",
    "2019-05-02, OFF",
    "2019-05-05, WORKING",
    "2020-01-31, OFF",
    "2020-02-01, OFF",
    "2020-02-03, WORKING",
    "2021-09-18, WORKING",
    "2022-10-09, WORKING",
    "2023-01-02, OFF",
    "2023-10-06, OFF",
    "2024-02-09, WORKING",
    "2024-02-18, WORKING",
    "2025-02-08, WORKING",
    "2026-02-23, OFF",
    "2026-09-20, WORKING",
    "2026-11-21, OFF",
  })
  void days_are_as_the_notices_say(LocalDate day, DayKind kind) {
    assertEquals(kind, calendar.kindOf(day));
  }

  /**
   * A moved day off is worked on a weekend, one for one: what remains are the statutory holidays,
   * 11 a year up to 2024 and 13 from 2025; 2020 has two more by the extension of the festival.
   */
  @ParameterizedTest
  @CsvSource({
    "2018, 11",
    "2019, 11",
    "2020, 13",
    "2021, 11",
    "2022, 11",
    "2023, 11",
    "2024, 11",
    "2025, 13",
    "2026, 13"
  })
  void every_moved_day_is_made_up_for(int year, int statutory) {
    int net = 0;
    for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      boolean works = calendar.kindOf(day) == DayKind.WORKING;
      net += weekend && works ? -1 : !weekend && !works ? 1 : 0;
    }
    assertEquals(statutory, net);
  }

  @Test
  void a_penalty_before_the_national_holiday_of_2026_is_due_after_it() {
    // Decided on Wednesday 30 September: 8, 9, 10 (made up), 12, 13, 14, 15 October.
    assertEquals(
        new Deadline.On(LocalDate.of(2026, 10, 15)),
        Term.PERMIT_OR_PENALTY.deadline(LocalDate.of(2026, 9, 30), calendar));
  }

  @Test
  void the_bundled_years_are_2018_to_2026() {
    assertEquals(LocalDate.of(2018, 1, 1), calendar.knownFrom());
    assertEquals(LocalDate.of(2026, 12, 31), calendar.knownTo());
  }

  @Test
  void a_misspelt_field_is_refused() {
    String text = "[{\"year\": 2027, \"document\": \"-\", \"daysOf\": [], \"workdays\": []}]";
    assertThrows(
        JacksonException.class,
        () -> HolidayNotices.read(new ByteArrayInputStream(text.getBytes(UTF_8))));
  }
}
