package org.xinyidai.models.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.models.score.Grade;

/**
 * How a model stands on a day (模型监控报告). Where the platform was told of no outcome or no decision,
 * the list is empty, and there is no figure in its place.
 *
 * @param scored enterprises with a score
 * @param unscored enterprises that have records and no score
 * @param grades how many have each grade, by its name
 * @param score the shift of the score
 * @param features the shift of each input, the farthest first
 * @param vintages the oldest first; empty where no outcome is known
 * @param decisions in order of month, lender and grade; empty where no decision is known
 * @param alerts the most urgent first
 */
public record MonitoringReport(
    String modelId,
    LocalDate asOf,
    int rulesVersion,
    Reference reference,
    long scored,
    long unscored,
    Map<String, Long> grades,
    Shift score,
    List<Shift> features,
    List<Vintage> vintages,
    List<DecisionCell> decisions,
    List<Alert> alerts) {
  public MonitoringReport {
    grades = new TreeMap<>(grades);
    features = List.copyOf(features);
    vintages = List.copyOf(vintages);
    decisions = List.copyOf(decisions);
    alerts = List.copyOf(alerts);
  }

  /**
   * What a report is made of.
   *
   * @param present of the same inputs as {@code base}
   */
  public record Sources(
      String modelId,
      Reference reference,
      ScoredPopulation base,
      ScoredPopulation present,
      List<Performance> performances,
      List<Judgement> judgements) {}

  /**
   * Judges a model by the rules.
   *
   * @param words for people
   * @throws IllegalArgumentException when base and population are not of the same inputs
   */
  public static MonitoringReport of(Sources from, MonitoringRules rules, FeatureWords words) {
    ScoredPopulation base = from.base();
    ScoredPopulation now = from.present();
    if (!base.inputs().equals(now.inputs())) {
      throw new IllegalArgumentException("a base of " + base.inputs() + ", now " + now.inputs());
    }
    List<Shift> shifts = new ArrayList<>();
    for (int i = 0; i < now.inputs().size(); i++) {
      shifts.add(Shift.of(now.inputs().get(i), base.feature(i), now.feature(i)));
    }
    shifts.sort(Comparator.comparingDouble(Shift::stability).reversed());
    Vintage.Terms terms =
        new Vintage.Terms(now.asOf(), rules.performanceWindowMonths(), rules.fewestOutcomes());
    MonitoringReport calm =
        new MonitoringReport(
            from.modelId(),
            now.asOf(),
            rules.version(),
            from.reference(),
            now.scored(),
            now.unscored(),
            grades(now),
            Shift.of(Shift.SCORE, base.score(), now.score()),
            shifts,
            Vintage.of(
                from.performances(),
                terms,
                day -> from.reference().learnedFrom(day, rules.performanceWindowMonths())),
            DecisionCell.of(from.judgements(), rules.decliningGrade()),
            List.of());
    return calm.with(new Alerts(calm, rules, words).all());
  }

  /** The share of enterprises without a score; 0 where there is nobody. */
  public double unscoredShare() {
    return scored + unscored == 0 ? 0 : (double) unscored / (scored + unscored);
  }

  private MonitoringReport with(List<Alert> raised) {
    return new MonitoringReport(
        modelId,
        asOf,
        rulesVersion,
        reference,
        scored,
        unscored,
        grades,
        score,
        features,
        vintages,
        decisions,
        raised);
  }

  private static Map<String, Long> grades(ScoredPopulation population) {
    Map<String, Long> grades = new TreeMap<>();
    for (Grade grade : Grade.values()) {
      grades.put(grade.name(), population.graded(grade));
    }
    return grades;
  }
}
