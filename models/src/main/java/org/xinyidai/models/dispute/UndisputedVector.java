package org.xinyidai.models.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.subject.Uscc;

/**
 * The vector of an enterprise while facts of it are disputed (争议期特征), and which features differ in
 * how they were computed, for the score to say so (E1).
 *
 * @param touched by the name of the feature, what was done to it
 */
public record UndisputedVector(FeatureVector vector, Map<String, Effect> touched) {
  private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::knownAt);

  public UndisputedVector {
    touched = Map.copyOf(touched);
  }

  /** The moment a vector is asked for: what was known by then, about which day. */
  public record Moment(LocalDate asOf, Instant knownAt) {}

  /**
   * Computes the vector without the effect of the disputed facts, by the policy of each feed.
   *
   * @param facts every version of every fact of the enterprise
   */
  public static UndisputedVector of(
      FeatureSchema schema, Uscc uscc, List<Fact<?>> facts, OpenDisputes open, Moment at) {
    List<Fact<?>> kept = withoutExcluded(facts, open);
    FeatureVector base = vectorAt(schema, uscc, kept, at);
    Map<Feed<?>, Moment> frozen = frozen(facts, open, at);
    Map<Moment, FeatureVector> old = new HashMap<>();
    frozen
        .values()
        .forEach(moment -> old.computeIfAbsent(moment, m -> vectorAt(schema, uscc, kept, m)));
    double[] values = base.values();
    byte[] missing = new byte[values.length];
    Map<String, Effect> touched = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      FeatureDefinition feature = schema.features().get(i);
      Optional<Moment> moment = earliest(feature, frozen);
      FeatureVector from = moment.map(m -> old.getOrDefault(m, base)).orElse(base);
      values[i] = from.value(i);
      missing[i] = from.missing(i).code();
      if (moment.isPresent()) {
        touched.put(feature.name(), Effect.FREEZE);
      } else {
        declared(feature, open).ifPresent(effect -> touched.put(feature.name(), effect));
      }
    }
    return new UndisputedVector(
        new FeatureVector(uscc, schema.version(), at.asOf(), at.knownAt(), values, missing),
        touched);
  }

  private static FeatureVector vectorAt(
      FeatureSchema schema, Uscc uscc, List<Fact<?>> facts, Moment moment) {
    return schema.vector(History.knownAt(moment.knownAt(), uscc, facts), moment.asOf());
  }

  private static List<Fact<?>> withoutExcluded(List<Fact<?>> facts, OpenDisputes open) {
    List<Fact<?>> kept = new ArrayList<>();
    for (Fact<?> fact : facts) {
      if (open.policy().of(fact.feed()) != Effect.EXCLUDE
          || !open.facts().contains(DisputedFact.of(fact))) {
        kept.add(fact);
      }
    }
    return kept;
  }

  /** What the policy does to a feature that is not frozen: to leave a fact out weighs more. */
  private static Optional<Effect> declared(FeatureDefinition feature, OpenDisputes open) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    for (DisputedFact fact : open.facts()) {
      if (feature.feeds().contains(fact.feed())) {
        effects.add(open.policy().of(fact.feed()));
      }
    }
    effects.remove(Effect.FREEZE);
    return effects.contains(Effect.EXCLUDE)
        ? Optional.of(Effect.EXCLUDE)
        : effects.stream().findFirst();
  }

  /** Per feed whose features freeze, the last moment before a disputed fact of it became known. */
  private static Map<Feed<?>, Moment> frozen(List<Fact<?>> facts, OpenDisputes open, Moment at) {
    Map<Feed<?>, Moment> moments = new HashMap<>();
    for (Fact<?> fact : facts) {
      if (open.policy().of(fact.feed()) == Effect.FREEZE
          && !fact.knownAt().isAfter(at.knownAt())
          && open.facts().contains(DisputedFact.of(fact))) {
        Instant before = fact.knownAt().minus(1, ChronoUnit.MICROS);
        LocalDate day = ChinaTime.dayOf(before);
        Moment moment = new Moment(day.isBefore(at.asOf()) ? day : at.asOf(), before);
        moments.merge(fact.feed(), moment, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
      }
    }
    return moments;
  }

  private static Optional<Moment> earliest(FeatureDefinition feature, Map<Feed<?>, Moment> frozen) {
    return feature.feeds().stream()
        .filter(frozen::containsKey)
        .map(feed -> Optional.ofNullable(frozen.get(feed)))
        .flatMap(Optional::stream)
        .min(ORDER);
  }
}
