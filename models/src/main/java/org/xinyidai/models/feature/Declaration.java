package org.xinyidai.models.feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.MarketRegistration;

/**
 * One row of the catalogue being written: a feature of today, or a family of features that differ
 * in their window alone. Immutable: each step gives a new declaration.
 */
record Declaration(
    String name,
    Unit unit,
    String titleZh,
    String titleEn,
    List<Feed<?>> feeds,
    MissingRule rule,
    MendsWithTime mends) {

  /** A measure over a number of months. */
  @FunctionalInterface
  interface Windowed {
    FeatureValue over(Observation observation, int months);
  }

  /** The feeds and the missing rule that a group of features shares. */
  record Source(List<Feed<?>> feeds, MissingRule rule) {
    static Source of(MissingRule rule, Feed<?>... feeds) {
      return new Source(List.of(feeds), rule);
    }

    Declaration feature(String name, Unit unit, String titleZh, String titleEn) {
      return new Declaration(name, unit, titleZh, titleEn, feeds, rule, MendsWithTime.NEVER);
    }
  }

  /** Rows under each other. */
  @SafeVarargs
  static Stream<FeatureDefinition> table(Stream<FeatureDefinition>... rows) {
    Stream<FeatureDefinition> table = Stream.empty();
    for (Stream<FeatureDefinition> row : rows) {
      table = Stream.concat(table, row);
    }
    return table;
  }

  Declaration missing(MissingRule rule) {
    return new Declaration(name, unit, titleZh, titleEn, feeds, rule, mends);
  }

  Declaration mends(MendsWithTime mends) {
    return new Declaration(name, unit, titleZh, titleEn, feeds, rule, mends);
  }

  /** A state of the day. */
  Stream<FeatureDefinition> today(Function<Observation, FeatureValue> measure) {
    return Stream.of(define(name, titleZh, titleEn, 0, measure));
  }

  /** A family over windows of months. */
  Stream<FeatureDefinition> over(Windowed measure, int... windows) {
    return Arrays.stream(windows)
        .mapToObj(
            months ->
                define(
                    name + "_" + months + "m",
                    "近" + months + "个月" + titleZh,
                    titleEn + ", last " + (months == 1 ? "month" : months + " months"),
                    months,
                    observation -> measure.over(observation, months)));
  }

  private FeatureDefinition define(
      String name,
      String titleZh,
      String titleEn,
      int months,
      Function<Observation, FeatureValue> measure) {
    boolean register = rule == MissingRule.REGISTER;
    return new FeatureDefinition(
        name,
        titleZh,
        titleEn,
        unit,
        months,
        feeds,
        register ? List.of() : feeds,
        rule.sentence(),
        mends,
        register ? observation -> registered(observation, measure) : measure);
  }

  private FeatureValue registered(
      Observation observation, Function<Observation, FeatureValue> measure) {
    boolean known =
        observation.has(MarketRegistration.FEED) || feeds.stream().anyMatch(observation::has);
    return known ? measure.apply(observation) : FeatureValue.missing(MissingReason.FEED_ABSENT);
  }
}
