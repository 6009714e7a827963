package org.xinyidai.models.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.models.calendar.FilingPeriod.Kind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FilingPeriodTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-10, 2026年10月, 2026-10-01, 2026-10-31, 2026-11",
    "2024-02, 2024年2月, 2024-02-01, 2024-02-29, 2024-03",
    "2026-Q4, 2026年第4季度, 2026-10-01, 2026-12-31, 2027-Q1",
    "2026, 2026年度, 2026-01-01, 2026-12-31, 2027",
  })
  void a_period_is_written_as_it_is_read(
      String code, String title, LocalDate first, LocalDate last, String next) {
    FilingPeriod period = FilingPeriod.parse(code).orElseThrow();

    assertEquals(code, period.code());
    assertEquals(title, period.titleZh());
    assertEquals(first, period.firstDay());
    assertEquals(last, period.lastDay());
    assertEquals(next, period.next().code());
    assertEquals(period, FilingPeriod.of(period.kind(), first));
    assertEquals(period, FilingPeriod.of(period.kind(), last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-13", "2026-1", "2026-Q5", "26", "2026-00", "", "2026-10-31", "9999"})
  void what_is_no_period_is_not_read(String text) {
    assertTrue(FilingPeriod.parse(text).isEmpty());
  }

  @Test
  void a_quarter_begins_with_a_quarter() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new FilingPeriod(Kind.QUARTER, YearMonth.of(2026, 2)));
  }

  @Test
  void periods_sort_by_their_end_and_the_shorter_first() {
    List<String> sorted =
        List.of("2026", "2026-Q4", "2026-12", "2026-11").stream()
            .map(code -> FilingPeriod.parse(code).orElseThrow())
            .sorted()
            .map(FilingPeriod::code)
            .toList();

    assertEquals(List.of("2026-11", "2026-12", "2026-Q4", "2026"), sorted);
  }
}
