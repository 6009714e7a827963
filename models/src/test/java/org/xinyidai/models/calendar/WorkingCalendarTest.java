package org.xinyidai.models.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.calendar.Deadline.Timeliness;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingCalendarTest {
  private static final HolidayNotice NOTICE =
      new HolidayNotice(
          2023,
          "国办发明电〔2022〕16号",
          List.of(
              new HolidayNotice.DaysOff("元旦", day("2022-12-31"), day("2023-01-02")),
              new HolidayNotice.DaysOff("中秋节、国庆节", day("2023-09-29"), day("2023-10-06"))),
          List.of(day("2023-10-07"), day("2023-10-08")));

  private final WorkingCalendar calendar = WorkingCalendar.of(List.of(NOTICE));

  @ParameterizedTest
  @CsvSource({
    "2023-01-02, OFF",
    "2023-01-03, WORKING",
    "2023-01-07, OFF",
    "2023-10-06, OFF",
    "2023-10-07, WORKING",
    "2023-12-31, OFF",
    "2022-12-30, UNKNOWN",
    "2024-01-01, UNKNOWN",
  })
  void a_day_is_worked_off_or_unknown(LocalDate day, DayKind kind) {
    assertEquals(kind, calendar.kindOf(day));
  }

  @ParameterizedTest
  @CsvSource({
    "C6, 2023-09-15, 2023-10-04",
    "C6, 2023-12-31, 2024-01-04",
    "C7, 2023-09-28, 2023-10-13",
    "E2, 2023-09-28, 2023-10-09",
    "E1, 2023-09-20, 2023-10-10",
    "B4, 2023-09-28, 2023-10-18",
  })
  void a_term_ends_on_its_last_day(String requirement, LocalDate arose, LocalDate last) {
    Term term =
        List.of(
                Term.MONTHLY_REPORT,
                Term.PERMIT_OR_PENALTY,
                Term.REPAIR_REVIEW,
                Term.OBJECTION,
                Term.APPLICATION)
            .stream()
            .filter(candidate -> candidate.requirement().equals(requirement))
            .findFirst()
            .orElseThrow();
    Deadline deadline = term.deadline(arose, calendar);
    assertEquals(new Deadline.On(last), deadline);
    assertEquals(Timeliness.IN_TIME, deadline.judge(last));
    assertEquals(Timeliness.LATE, deadline.judge(last.plusDays(1)));
  }

  @Test
  void a_count_past_the_known_years_is_refused_with_the_day_and_the_next_step() {
    Deadline deadline = Term.PERMIT_OR_PENALTY.deadline(day("2023-12-27"), calendar);
    Deadline.Unknown unknown = assertInstanceOf(Deadline.Unknown.class, deadline);
    assertEquals(day("2024-01-01"), unknown.firstUnknown());
    assertTrue(unknown.reason().contains("2024 年放假通知"), unknown.reason());
    assertEquals(Timeliness.UNKNOWN, deadline.judge(day("2024-01-02")));
  }

  @Test
  void a_later_notice_overrides_an_earlier_one_day_by_day() {
    HolidayNotice extension =
        new HolidayNotice(
            2023,
            "2",
            List.of(new HolidayNotice.DaysOff("国庆节", day("2023-10-07"), day("2023-10-07"))),
            List.of());
    WorkingCalendar extended = WorkingCalendar.of(List.of(NOTICE, extension));
    assertEquals(DayKind.OFF, extended.kindOf(day("2023-10-07")));
    assertEquals(DayKind.WORKING, extended.kindOf(day("2023-10-08")));
  }

  @Test
  void a_gap_between_the_years_is_refused() {
    HolidayNotice later = new HolidayNotice(2025, "3", List.of(), List.of());
    List<HolidayNotice> gap = List.of(NOTICE, later);
    assertThrows(IllegalArgumentException.class, () -> WorkingCalendar.of(gap));
    assertThrows(IllegalArgumentException.class, () -> WorkingCalendar.of(List.of()));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
