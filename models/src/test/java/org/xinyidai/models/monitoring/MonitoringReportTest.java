package org.xinyidai.models.monitoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.monitoring.Alert.Level;
import org.xinyidai.models.monitoring.Alert.Measure;
import org.xinyidai.models.score.Grade;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MonitoringReportTest {
  private static final LocalDate BASE = LocalDate.of(2024, 3, 31);
  private static final LocalDate NOW = LocalDate.of(2025, 6, 30);
  private static final List<String> INPUTS = List.of("tax_rating_class", "age_months");
  private static final Limits PSI = new Limits(0.1, 0.25);
  private static final MonitoringRules RULES =
      new MonitoringRules(
          3,
          12,
          20,
          2,
          Grade.D,
          PSI,
          PSI,
          new Limits(0.03, 0.06),
          new Limits(0.05, 0.1),
          new Limits(0.05, 0.15),
          new Limits(0.1, 0.2));

  private static ScoredPopulation population(LocalDate day, int size, double shift) {
    Random random = new Random(20241122);
    ScoredPopulation population = new ScoredPopulation(day, INPUTS);
    for (int i = 0; i < size; i++) {
      double risk = Math.min(0.99, 0.02 + 0.3 * random.nextDouble() + shift);
      double[] row = {random.nextInt(5) + 1, random.nextInt(200) + 400 * shift};
      population.add(row, risk, risk > 0.3 ? Grade.D : Grade.B);
    }
    return population;
  }

  private static MonitoringReport report(
      ScoredPopulation now, Reference reference, List<Performance> rows, List<Judgement> judged) {
    MonitoringReport.Sources sources =
        new MonitoringReport.Sources(
            "card-1", reference, population(BASE, 2_000, 0), now, rows, judged);
    return MonitoringReport.of(sources, RULES, new FeatureWords(FeatureCatalogue.CURRENT));
  }

  private static Reference promised(double auc, double ks) {
    return new Reference(BASE, List.of(LocalDate.of(2023, 5, 1)), auc, ks);
  }

  /** An AUC of 0.5 and a KS of 0. */
  private static List<Performance> blind() {
    List<Performance> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(new Performance(LocalDate.of(2024, 5, 1), 0.1, i % 2 == 0));
    }
    return rows;
  }

  private static List<Alert> of(MonitoringReport report, Measure measure) {
    return report.alerts().stream().filter(alert -> alert.measure() == measure).toList();
  }

  @Test
  void the_same_population_raises_nothing_and_unknown_outcomes_give_no_figures() {
    MonitoringReport report =
        report(population(NOW, 2_000, 0), promised(0.8, 0.5), List.of(), List.of());

    assertEquals(List.of(), report.alerts());
    assertEquals(List.of(), report.vintages());
    assertEquals(List.of(), report.decisions());
    assertEquals(0, report.score().stability());
    assertEquals(3, report.rulesVersion());
  }

  @Test
  void a_shift_of_the_score_names_the_input_that_moved_most_and_what_to_do() {
    MonitoringReport report =
        report(population(NOW, 2_000, 0.2), promised(0.8, 0.5), List.of(), List.of());

    Alert alert = of(report, Measure.SCORE_PSI).get(0);
    assertEquals(Level.ACT, alert.level());
    assertTrue(alert.moved().zh().contains("成立月数"), alert.moved().zh());
    assertTrue(alert.next().zh().contains("xyd drift"), alert.next().zh());
    assertEquals("age_months", of(report, Measure.FEATURE_PSI).get(0).subject());
    assertEquals(1, of(report, Measure.FEATURE_PSI).size());
  }

  @Test
  void what_chance_could_do_among_so_few_raises_no_alert() {
    ScoredPopulation few = population(NOW, 15, 0);

    MonitoringReport report = report(few, promised(0.8, 0.5), List.of(), List.of());

    assertTrue(report.score().stability() > 0.25, "psi " + report.score().stability());
    assertEquals(List.of(), of(report, Measure.SCORE_PSI));
  }

  @Test
  void a_vintage_below_what_was_promised_raises_an_alert_and_one_trained_on_does_not() {
    MonitoringReport fallen =
        report(population(NOW, 2_000, 0), promised(0.8, 0.04), blind(), List.of());
    MonitoringReport learned =
        report(
            population(NOW, 2_000, 0),
            new Reference(BASE, List.of(LocalDate.of(2024, 5, 1)), 0.8, 0.5),
            blind(),
            List.of());

    assertEquals(0.3, of(fallen, Measure.AUC_DROP).get(0).value(), 1e-12);
    assertEquals(List.of(), of(fallen, Measure.KS_DROP));
    assertEquals(List.of(), learned.alerts());
    assertEquals(Vintage.State.TRAINED_ON, learned.vintages().get(0).state());
  }

  @Test
  void without_a_promise_the_first_vintage_is_the_measure() {
    Reference silent = new Reference(BASE, List.of(), null, null);

    MonitoringReport report = report(population(NOW, 2_000, 0), silent, blind(), List.of());

    assertEquals(List.of(), report.alerts());
  }

  @Test
  void decisions_against_the_score_raise_an_alert_once_there_are_enough() {
    Judgement against = new Judgement(NOW, "甲银行", Grade.D, true);

    MonitoringReport one =
        report(population(NOW, 2_000, 0), promised(0.8, 0.5), List.of(), List.of(against));
    MonitoringReport two =
        report(population(NOW, 2_000, 0), promised(0.8, 0.5), List.of(), List.of(against, against));

    assertEquals(List.of(), one.alerts());
    assertEquals(1.0, of(two, Measure.OVERRIDE).get(0).value());
  }

  @Test
  void who_has_no_input_is_not_scored_and_too_many_of_them_are_told() {
    ScoredPopulation now = population(NOW, 85, 0);
    double[] blank = {Double.NaN, Double.NaN};
    for (int i = 0; i < 10; i++) {
      now.add(blank, 0.2, Grade.C);
    }
    now.addUnscored(5);

    MonitoringReport report = report(now, promised(0.8, 0.5), List.of(), List.of());

    assertEquals(85, report.scored());
    assertEquals(15, report.unscored());
    assertEquals(Level.WATCH, of(report, Measure.UNSCORED).get(0).level());
  }

  @Test
  void a_kept_population_is_the_same_when_it_is_read() {
    ScoredPopulation before = population(NOW, 100, 0.1).add(population(NOW, 50, 0));
    before.addUnscored(7);

    ScoredPopulation after = ScoredPopulationCodec.read(ScoredPopulationCodec.write(before));

    assertArrayEquals(ScoredPopulationCodec.write(before), ScoredPopulationCodec.write(after));
    assertEquals(150, after.scored());
    assertEquals(7, after.unscored());
    assertEquals(INPUTS, after.inputs());
    assertEquals(150, Arrays.stream(Grade.values()).mapToLong(after::graded).sum());
  }
}
