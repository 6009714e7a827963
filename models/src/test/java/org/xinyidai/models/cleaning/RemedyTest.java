package org.xinyidai.models.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.cleaning.CleaningRule.Policy;
import org.xinyidai.models.record.Kind;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.Validated.Reason;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RemedyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CODE_LOOKALIKES | 9135O100M000100Y43 | 91350100M000100Y43",
        "CODE_LOOKALIKES | 9l350100m000l00y43 | ",
        "CODE_LOOKALIKES | 9I350I00MOOOIOOY43 | 91350100M000100Y43",
        "CODE_LOOKALIKES | 91350100M000100Y43 | ",
        "CODE_LOOKALIKES | 9135O100M000100Y44 | ",
        "SPREADSHEET_DAY | 45356 | 2024-03-05",
        "SPREADSHEET_DAY | ４５３５６ | 2024-03-05",
        "SPREADSHEET_DAY | 20240305 | ",
        "SPREADSHEET_DAY | 453 | ",
        "AMOUNT_WITH_UNIT | ¥1,234.50元 | 1234.5",
        "AMOUNT_WITH_UNIT | 1.2万元 | ",
        "AMOUNT_IN_TEN_THOUSANDS | 1.2万元 | 12000",
        "AMOUNT_IN_TEN_THOUSANDS | 12000元 | ",
        "AMOUNT_WITH_UNIT | -3,000 | -3000",
        "AMOUNT_WITH_UNIT | 12,34 | ",
        "AMOUNT_WITH_UNIT | 壹拾万元整 | ",
      })
  void what_was_meant_is_told_only_where_it_is_certain(Remedy remedy, String text, String meant) {
    assertEquals(Optional.ofNullable(meant), remedy.of(text));
  }

  @Test
  void a_rule_without_a_basis_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> rule("a", Remedy.LEAVE_OUT, " "));
    List<CleaningRule> twice =
        List.of(rule("a", Remedy.LEAVE_OUT, "b"), rule("a", Remedy.LEAVE_OUT, "b"));
    assertThrows(IllegalArgumentException.class, () -> new CleaningRules(twice));
  }

  @Test
  void the_first_rule_that_can_tell_is_taken_and_named_with_its_version() {
    CleaningRules rules =
        new CleaningRules(
            List.of(rule("days", Remedy.SPREADSHEET_DAY, "b"), rule("out", Remedy.LEAVE_OUT, "b")));
    assertEquals(
        Optional.of(new Correction("days/2", "paidOn", "45356", "2024-03-05", Policy.SUGGEST)),
        correct(rules, "paidOn", "45356"));
    assertEquals("", correct(rules, "paidOn", "不详").orElseThrow().after());
  }

  @Test
  void a_column_that_must_be_there_is_never_left_out() {
    CleaningRules rules = new CleaningRules(List.of(rule("out", Remedy.LEAVE_OUT, "b")));
    assertEquals(Optional.empty(), correct(rules, "dueOn", "不详"));
    assertEquals(Optional.empty(), correct(rules, "record", "不详"));
  }

  private static Optional<Correction> correct(CleaningRules rules, String field, String text) {
    return rules.correct(UtilityBill.ELECTRICITY, field, Reason.VALUE_UNREADABLE, text);
  }

  private static CleaningRule rule(String id, Remedy remedy, String basis) {
    return new CleaningRule(
        id, 2, Set.of(Reason.VALUE_UNREADABLE), Set.of(Kind.DAY), remedy, Policy.SUGGEST, basis);
  }
}
