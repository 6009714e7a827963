package org.xinyidai.models.dispute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Deadline.Timeliness;
import org.xinyidai.models.calendar.HolidayNotice;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.dispute.Objection.State;
import org.xinyidai.models.dispute.Objection.Step;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObjectionTest {
  private static final Uscc FIRM = Uscc.fromStem("92431100MA000001");
  private static final LocalDate FILED = LocalDate.of(2023, 10, 13);
  private static final DisputedFact FACT =
      new DisputedFact(Penalty.FEED, LocalDate.of(2023, 9, 1), "1");
  private static final WorkingCalendar CALENDAR =
      WorkingCalendar.of(List.of(new HolidayNotice(2023, "-", List.of(), List.of())));

  static Stream<Arguments> steps() {
    List<Arguments> rows =
        List.of(
            row(State.MARKED, Step.ASK_SOURCE, State.CHECKING),
            row(State.MARKED, Step.CORRECT, State.CORRECTED),
            row(State.MARKED, Step.REMOVE, State.REMOVED),
            row(State.MARKED, Step.WITHDRAW, State.WITHDRAWN),
            row(State.CHECKING, Step.UPHOLD, State.UPHELD),
            row(State.CHECKING, Step.CORRECT, State.CORRECTED),
            row(State.CHECKING, Step.REMOVE, State.REMOVED),
            row(State.CHECKING, Step.ANNOTATE, State.ANNOTATED),
            row(State.CHECKING, Step.WITHDRAW, State.WITHDRAWN),
            row(State.UPHELD, Step.ANSWER, State.ANSWERED),
            row(State.CORRECTED, Step.ANSWER, State.ANSWERED),
            row(State.REMOVED, Step.ANSWER, State.ANSWERED),
            row(State.ANNOTATED, Step.ANSWER, State.ANSWERED));
    return Stream.of(State.values())
        .flatMap(from -> Stream.of(Step.values()).map(step -> listed(rows, from, step)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void every_step_from_every_state_is_either_listed_or_refused(
      State from, Step step, Optional<State> to) {
    Objection objection = new Objection("1", FIRM, FACT, FILED, from, "起始");
    Outcome<Objection> outcome = objection.take(step, "经核查");
    if (to.isPresent()) {
      Objection after = taken(outcome);
      assertEquals(to.get(), after.state());
      assertEquals("经核查", after.note());
    } else {
      String reason = assertInstanceOf(Outcome.Refused.class, outcome).reason();
      assertTrue(reason.contains(from.titleZh()), reason);
    }
  }

  @Test
  void a_fact_is_disputed_from_the_filing_until_the_decision_and_the_clock_until_the_answer() {
    Objection filed = Objection.file("1", FIRM, FACT, FILED, "处罚已撤销");
    assertTrue(filed.isOpen() && filed.isRunning());
    Objection removed = new Objection("1", FIRM, FACT, FILED, State.REMOVED, "-");
    assertTrue(!removed.isOpen() && removed.isRunning());
    Objection answered = new Objection("1", FIRM, FACT, FILED, State.ANSWERED, "-");
    assertFalse(answered.isOpen() || answered.isRunning());
  }

  @Test
  void a_step_without_a_note_is_refused() {
    Objection filed = Objection.file("1", FIRM, FACT, FILED, "处罚已撤销");
    assertInstanceOf(Outcome.Refused.class, filed.take(Step.ASK_SOURCE, " "));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-10-27, ''",
    "2023-10-28, SOON",
    "2023-11-01, SOON",
    "2023-11-02, TODAY",
    "2023-11-03, OVERDUE"
  })
  void the_answer_is_due_in_twenty_days_and_reminded_of_in_time(LocalDate today, String level) {
    Deadline due = Objection.file("1", FIRM, FACT, FILED, "-").answerBy(CALENDAR);
    assertEquals(new Deadline.On(LocalDate.of(2023, 11, 2)), due);
    assertEquals(
        level, Reminder.on(today, due).map(reminder -> reminder.level().name()).orElse(""));
  }

  @Test
  void a_repair_is_reviewed_in_three_working_days() {
    Repair applied = Repair.apply("1", FIRM, FACT, FILED, "已缴清罚款");
    LocalDate wednesday = LocalDate.of(2023, 10, 18);
    assertEquals(new Deadline.On(wednesday), applied.reviewBy(CALENDAR));
    assertEquals(Timeliness.LATE, applied.reviewed(wednesday.plusDays(1), CALENDAR));
    Repair admitted = taken(applied.review(wednesday, true, "材料齐全"));
    assertEquals(Timeliness.IN_TIME, admitted.reviewed(wednesday.plusDays(9), CALENDAR));
    assertEquals(Repair.State.GRANTED, taken(admitted.decide(true, "符合条件")).state());
    assertInstanceOf(Outcome.Refused.class, applied.decide(true, "未初审"));
    assertInstanceOf(Outcome.Refused.class, admitted.review(wednesday, true, "再次初审"));
    Repair returned = taken(applied.review(wednesday, false, "缺缴款凭证"));
    assertInstanceOf(Outcome.Refused.class, returned.decide(true, "已退回"));
  }

  private static <C> C taken(Outcome<C> outcome) {
    if (outcome instanceof Outcome.Taken<C> taken) {
      return taken.state();
    }
    throw new AssertionError(outcome.toString());
  }

  private static Arguments row(State from, Step step, State to) {
    return Arguments.of(from, step, Optional.of(to));
  }

  private static Arguments listed(List<Arguments> rows, State from, Step step) {
    return rows.stream()
        .filter(row -> row.get()[0] == from && row.get()[1] == step)
        .findFirst()
        .orElse(Arguments.of(from, step, Optional.empty()));
  }
}
