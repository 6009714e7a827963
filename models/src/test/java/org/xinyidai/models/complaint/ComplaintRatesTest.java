package org.xinyidai.models.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.calendar.HolidayNotice;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.complaint.ComplaintStep.By;

/** Complaints by their clocks: two working days to take them on, ten to answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplaintRatesTest {
  /** A Monday. */
  private static final LocalDate FILED = LocalDate.of(2024, 3, 4);

  private static final WorkingCalendar CALENDAR =
      WorkingCalendar.of(List.of(new HolidayNotice(2024, "test", List.of(), List.of())));

  @Test
  void the_last_day_of_a_term_is_in_time_and_the_next_is_late() {
    Complaint filed = filed();
    assertFalse(filed.overdue(FILED.plusDays(2), CALENDAR));
    assertTrue(filed.overdue(FILED.plusDays(3), CALENDAR));
    Complaint assigned = take(filed, ComplaintStep.ASSIGN, By.OFFICE, FILED);
    assertFalse(assigned.overdue(FILED.plusDays(14), CALENDAR));
    assertTrue(assigned.overdue(FILED.plusDays(15), CALENDAR));
  }

  @Test
  void solved_satisfied_and_timely_each_have_their_own_denominator() {
    Complaint good = answered(FILED.plusDays(14));
    good = take(good, ComplaintStep.SATISFIED, By.COMPLAINANT, FILED.plusDays(15));
    Complaint late = answered(FILED.plusDays(15));
    Complaint gone = take(filed(), ComplaintStep.WITHDRAW, By.COMPLAINANT, FILED);
    Complaint waits = filed();
    ComplaintRates rates =
        ComplaintRates.of(List.of(good, late, gone, waits), FILED.plusDays(20), CALENDAR);
    assertEquals(4, rates.received());
    assertEquals(6_666L, rates.solvedBp(), "two of three");
    assertEquals(10_000L, rates.satisfiedBp(), "one of one");
    assertEquals(3_333L, rates.inTimeBp(), "one of three that are due");
    assertEquals(1, rates.overdue());
    assertNull(ComplaintRates.of(List.of(), FILED, CALENDAR).solvedBp());
  }

  @Test
  void dissatisfied_once_it_goes_back_and_twice_it_is_closed_as_that() {
    Complaint once = take(answered(FILED), ComplaintStep.DISSATISFIED, By.COMPLAINANT, FILED);
    assertEquals(ComplaintState.ASSIGNED, once.state());
    Complaint again = take(once, ComplaintStep.ANSWER, By.ASSIGNEE, FILED);
    Complaint twice = take(again, ComplaintStep.DISSATISFIED, By.COMPLAINANT, FILED);
    assertEquals(ComplaintState.CLOSED, twice.state());
    assertFalse(twice.satisfied().orElseThrow());
    ComplaintRates rates = ComplaintRates.of(List.of(twice), FILED, CALENDAR);
    assertEquals(0L, rates.satisfiedBp());
  }

  private static Complaint answered(LocalDate on) {
    Complaint assigned = take(filed(), ComplaintStep.ASSIGN, By.OFFICE, FILED);
    return take(assigned, ComplaintStep.ANSWER, By.ASSIGNEE, on);
  }

  private static Complaint take(Complaint complaint, ComplaintStep step, By by, LocalDate on) {
    Complaint.Taken wish =
        new Complaint.Taken(
            step,
            by,
            by.name(),
            on.atTime(2, 0).toInstant(ZoneOffset.UTC),
            on,
            step == ComplaintStep.ASSIGN ? "甲银行" : "",
            "说明");
    assertTrue(complaint.obstacle(wish).isEmpty(), complaint.obstacle(wish).toString());
    return complaint.after(wish);
  }

  private static Complaint filed() {
    return new Complaint(
        "t-1",
        "91350100M000100Y43",
        "",
        ComplaintWords.Channel.ONLINE,
        "",
        ComplaintWords.Category.OTHER,
        ComplaintWords.Against.LENDER,
        "甲银行",
        "内容",
        "350100",
        FILED,
        FILED.atTime(2, 0).toInstant(ZoneOffset.UTC),
        ComplaintState.FILED,
        null,
        null,
        List.of());
  }
}
