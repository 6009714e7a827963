package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrendTest {
  @Test
  void the_slope_of_a_straight_line_is_its_rise_per_year() {
    double[] line = IntStream.range(0, 12).mapToDouble(month -> 1 + 0.5 * month).toArray();
    assertEquals(6.0, Trend.slope(line), 1e-12);
  }

  @Test
  void one_odd_month_does_not_move_the_slope() {
    double[] line = IntStream.range(0, 12).mapToDouble(month -> 0.5 * month).toArray();
    line[7] = 1000;
    assertEquals(6.0, Trend.slope(line), 1e-12);
  }

  @Test
  void three_values_by_hand() {
    // Slopes per month: 3, 1 over two months of 2 in all, -1; the median is 1, so 12 per year.
    assertEquals(12.0, Trend.slope(new double[] {0, 3, 2}), 1e-12);
  }

  @Test
  void the_season_drops_out_of_the_seasonal_slope() {
    double[] season = {0, 9, 4, 1, 0, 2, 7, 3, 3, 8, 1, 5};
    double[] values =
        IntStream.range(0, 36).mapToDouble(month -> season[month % 12] + 0.25 * month).toArray();
    assertEquals(3.0, Trend.seasonalSlope(values), 1e-12);
  }

  @Test
  void a_season_alone_has_no_trend() {
    double[] values = IntStream.range(0, 24).mapToDouble(month -> month % 12).toArray();
    assertEquals(0.0, Trend.seasonalSlope(values), 0.0);
  }

  @Test
  void half_a_year_of_pairs_is_enough() {
    double[] values = IntStream.range(0, 18).mapToDouble(month -> month < 12 ? 1 : 3).toArray();
    assertEquals(2.0, Trend.seasonalSlope(values), 0.0);
  }

  @Test
  void the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
    assertEquals(2.5, Trend.median(new double[] {4, 1, 3, 2}), 0.0);
    assertEquals(3.0, Trend.median(new double[] {9, 3, 1}), 0.0);
  }

  @Test
  void the_logarithm_is_of_yuan_and_zero_for_what_is_not_above_zero() {
    assertEquals(Math.log(101), Trend.log(10_000), 1e-12);
    assertEquals(0.0, Trend.log(0), 0.0);
    assertEquals(0.0, Trend.log(-10_000), 0.0);
  }
}
