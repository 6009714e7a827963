package org.xinyidai.models.uptake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.uptake.Forecast.Expected;
import org.xinyidai.models.uptake.Forecast.Outlook;
import org.xinyidai.models.uptake.Forecast.Reason;
import org.xinyidai.models.uptake.Forecast.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssessorTest {
  private static final Figure PART = figure("part", Figure.Origin.PLATFORM);
  private static final Figure WHOLE = figure("whole", Figure.Origin.PLATFORM);
  private static final Figure TOLD = figure("told", Figure.Origin.HAND);
  private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

  @ParameterizedTest(name = "{0} of {1}, {2} {3}: {4} {5}")
  @CsvSource({
    "0, 1040, >, 3/10, 313, more",
    "312, 1040, >, 3/10, 1, more",
    "313, 1040, >, 3/10, 0, met",
    "0, 1040, >=, 3/10, 312, more",
    "311, 1041, >=, 3/10, 2, more",
    "600, 10000, <, 1/20, 101, fewer",
    "500, 10000, <, 1/20, 1, fewer",
    "501, 10000, <=, 1/20, 1, fewer",
    "499, 10000, <, 1/20, 0, met"
  })
  void the_gap_is_the_least_number_that_reaches_the_bound(
      long part, long whole, String sign, String bound, long count, String side) {
    Comparison comparison = Comparison.ofSign(sign).orElseThrow();
    String[] sides = bound.split("/", 2);
    Ratio ratio = new Ratio(Long.parseLong(sides[0]), Long.parseLong(sides[1]));
    ItemResult result =
        Assessor.result(share(new Target.Bound(comparison, ratio)), figures(part, whole), null);

    assertEquals(side.equals("met") ? Verdict.MET : Verdict.MISSED, result.verdict());
    assertEquals(count, result.lacking().map(Gap::count).orElse(0L));
    result.lacking().ifPresent(gap -> assertEquals(side.equals("more"), gap.more()));
    long reached =
        result.lacking().map(gap -> gap.more() ? part + count : part - count).orElse(part);
    assertTrue(comparison.holds(new Ratio(reached, whole), ratio));
  }

  @Test
  void what_a_person_entered_is_marked_so_and_what_nobody_told_is_missing() {
    TargetItem item =
        item(new Measure.Share(TOLD, WHOLE), new Target.Rising(), Period.CUMULATIVE, null);
    FigureValue.Entry entry = new FigureValue.Entry(DUE, "张三", java.time.Instant.EPOCH, "统计公报");
    FigureValue told = new FigureValue(TOLD, 5L, entry);

    ItemResult known =
        Assessor.result(
            item, FigureSet.of(List.of(told, FigureValue.counted(WHOLE, 10))), Ratio.percent(40));
    ItemResult missing = Assessor.result(item, FigureSet.of(List.of(told)), null);

    assertEquals(ItemResult.Source.MIXED, known.source());
    assertEquals(Verdict.MET, known.verdict());
    assertEquals(ItemResult.Source.MISSING, missing.source());
    assertEquals(List.of(WHOLE), missing.missing());
    assertEquals(Verdict.UNKNOWN, missing.verdict());
  }

  @Test
  void a_steady_rise_is_forecast_exactly_and_its_interval_has_no_width() {
    TargetItem item = count(">= 200");
    Expected expected = expected(item, 100, 110, 120, 130, 140, 150);

    assertEquals(200, expected.value(), 1e-9);
    assertEquals(200, expected.low(), 1e-9);
    assertEquals(Outlook.LIKELY, expected.outlook());
    assertEquals(
        Outlook.UNLIKELY, expected(count("> 200"), 100, 110, 120, 130, 140, 150).outlook());
  }

  @Test
  void an_uneven_rise_has_the_interval_of_the_formula() {
    // Differences 10, 14, 6, 10, 10: mean 10, squares 32, 4 degrees of freedom, 5 months ahead.
    Expected expected = expected(count(">= 205"), 100, 110, 124, 130, 140, 150);
    double half = 2.776 * Math.sqrt(32.0 / 4) * Math.sqrt(5 * (1 + 5.0 / 5));

    assertEquals(200, expected.value(), 1e-9);
    assertEquals(200 - half, expected.low(), 1e-9);
    assertEquals(200 + half, expected.high(), 1e-9);
    assertEquals(Outlook.OPEN, expected.outlook());
  }

  @Test
  void nothing_is_forecast_from_too_little() {
    assertEquals(Reason.TOO_FEW_POINTS, refused(count(">= 1"), points(1, 2, 3, 4)));
    List<Trend.Point> broken = new ArrayList<>(points(1, 2, 3, 4, 5, 6));
    broken.set(3, new Trend.Point(broken.get(3).asOf(), null));
    assertEquals(Reason.TOO_FEW_POINTS, refused(count(">= 1"), broken));
    TargetItem open = item(new Measure.Count(PART), null, Period.CUMULATIVE, null);
    assertEquals(Reason.NO_DEADLINE, refused(open, points(1, 2, 3, 4, 5)));
    TargetItem monthly = item(new Measure.Count(PART), null, Period.MONTH, DUE);
    assertEquals(Reason.NOT_CUMULATIVE, refused(monthly, points(1, 2, 3, 4, 5)));
    TargetItem past =
        item(new Measure.Count(PART), null, Period.CUMULATIVE, LocalDate.of(2026, 7, 31));
    assertEquals(Reason.DEADLINE_PAST, refused(past, points(1, 2, 3, 4, 5, 6)));
  }

  @Test
  void a_quarter_begins_with_its_first_month() {
    assertEquals(LocalDate.of(2026, 10, 1), Period.QUARTER.firstDay(DUE));
    assertEquals(LocalDate.of(2026, 1, 1), Period.QUARTER.firstDay(LocalDate.of(2026, 3, 31)));
    assertEquals(LocalDate.of(2026, 4, 1), Period.QUARTER.firstDay(LocalDate.of(2026, 4, 1)));
    assertEquals(LocalDate.of(2026, 1, 1), Period.YEAR.firstDay(DUE));
    assertEquals(LocalDate.of(2026, 9, 30), Period.QUARTER.before(LocalDate.of(2026, 12, 31)));
  }

  private static Reason refused(TargetItem item, List<Trend.Point> points) {
    return ((Refused) Drift.forecast(item, points, null)).reason();
  }

  private static Expected expected(TargetItem item, long... values) {
    return (Expected) Drift.forecast(item, points(values), null);
  }

  /** Ends of months, the last of them five months before the deadline. */
  private static List<Trend.Point> points(long... values) {
    List<Trend.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      LocalDate day = DUE.minusMonths(5 + values.length - 1 - i);
      points.add(new Trend.Point(day, Ratio.whole(values[i])));
    }
    return points;
  }

  private static TargetItem count(String target) {
    String[] parts = target.split(" ", 2);
    return item(
        new Measure.Count(PART),
        new Target.Bound(
            Comparison.ofSign(parts[0]).orElseThrow(), Ratio.whole(Long.parseLong(parts[1]))),
        Period.CUMULATIVE,
        DUE);
  }

  private static TargetItem share(Target target) {
    return item(new Measure.Share(PART, WHOLE), target, Period.CUMULATIVE, DUE);
  }

  private static TargetItem item(
      Measure measure, @Nullable Target target, Period period, @Nullable LocalDate due) {
    return new TargetItem(
        "1",
        "",
        "节",
        new TargetItem.Name("指标", "item"),
        measure,
        target,
        period,
        due,
        null,
        new Citation("1", "文"),
        List.of());
  }

  private static FigureSet figures(long part, long whole) {
    return FigureSet.of(
        List.of(FigureValue.counted(PART, part), FigureValue.counted(WHOLE, whole)));
  }

  private static Figure figure(String id, Figure.Origin origin) {
    return new Figure(id, "口径" + id, id, "全部", origin);
  }
}
