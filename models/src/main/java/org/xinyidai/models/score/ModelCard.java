package org.xinyidai.models.score;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a risk officer signs for a model (模型卡): what it was trained on, what it is worth on rows
 * that it did not see, whom it treats how, and where it must not be used.
 *
 * @param modelId the model that it speaks of
 * @param kind card, xgboost, forest or the format of an outside model
 * @param evaluation out of fold
 * @param stability PSI of the score between parts of the sample, by their names
 * @param fairness by size class, district and age of enterprise; empty where the sample tells none
 * @param features that the model reads, strongest first
 * @param limits where it must not be used, one sentence each, Chinese
 */
public record ModelCard(
    String modelId,
    String kind,
    Sample sample,
    Evaluation evaluation,
    List<Stability> stability,
    List<GroupFigures> fairness,
    List<FeatureStrength> features,
    List<String> limits) {
  /** Below it a group's rate of being taken is a warning: four fifths of the best group's. */
  public static final double LEAST_IMPACT = 0.8;

  public ModelCard {
    stability = List.copyOf(stability);
    fairness = List.copyOf(fairness);
    features = List.copyOf(features);
    limits = List.copyOf(limits);
  }

  /** The same card with other limits. */
  public ModelCard withLimits(List<String> others) {
    return new ModelCard(modelId, kind, sample, evaluation, stability, fairness, features, others);
  }

  /**
   * What the model was trained on.
   *
   * @param digest SHA-256 of names, values and labels, hexadecimal
   * @param from first observation day, null for a table without days
   * @param to last observation day, likewise
   */
  public record Sample(
      String digest,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int rows,
      int bads,
      long seed) {}

  /**
   * How far the score's distribution lies from that of another part.
   *
   * @param part such as fold 3 or 2024
   * @param psi against all other rows
   */
  public record Stability(String part, double psi) {}

  /**
   * How the model treats one group of enterprises.
   *
   * @param by what the groups are formed by: size class, district, age of enterprise
   * @param group its name
   * @param predicted mean probability of default, out of fold
   * @param observed share of bads
   * @param declined share of the group among the riskiest fifth of all rows
   * @param impact rate of those not declined against the best treated group's, 0 to 1; under {@link
   *     #LEAST_IMPACT} is a warning (four-fifths rule, 29 CFR 1607.4 D)
   * @param auc within the group; NaN where it has one outcome alone
   */
  public record GroupFigures(
      String by,
      String group,
      int rows,
      int bads,
      double predicted,
      double observed,
      double declined,
      double impact,
      double auc) {

    /** The same figures with another comparison to the best group. */
    public GroupFigures withImpact(double other) {
      return new GroupFigures(by, group, rows, bads, predicted, observed, declined, other, auc);
    }
  }

  /**
   * A feature and its strength.
   *
   * @param informationValue on the training rows
   */
  public record FeatureStrength(String name, double informationValue, double missingShare) {}
}
