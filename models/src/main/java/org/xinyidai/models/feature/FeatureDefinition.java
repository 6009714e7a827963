package org.xinyidai.models.feature;

import java.util.List;
import java.util.function.Function;
import org.xinyidai.models.record.Feed;

/**
 * A feature (特征指标), declared once for batch, online, training and screening alike.
 *
 * @param name {@code source_measure_unit_window}, such as {@code tax_paid_fen_12m}
 * @param feeds the feeds it reads
 * @param required those of its feeds of which one without a record by the day makes it {@link
 *     MissingReason#FEED_ABSENT} before the function is asked
 * @param windowMonths the months it looks back, 0 for a state of the day
 * @param missingRule in a sentence, when the value is missing
 * @param function computes the value from a history seen at a day
 */
public record FeatureDefinition(
    String name,
    String titleZh,
    String titleEn,
    Unit unit,
    int windowMonths,
    List<Feed<?>> feeds,
    List<Feed<?>> required,
    String missingRule,
    MendsWithTime mends,
    Function<Observation, FeatureValue> function) {

  public FeatureDefinition {
    feeds = List.copyOf(feeds);
    required = List.copyOf(required);
  }

  /** A feature that requires every feed it reads. */
  public FeatureDefinition(
      String name,
      String titleZh,
      String titleEn,
      Unit unit,
      int windowMonths,
      List<Feed<?>> feeds,
      String missingRule,
      MendsWithTime mends,
      Function<Observation, FeatureValue> function) {
    this(name, titleZh, titleEn, unit, windowMonths, feeds, feeds, missingRule, mends, function);
  }

  /**
   * What credit sense demands of a model that reads the feature: bad events raise the risk, months
   * in business and a better class lower it; of all else the data may say.
   */
  public RiskDirection riskDirection() {
    if (unit == Unit.CLASS) {
      return RiskDirection.FALLS;
    }
    return switch (mends) {
      case EXPIRES -> RiskDirection.RISES;
      case AGES -> RiskDirection.FALLS;
      case NEVER -> RiskDirection.OPEN;
    };
  }

  /** The value on a day, by the missing rule of the feeds first. */
  public FeatureValue compute(Observation observation) {
    for (Feed<?> feed : required) {
      if (!observation.has(feed)) {
        return FeatureValue.missing(MissingReason.FEED_ABSENT);
      }
    }
    return function.apply(observation);
  }
}
