package org.xinyidai.models.dispute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.HolidayNotice;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.dispute.Review.State;
import org.xinyidai.models.dispute.Review.Step;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewTest {
  private static final WorkingCalendar CALENDAR =
      WorkingCalendar.of(List.of(new HolidayNotice(2026, "-", List.of(), List.of())));

  private static final Review FILED =
      Review.file(
          "r",
          new Uscc("91350100M000100Y43"),
          new Review.Matter(Review.About.SCORE, "s"),
          LocalDate.of(2026, 3, 2),
          "请人工核对");

  @ParameterizedTest
  @CsvSource({"UPHOLD, UPHELD", "CHANGE, CHANGED", "WITHDRAW, WITHDRAWN"})
  void a_request_is_answered_once(Step step, State state) {
    Review after = (Review) assertInstanceOf(Outcome.Taken.class, FILED.take(step, " 理由 ")).state();

    assertEquals(state, after.state());
    assertEquals("理由", after.note());
    assertFalse(after.isRunning());
    for (Step more : Step.values()) {
      assertInstanceOf(Outcome.Refused.class, after.take(more, "again"));
    }
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void no_answer_is_without_a_reason(Step step) {
    assertInstanceOf(Outcome.Refused.class, FILED.take(step, " "));
    assertTrue(FILED.isRunning());
  }

  @Test
  void the_answer_is_due_within_twenty_days_counted_from_the_next() {
    assertEquals(new Deadline.On(LocalDate.of(2026, 3, 22)), FILED.answerBy(CALENDAR));
  }
}
