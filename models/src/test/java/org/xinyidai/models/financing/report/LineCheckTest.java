package org.xinyidai.models.financing.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.financing.report.LineCheck.Checked;
import org.xinyidai.models.financing.report.LineFault.Reason;

/** A line is read whole or refused with the field and the reason of every fault. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LineCheckTest {
  @Test
  void a_line_of_a_file_is_in_yuan_and_percent_and_of_a_call_in_fen_and_basis_points() {
    ReportedLoan file = loan(ReportUnits.YUAN_AND_PERCENT, whole());
    Map<ReportField, String> call = whole();
    call.put(ReportField.GRANT_AMOUNT, "50000050");
    call.put(ReportField.RATE, "385");
    call.put(ReportField.DRAW_AMOUNT, "20000000");
    call.put(ReportField.BALANCE, "0");
    assertEquals(file, loan(ReportUnits.FEN_AND_BASIS_POINTS, call));
    assertEquals(50_000_050L, there(file.grant()).amountFen());
    assertEquals(385, there(file.grant()).rateBp());
    assertEquals(LocalDate.of(2026, 3, 5), there(file.contract()).signedOn());
    assertNull(file.overdue(), "zero days late is not late");
  }

  @ParameterizedTest
  @CsvSource({
    "LINE, '', MISSING",
    "USCC, 91350100M000100Y44, MALFORMED",
    "APPLICATION, 1, MALFORMED",
    "GRANT_AMOUNT, 一百万, UNREADABLE",
    "GRANT_AMOUNT, 0.001, UNREADABLE",
    "GRANT_AMOUNT, -5, OUT_OF_RANGE",
    "RATE, 385, OUT_OF_RANGE",
    "SECURITY, 口头, UNKNOWN_CODE",
    "FIRST_LOAN, 也许, UNREADABLE",
    "VALID_UNTIL, '', MISSING",
    "SIGNED_ON, 2026-02-30, UNREADABLE",
    "DRAW_AMOUNT, =1+1, FORMULA",
    "DUE_ON, 明年, UNREADABLE",
    "BALANCE_ON, '', MISSING",
    "OVERDUE_DAYS, 3, MISSING",
    "DENIAL, R06, CONTRADICTS_ITSELF",
    "DENIAL, R66, UNKNOWN_CODE",
  })
  void one_wrong_field_is_named(ReportField field, String text, Reason reason) {
    Map<ReportField, String> line = whole();
    line.put(field, text);
    Checked checked = LineCheck.check(line, ReportUnits.YUAN_AND_PERCENT);
    assertNull(checked.loan());
    assertEquals(1, checked.faults().size(), checked.faults().toString());
    assertEquals(reason, checked.faults().get(0).reason());
  }

  @Test
  void all_that_is_wrong_is_told_at_once_and_a_line_without_anything_is_wrong_too() {
    Map<ReportField, String> line = whole();
    line.put(ReportField.RATE, "x");
    line.put(ReportField.DUE_ON, "x");
    assertEquals(2, LineCheck.check(line, ReportUnits.YUAN_AND_PERCENT).faults().size());
    Map<ReportField, String> bare =
        Map.of(ReportField.LINE, "L-1", ReportField.USCC, "91350100M000100Y43");
    assertEquals(
        List.of(new LineFault(ReportField.GRANT_NUMBER, Reason.NOTHING_REPORTED)),
        LineCheck.check(bare, ReportUnits.YUAN_AND_PERCENT).faults());
  }

  @Test
  void every_column_is_found_by_its_title_however_its_brackets_are_written() {
    for (ReportField field : ReportField.values()) {
      String ascii = field.titleZh().replace('（', '(').replace('）', ')');
      assertEquals(field.isColumn(), ReportField.ofTitle(ascii).isPresent(), ascii);
      assertEquals(field, ReportField.ofCode(field.code()).orElseThrow());
    }
  }

  private static ReportedLoan loan(ReportUnits units, Map<ReportField, String> line) {
    Checked checked = LineCheck.check(line, units);
    assertEquals(List.of(), checked.faults());
    return there(checked.loan());
  }

  private static <T> T there(@Nullable T value) {
    assertNotNull(value);
    return Objects.requireNonNull(value);
  }

  private static Map<ReportField, String> whole() {
    Map<ReportField, String> line = new EnumMap<>(ReportField.class);
    line.put(ReportField.LINE, "L-1");
    line.put(ReportField.USCC, "91350100M000100Y43");
    line.put(ReportField.GRANT_NUMBER, "G-1");
    line.put(ReportField.GRANT_AMOUNT, "500,000.50");
    line.put(ReportField.RATE, "3.85%");
    line.put(ReportField.TERM, "12");
    line.put(ReportField.SECURITY, "信用");
    line.put(ReportField.FIRST_LOAN, "是");
    line.put(ReportField.VALID_UNTIL, "20260901");
    line.put(ReportField.CONTRACT_NUMBER, "C-1");
    line.put(ReportField.SIGNED_ON, "2026/3/5");
    line.put(ReportField.DRAW_NUMBER, "D-1");
    line.put(ReportField.DRAW_AMOUNT, "200000");
    line.put(ReportField.DRAWN_ON, "2026-03-06");
    line.put(ReportField.DUE_ON, "2027-03-06");
    line.put(ReportField.BALANCE, "0.00");
    line.put(ReportField.BALANCE_ON, "2026-03-31");
    line.put(ReportField.OVERDUE_DAYS, "0");
    return line;
  }
}
