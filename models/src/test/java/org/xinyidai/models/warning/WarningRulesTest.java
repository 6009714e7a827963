package org.xinyidai.models.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WarningRulesTest {
  private static final FeatureSchema SCHEMA = FeatureCatalogue.CURRENT;
  private static final Uscc USCC = Uscc.fromStem("91110000MA000000");
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
  private static final String SALES = "sales_invoiced_fen_3m";

  private static final WarningRule SALES_DOWN =
      rule("sales", Severity.SERIOUS, SALES, Change.FALLEN_BY_SHARE, 0.4);
  private static final WarningRule ARREARS =
      rule("arrears", Severity.WATCH, "water_arrears_count_12m", Change.RISEN_BY, 1);
  private static final WarningRule POINTS =
      rule("points", Severity.URGENT, WarningRule.POINTS, Change.FALLEN_BY, 30);

  @Test
  void sales_down_by_the_threshold_or_more_warn_with_the_amounts() {
    List<Warning> warnings = judge(SALES_DOWN, Map.of(SALES, 600_00.0), Map.of(SALES, 1_000_00.0));
    assertEquals(1, warnings.size());
    assertEquals("由1000元到600元，变化40%，12个月", warnings.get(0).reasonZh());
    assertEquals("from 1000 yuan to 600 yuan, by 40%, in 12", warnings.get(0).reasonEn());
    assertEquals(DAY, warnings.get(0).asOf());
    assertTrue(judge(SALES_DOWN, Map.of(SALES, 601_00.0), Map.of(SALES, 1_000_00.0)).isEmpty());
  }

  @Test
  void what_was_nothing_cannot_fall() {
    assertTrue(judge(SALES_DOWN, Map.of(SALES, 0.0), Map.of(SALES, 0.0)).isEmpty());
  }

  @Test
  void missing_on_either_day_is_silent() {
    assertTrue(judge(SALES_DOWN, Map.of(), Map.of(SALES, 1_000_00.0)).isEmpty());
    assertTrue(judge(SALES_DOWN, Map.of(SALES, 0.0), Map.of()).isEmpty());
    assertTrue(judge(POINTS, Map.of(), Map.of()).isEmpty());
  }

  @Test
  void a_count_that_rose_warns_and_one_that_fell_does_not() {
    String arrears = "water_arrears_count_12m";
    assertEquals(
        "由0个到1个，变化1个，12个月",
        judge(ARREARS, Map.of(arrears, 1.0), Map.of(arrears, 0.0)).get(0).reasonZh());
    assertTrue(judge(ARREARS, Map.of(arrears, 0.0), Map.of(arrears, 3.0)).isEmpty());
  }

  @Test
  void a_falling_score_warns_by_its_points_and_the_worst_comes_first() {
    WarningRules rules = new WarningRules(List.of(ARREARS, SALES_DOWN, POINTS), SCHEMA);
    Map<String, Double> is = Map.of(SALES, 1.0, "water_arrears_count_12m", 2.0);
    Map<String, Double> was = Map.of(SALES, 9.0, "water_arrears_count_12m", 0.0);
    List<Integer> asked = new ArrayList<>();
    List<Warning> warnings =
        rules.judge(
            new Moment(vector(is), Optional.of(score(560))),
            months -> {
              asked.add(months);
              return new Moment(vector(was), Optional.of(score(600)));
            });
    assertEquals(
        List.of("points", "sales", "arrears"), warnings.stream().map(Warning::rule).toList());
    assertEquals("由600到560，变化40，12个月", warnings.get(0).reasonZh());
    assertEquals(List.of(12), asked, "the past is looked at once for a window");
  }

  @Test
  void a_rule_that_cannot_be_is_refused() {
    WarningRule unknown = rule("x", Severity.WATCH, "no_such", Change.RISEN_BY, 1);
    assertThrows(IllegalArgumentException.class, () -> new WarningRules(List.of(unknown), SCHEMA));
    assertThrows(
        IllegalArgumentException.class, () -> new WarningRules(List.of(POINTS, POINTS), SCHEMA));
    assertThrows(
        IllegalArgumentException.class, () -> rule("x", Severity.WATCH, SALES, Change.RISEN_BY, 0));
  }

  private static List<Warning> judge(
      WarningRule rule, Map<String, Double> is, Map<String, Double> was) {
    return new WarningRules(List.of(rule), SCHEMA)
        .judge(
            new Moment(vector(is), Optional.empty()),
            months -> new Moment(vector(was), Optional.empty()));
  }

  private static WarningRule rule(
      String id, Severity severity, String measure, Change change, double threshold) {
    return new WarningRule(
        id,
        severity,
        "某预警",
        "A warning",
        measure,
        change,
        12,
        threshold,
        "由{was}到{is}，变化{change}，{months}个月",
        "from {was} to {is}, by {change}, in {months}");
  }

  private static FeatureVector vector(Map<String, Double> values) {
    double[] all = new double[SCHEMA.features().size()];
    byte[] missing = new byte[all.length];
    Arrays.fill(all, Double.NaN);
    Arrays.fill(missing, MissingReason.FEED_ABSENT.code());
    values.forEach(
        (name, value) -> {
          int position = SCHEMA.position(name).orElseThrow();
          all[position] = value;
          missing[position] = MissingReason.NONE.code();
        });
    return new FeatureVector(USCC, SCHEMA.version(), DAY, Instant.EPOCH, all, missing);
  }

  private static Score score(int points) {
    return new Score(
        USCC, points, 0.1, Grade.B, 3, List.of(), "m", SCHEMA.version(), DAY, Instant.EPOCH);
  }
}
