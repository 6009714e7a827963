package org.xinyidai.models.explanation;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
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
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.subject.Industry;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationTest {
  private static final FeatureSchema SCHEMA = FeatureCatalogue.CURRENT;
  private static final LocalDate NOW = LocalDate.of(2025, 3, 31);
  private static final List<PeerGroup> GROUPS =
      PeerGroup.of(Industry.parse("1310").orElseThrow(), Optional.of(SizeClass.SMALL));
  private static final Benchmark.Table NOBODY = (group, feature) -> Optional.empty();

  private static Characteristic characteristic(String feature, double edge) {
    return new Characteristic(
        ModelInput.numeric(feature),
        -1,
        0.5,
        List.of(
            new Bin(new Interval(NEGATIVE_INFINITY, edge), 50, 50, -1),
            new Bin(new Interval(edge, POSITIVE_INFINITY), 90, 10, 1),
            new Bin(new Missing(), 70, 30, 0)));
  }

  private static Scorer scorer() {
    ScoringModel model =
        new ScoringModel(
            "card-1",
            SCHEMA.version(),
            new Scorecard(
                -2,
                List.of(characteristic("tax_rating_class", 3.5), characteristic("age_months", 24))),
            Scaling.STANDARD,
            GradeScale.STANDARD,
            List.of(new CheckVector(Arrays.asList(NaN, NaN), 1 / (1 + Math.exp(2)))),
            Map.of());
    return Scorer.of(model, model.body().compile(model.scaling()), SCHEMA);
  }

  private static FeatureVector vector(LocalDate day, double rating, double age) {
    double[] values = new double[SCHEMA.features().size()];
    byte[] missing = new byte[values.length];
    Arrays.fill(values, NaN);
    Arrays.fill(missing, MissingReason.FEED_ABSENT.code());
    put(values, missing, "tax_rating_class", rating);
    put(values, missing, "age_months", age);
    return new FeatureVector(
        Uscc.fromStem("91990101MA000001"), SCHEMA.version(), day, Instant.EPOCH, values, missing);
  }

  private static void put(double[] values, byte[] missing, String name, double value) {
    if (!Double.isNaN(value)) {
      values[SCHEMA.position(name).orElseThrow()] = value;
      missing[SCHEMA.position(name).orElseThrow()] = 0;
    }
  }

  private static Explanation explain(
      FeatureVector before, FeatureVector now, Benchmark.Table table) {
    Score score = scorer().score(now);
    return Explanation.of(scorer(), new Explanation.Sources(score, before, now, GROUPS), table);
  }

  @Test
  void a_reason_carries_value_peers_and_what_moved_in_both_languages() {
    Benchmark.Table table =
        (group, feature) ->
            group.level() == PeerGroup.Level.SECTION && feature.equals("tax_rating_class")
                ? Optional.of(new PeerFigures(152, 3, 4, 5))
                : Optional.empty();

    Explanation explanation = explain(vector(NOW.minusMonths(1), 5, 40), vector(NOW, 2, 41), table);

    Reason reason = explanation.reasons().get(0);
    assertEquals(2, reason.value());
    assertEquals(PeerGroup.Level.SECTION, reason.benchmark().group().level());
    String zh = reason.sentence().zh();
    assertTrue(zh.contains("为2级，少得144分"), zh);
    assertTrue(zh.contains("制造业小型企业152家的中位数为4级，四分位为3级至5级，本企业低于四分之三"), zh);
    assertTrue(zh.contains("比上月") && zh.contains("由5级变为2级，少得144分"), zh);
    String en = reason.sentence().en();
    assertTrue(en.contains("152 small enterprises of section C"), en);
    assertTrue(en.contains("144 points less"), en);
  }

  @Test
  void the_changes_of_a_card_sum_to_the_change_of_its_score() {
    Explanation explanation =
        explain(vector(NOW.minusMonths(1), 2, 20), vector(NOW, NaN, 25), NOBODY);

    double sum = explanation.changes().stream().mapToDouble(Change::points).sum();
    assertEquals(explanation.score().points() - explanation.pointsBefore(), sum, 1);
    assertEquals("age_months", explanation.changes().get(0).feature());
    assertNull(explanation.changes().get(1).now());
    assertTrue(explanation.changes().get(0).sentence().zh().contains("多得144分"));
  }

  @Test
  void what_stays_within_its_bin_moved_nothing() {
    Explanation explanation =
        explain(vector(NOW.minusMonths(1), 5, 40), vector(NOW, 5, 41), NOBODY);

    assertEquals(List.of(), explanation.changes());
    assertEquals(explanation.score().points(), explanation.pointsBefore());
  }

  @Test
  void where_nothing_was_known_a_month_before_nothing_is_compared() {
    Explanation explanation =
        explain(vector(NOW.minusMonths(1), NaN, NaN), vector(NOW, 2, 41), NOBODY);

    assertNull(explanation.pointsBefore());
    assertEquals(List.of(), explanation.changes());
    assertNull(explanation.reasons().get(0).benchmark());
    assertNull(explanation.reasons().get(0).change());
  }
}
