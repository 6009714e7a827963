package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;

/** The fast features against the plain ones, and what no feature may ever do. */
class FeatureCataloguePropertyTest {
  private static final FeatureSchema SCHEMA = FeatureCatalogue.CURRENT;
  private static final double CLOSE = 1e-9;

  private final FeatureOracle oracle = new FeatureOracle();

  @Property(tries = 150, seed = "60")
  void every_feature_has_the_value_of_its_plain_definition(@ForAll long seed) {
    RandomFacts random = new RandomFacts(seed);
    FeatureVector vector = vector(random, random.facts);
    Seen seen = new Seen(random.facts, random.knownAt, random.asOf);
    for (int i = 0; i < vector.size(); i++) {
      FeatureDefinition feature = SCHEMA.features().get(i);
      FeatureValue expected = oracle.value(feature, seen);
      String where = feature.name() + " seed " + seed;
      assertEquals(expected.missing(), vector.missing(i), where);
      if (expected.missing() == MissingReason.NONE) {
        double close = CLOSE * Math.max(1, Math.abs(expected.value()));
        assertEquals(expected.value(), vector.value(i), close, where);
      }
    }
  }

  @Property(tries = 100, seed = "61")
  void nothing_of_a_later_day_changes_a_vector(@ForAll long seed) {
    RandomFacts random = new RandomFacts(seed);
    assertEquals(vector(random, random.past()), vector(random, random.facts), () -> "seed " + seed);
  }

  @Property(tries = 100, seed = "62")
  void nothing_that_became_known_later_changes_a_vector(@ForAll long seed) {
    RandomFacts random = new RandomFacts(seed);
    List<Fact<?>> known = new ArrayList<>(random.facts);
    known.removeIf(fact -> fact.knownAt().isAfter(random.knownAt));
    assertEquals(vector(random, known), vector(random, random.facts), () -> "seed " + seed);
  }

  @Property(tries = 100, seed = "63")
  void the_order_of_facts_never_shows_in_a_single_bit(@ForAll long seed) {
    RandomFacts random = new RandomFacts(seed);
    List<Fact<?>> shuffled = new ArrayList<>(random.facts);
    Collections.shuffle(shuffled, new Random(seed));
    FeatureVector one = vector(random, random.facts);
    FeatureVector other = vector(random, shuffled);
    for (int i = 0; i < one.size(); i++) {
      assertEquals(
          Double.doubleToRawLongBits(one.value(i)),
          Double.doubleToRawLongBits(other.value(i)),
          SCHEMA.features().get(i).name() + " seed " + seed);
    }
  }

  @Property(tries = 100, seed = "65")
  void a_value_is_finite_or_missing_with_a_reason(@ForAll long seed) {
    RandomFacts random = new RandomFacts(seed);
    FeatureVector vector = vector(random, random.facts);
    for (int i = 0; i < vector.size(); i++) {
      boolean present = vector.missing(i) == MissingReason.NONE;
      assertTrue(present ? Double.isFinite(vector.value(i)) : Double.isNaN(vector.value(i)));
    }
  }

  private static FeatureVector vector(RandomFacts random, List<Fact<?>> facts) {
    return SCHEMA.vector(History.knownAt(random.knownAt, RandomFacts.USCC, facts), random.asOf);
  }
}
