package org.xinyidai.models.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.score.Grade;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionCellTest {
  private static final LocalDate MARCH = LocalDate.of(2024, 3, 31);

  @ParameterizedTest
  @CsvSource({
    "A, true, D, 0", "A, false, D, 1", "C, true, D, 0", "C, false, D, 1",
    "D, true, D, 1", "D, false, D, 0", "C, true, C, 1", "C, false, C, 0"
  })
  void an_override_is_a_decision_against_what_the_grade_recommends(
      Grade grade, boolean approved, Grade declining, long overridden) {
    DecisionCell cell =
        DecisionCell.of(List.of(new Judgement(MARCH, "甲银行", grade, approved)), declining).get(0);

    assertEquals(overridden, cell.overridden());
    assertEquals(approved ? 0 : 1, cell.declined());
  }

  @Test
  void cells_are_counted_by_month_lender_and_grade_and_sum_to_the_month() {
    List<Judgement> judgements =
        List.of(
            new Judgement(MARCH, "甲银行", Grade.A, true),
            new Judgement(MARCH, "甲银行", Grade.A, false),
            new Judgement(MARCH, "乙银行", Grade.A, true),
            new Judgement(MARCH, "甲银行", Grade.D, true),
            new Judgement(MARCH.plusDays(1), "甲银行", Grade.D, false));

    List<DecisionCell> cells = DecisionCell.of(judgements, Grade.D);
    List<MonthOfDecisions> months = MonthOfDecisions.of(cells);

    assertEquals(4, cells.size());
    assertEquals(
        List.of(
            new MonthOfDecisions(YearMonth.of(2024, 3), 4, 1, 2),
            new MonthOfDecisions(YearMonth.of(2024, 4), 1, 1, 0)),
        months);
    assertEquals(0.25, months.get(0).declineRate());
    assertEquals(0.5, months.get(0).overrideRate());
  }

  @Test
  void without_decisions_there_is_no_month() {
    assertEquals(List.of(), MonthOfDecisions.of(DecisionCell.of(List.of(), Grade.D)));
    assertEquals(0, Stream.of(Grade.A).filter(g -> DecisionCell.isDeclined(g, Grade.D)).count());
  }
}
