package org.xinyidai.models.financing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SampleCatalogue;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemandDraftTest {
  private static final AttributeCatalogue CATALOGUE = SampleCatalogue.CATALOGUE;
  private static final DemandId ID = new DemandId("demand-1");
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  @Test
  void every_problem_is_told_in_the_order_of_the_fields() {
    DemandDraft draft =
        new DemandDraft(
            "91350100M000100Y4Z",
            0,
            361,
            " ",
            -1,
            Map.of("debts_fen", "-5", "age_months", "24", "wages_paid_flag", "yes"));
    List<Problem> problems = draft.problems(CATALOGUE);
    assertEquals(
        List.of(
            "$.uscc",
            "$.amountFen",
            "$.termMonths",
            "$.purpose",
            "$.maxAnnualRateBp",
            "$.declared.age_months",
            "$.declared.debts_fen",
            "$.declared.wages_paid_flag"),
        problems.stream().map(Problem::path).toList());
    for (Problem problem : problems) {
      assertTrue(problem.words().zh().codePoints().anyMatch(Character::isIdeographic));
      assertTrue(problem.words().en().codePoints().noneMatch(Character::isIdeographic));
    }
    assertThrows(IllegalArgumentException.class, () -> draft.post(ID, DAY, CATALOGUE));
  }

  @Test
  void what_is_declared_in_a_wrong_unit_or_cannot_be_is_told() {
    DemandDraft draft =
        new DemandDraft(
            "91350100M000100Y43",
            1,
            1,
            "payroll",
            400,
            Map.of(
                "debt_ratio", "55",
                "owner_age_years", "200",
                "loan_defaults_count_36m", "1.5",
                "other_lenders_count", "2"));
    List<Problem> problems = draft.problems(CATALOGUE);
    assertEquals(
        List.of(
            "$.declared.debt_ratio",
            "$.declared.loan_defaults_count_36m",
            "$.declared.owner_age_years"),
        problems.stream().map(Problem::path).toList());
    assertTrue(problems.get(0).words().zh().contains("0.5 即 50%"));
  }

  @Test
  void a_purpose_is_understood_in_words_and_what_is_not_is_another_purpose() {
    for (String text : List.of("workingCapital", "working_capital", "Working capital", "流动资金")) {
      assertEquals(Purpose.WORKING_CAPITAL, Purpose.read(text), text);
    }
    assertEquals(Purpose.EQUIPMENT, Purpose.read("设备购置"));
    assertEquals(Purpose.OTHER, Purpose.read("a new roof"));
  }

  @Test
  void a_sound_draft_becomes_a_demand_with_what_is_declared_as_numbers() {
    DemandDraft draft =
        new DemandDraft(
            "91350100M000100Y43",
            50_000_000,
            12,
            "workingCapital",
            435,
            Map.of(
                "debts_fen", "1000000", "public_credit_class", "good", "wages_paid_flag", "true"));
    assertEquals(List.of(), draft.problems(CATALOGUE));
    Demand demand = draft.post(ID, DAY, CATALOGUE);
    assertEquals(
        Map.of("debts_fen", 1_000_000.0, "public_credit_class", 3.0, "wages_paid_flag", 1.0),
        demand.declared());
    assertEquals(435, demand.request().maxAnnualRateBp());
  }
}
