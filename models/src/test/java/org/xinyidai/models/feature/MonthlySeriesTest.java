package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MonthlySeriesTest {
  private final MonthlySeries series = new MonthlySeries(YearMonth.of(2024, 2));

  @Test
  void month_zero_is_the_newest_and_the_turn_of_the_year_is_no_gap() {
    add("2024-02-29", 5);
    add("2024-01-01", 3);
    add("2023-12-31", 2);
    add("2023-12-01", 1);
    assertEquals(5, series.month(0));
    assertEquals(3, series.month(1));
    assertEquals(3, series.month(2));
    assertEquals(3, series.reach());
    assertEquals(0, series.longestGap(3));
    assertArrayEquals(new long[] {0, 3, 3, 5}, series.oldestFirst(4));
  }

  @Test
  void a_day_after_the_newest_month_is_left_out() {
    add("2024-03-01", 7);
    assertEquals(0, series.reach());
    assertEquals(0, series.sum(12));
  }

  @Test
  void a_window_may_be_longer_than_the_history() {
    add("2024-01-15", 4);
    assertEquals(0, series.sum(1));
    assertEquals(4, series.sum(24));
    assertEquals(4, series.sum(1, 1));
    assertEquals(0, series.sum(2, 12));
  }

  @Test
  void months_at_zero_are_gaps_whether_empty_or_balanced() {
    add("2023-06-10", 9);
    add("2023-09-10", 4);
    add("2023-09-12", -4);
    add("2023-11-10", 1);
    assertEquals(9, series.reach());
    assertEquals(2, series.active(12));
    assertEquals(4, series.longestGap(9));
    assertEquals(4, series.longestGap(12));
    assertEquals(3, series.trailingGap());
  }

  @Test
  void a_history_of_forty_years_fits() {
    add("1984-03-01", 2);
    add("2024-02-01", 1);
    assertEquals(480, series.reach());
    assertEquals(3, series.sum(480));
  }

  @Test
  void a_sum_beyond_the_range_is_a_bug_and_throws() {
    add("2024-02-01", Long.MAX_VALUE);
    assertThrows(ArithmeticException.class, () -> add("2024-02-02", 1));
  }

  private void add(String day, long amount) {
    series.add(LocalDate.parse(day), amount);
  }
}
