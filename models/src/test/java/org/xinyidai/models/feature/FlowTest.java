package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xinyidai.models.feature.MissingReason.DENOMINATOR_ZERO;
import static org.xinyidai.models.feature.MissingReason.HISTORY_TOO_SHORT;

import java.time.YearMonth;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlowTest {
  private static final YearMonth NEWEST = YearMonth.of(2024, 2);

  /** A measure of months written newest first, and its value by hand. */
  static Arguments[] values() {
    return new Arguments[] {
      row("sum of three", 11, flow -> flow.sum(3), 5, 4, 2, 9),
      row("sum of more months than there are", 11, flow -> flow.sum(12), 5, 4, 2),
      row("log of 100 yuan", Math.log(101), flow -> flow.log(2), 4_000, 6_000, 1),
      row("doubled", 1, flow -> flow.growth(1), 10, 5),
      row("half as much", -0.5, flow -> flow.growth(2), 2, 1, 4, 2),
      row("fallen to nothing", -1, flow -> flow.growth(1), 0, 4),
      row("a quarter above last year", 0.25, flow -> flow.yearGrowth(1), monthsOf(13, 5, 12, 4)),
      row("even months do not vary", 0, flow -> flow.variation(3), 6, 6, 6),
      row("one and three vary by half", 0.5, flow -> flow.variation(2), 1, 3),
      row("three tenths are new", 0.3, flow -> flow.shareOfNewest(1, 2), 3, 7),
      row("two of four are active", 2, flow -> flow.active(4), 0, 3, 0, 1),
      row("a gap of two", 2, flow -> flow.longestGap(5), 1, 0, 0, 1, 0, 1),
      row("a gap as long as the window", 3, flow -> flow.longestGap(3), 0, 0, 0, 1),
      row("two silent months", 2, Flow::trailingGap, 0, 0, 7),
      row("never silent", 0, Flow::trailingGap, 7),
      row("four months known", 4, Flow::reach, 0, 0, 0, 7),
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void has_the_value(
      String name, double expected, Function<Flow, FeatureValue> measure, Flow flow) {
    assertEquals(expected, measure.apply(flow).value(), 1e-12);
  }

  static Arguments[] missing() {
    return new Arguments[] {
      gap("no month at all", HISTORY_TOO_SHORT, flow -> flow.sum(12)),
      gap("no month for a level", HISTORY_TOO_SHORT, flow -> flow.log(12)),
      gap(
          "one month of the two before unknown",
          HISTORY_TOO_SHORT,
          flow -> flow.growth(2),
          1,
          1,
          1),
      gap("nothing before to grow from", DENOMINATOR_ZERO, flow -> flow.growth(1), 5, 0, 1),
      gap("below nothing before", DENOMINATOR_ZERO, flow -> flow.growth(1), 5, -1),
      gap("too young for a year before", HISTORY_TOO_SHORT, flow -> flow.yearGrowth(1), 5, 4),
      gap("one month does not make a variation", HISTORY_TOO_SHORT, flow -> flow.variation(2), 5),
      gap("a mean of nothing", DENOMINATOR_ZERO, flow -> flow.variation(2), -1, 1),
      gap("eleven months for a trend of twelve", HISTORY_TOO_SHORT, flow -> flow.trend(12), 1),
      gap("no sum to hold a share of", DENOMINATOR_ZERO, flow -> flow.shareOfNewest(1, 2), 4, -4),
      gap("no whole window to look for gaps", HISTORY_TOO_SHORT, flow -> flow.longestGap(2), 4),
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("missing")
  void is_missing(
      String name, MissingReason expected, Function<Flow, FeatureValue> measure, Flow flow) {
    assertEquals(expected, measure.apply(flow).missing());
  }

  @ParameterizedTest(name = "over {0} months")
  @MethodSource("trendWindows")
  void a_doubling_every_year_is_a_trend_of_the_logarithm_of_two(int months) {
    MonthlySeries series = new MonthlySeries(NEWEST);
    for (int i = 0; i < 24; i++) {
      long fen = Math.round(1e14 * Math.pow(2, -i / 12.0));
      series.add(NEWEST.minusMonths(i).atDay(1), fen);
    }
    assertEquals(Math.log(2), new Flow(series).trend(months).value(), 1e-9);
  }

  static int[] trendWindows() {
    return new int[] {12, 24};
  }

  private static Arguments row(
      String name, double expected, Function<Flow, FeatureValue> measure, long... newestFirst) {
    return Arguments.of(name, expected, measure, flow(newestFirst));
  }

  private static Arguments gap(
      String name, MissingReason expected, Function<Flow, FeatureValue> measure, long... months) {
    return Arguments.of(name, expected, measure, flow(months));
  }

  private static Flow flow(long... newestFirst) {
    MonthlySeries series = new MonthlySeries(NEWEST);
    for (int i = 0; i < newestFirst.length; i++) {
      series.add(NEWEST.minusMonths(i).atDay(3), newestFirst[i]);
    }
    return new Flow(series);
  }

  /** Zeros but for the newest month and one other. */
  private static long[] monthsOf(int length, long newest, int other, long value) {
    long[] months = new long[length];
    months[0] = newest;
    months[other] = value;
    return months;
  }
}
