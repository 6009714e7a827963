package org.xinyidai.models.dispute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltyKind;
import org.xinyidai.models.record.PenaltySeverity;
import org.xinyidai.models.record.TaxGrade;
import org.xinyidai.models.record.TaxPayment;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.record.TaxType;
import org.xinyidai.models.subject.Uscc;

/**
 * Against the obvious way: walk back through every instant at which anything became known, and take
 * the vector of the last one at which the disputed fact was not there yet.
 */
class UndisputedVectorPropertyTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Uscc FIRM = Uscc.fromStem("92431100MA000001");
  private static final FeatureSchema SCHEMA = FeatureCatalogue.CURRENT;
  private static final EffectPolicy POLICY = new EffectPolicy(Map.of(Penalty.FEED, Effect.EXCLUDE));
  private static final Moment NOW =
      new Moment(LocalDate.of(2023, 12, 31), Instant.parse("2024-01-05T00:00:00Z"));

  @Property(tries = 60, seed = "2718")
  void a_frozen_feature_is_the_last_undisputed_one_and_an_excluded_one_is_without_the_fact(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int count) {
    Random random = new Random(seed);
    List<Fact<?>> facts = facts(random, count);
    Fact<?> disputed = facts.get(random.nextInt(facts.size()));
    OpenDisputes open = new OpenDisputes(Set.of(DisputedFact.of(disputed)), POLICY);

    UndisputedVector vector = UndisputedVector.of(SCHEMA, FIRM, facts, open, NOW);

    FeatureVector plain = at(facts, NOW.knownAt());
    FeatureVector expected =
        POLICY.of(disputed.feed()) == Effect.EXCLUDE
            ? at(without(facts, disputed), NOW.knownAt())
            : lastUndisputed(facts, disputed);
    for (int i = 0; i < SCHEMA.features().size(); i++) {
      FeatureDefinition feature = SCHEMA.features().get(i);
      boolean reads = feature.feeds().contains(disputed.feed());
      FeatureVector right = reads ? expected : plain;
      assertEquals(
          Double.doubleToLongBits(right.value(i)),
          Double.doubleToLongBits(vector.vector().value(i)),
          feature.name() + ", seed " + seed);
      assertEquals(right.missing(i), vector.vector().missing(i), feature.name());
      assertEquals(reads, vector.touched().containsKey(feature.name()), feature.name());
    }
    assertTrue(!vector.touched().isEmpty());
  }

  /** Tries the moment before each change of knowledge, the newest first. */
  private static FeatureVector lastUndisputed(List<Fact<?>> facts, Fact<?> disputed) {
    List<Instant> moments = new ArrayList<>();
    facts.forEach(fact -> moments.add(fact.knownAt().minusNanos(1_000)));
    moments.sort(Collections.reverseOrder());
    for (Instant moment : moments) {
      List<Fact<?>> known = new ArrayList<>(facts);
      known.removeIf(fact -> fact.knownAt().isAfter(moment));
      if (without(known, disputed).size() == known.size()) {
        LocalDate day = moment.atZone(CHINA).toLocalDate();
        History then = History.knownAt(moment, FIRM, known);
        return SCHEMA.vector(then, day.isBefore(NOW.asOf()) ? day : NOW.asOf());
      }
    }
    throw new AssertionError("before everything was known, nothing was disputed");
  }

  private static List<Fact<?>> without(List<Fact<?>> facts, Fact<?> disputed) {
    List<Fact<?>> kept = new ArrayList<>(facts);
    kept.removeIf(fact -> DisputedFact.of(fact).equals(DisputedFact.of(disputed)));
    return kept;
  }

  private static FeatureVector at(List<Fact<?>> facts, Instant knownAt) {
    return SCHEMA.vector(History.knownAt(knownAt, FIRM, facts), NOW.asOf());
  }

  /** Payments, ratings and penalties, some of them corrected later. */
  private static List<Fact<?>> facts(Random random, int count) {
    List<Fact<?>> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate day = LocalDate.of(2023, 1, 15).plusDays(random.nextInt(330));
      Instant known = day.plusDays(random.nextInt(20)).atStartOfDay(CHINA).toInstant();
      int versions = 1 + random.nextInt(2);
      int kind = random.nextInt(3);
      for (int version = 0; version < versions; version++) {
        Instant at = known.plusSeconds(86_400L * 5 * version);
        facts.add(fact(random, kind, day, i, version, at));
      }
    }
    return facts;
  }

  private static Fact<?> fact(
      Random random, int kind, LocalDate day, int id, int version, Instant at) {
    String identity = "f" + id;
    return switch (kind) {
      case 0 -> new Fact<>(TaxPayment.FEED, payment(day, random, id), identity, version, at);
      case 1 -> new Fact<>(TaxRating.FEED, rating(day, random), identity, version, at);
      default -> new Fact<>(Penalty.FEED, penalty(day, random, id), identity, version, at);
    };
  }

  private static TaxPayment payment(LocalDate day, Random random, int id) {
    return new TaxPayment(
        FIRM,
        YearMonth.from(day).minusMonths(1),
        TaxType.VAT,
        random.nextInt(1_000_000),
        0,
        day,
        day,
        "r" + id);
  }

  private static Penalty penalty(LocalDate day, Random random, int id) {
    return new Penalty(
        FIRM,
        day,
        "永市监罚〔2023〕" + id + "号",
        PenaltyKind.ALL.get(random.nextInt(3)),
        PenaltySeverity.ALL.get(random.nextInt(3)),
        "食品安全法第一百二十二条",
        random.nextInt(100_000),
        null);
  }

  private static TaxRating rating(LocalDate day, Random random) {
    TaxGrade grade = TaxGrade.ALL.get(random.nextInt(TaxGrade.ALL.size()));
    return new TaxRating(FIRM, day, day.getYear() - 1, grade);
  }
}
