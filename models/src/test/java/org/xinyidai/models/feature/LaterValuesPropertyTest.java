package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;

/** What waiting alone brings. */
class LaterValuesPropertyTest {
  private static final FeatureSchema SCHEMA = FeatureCatalogue.CURRENT;

  @Property(tries = 40, seed = "71")
  void facts_of_later_days_are_not_foreseen(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 36) int months) {
    RandomFacts random = new RandomFacts(seed);
    LaterValues all = later(random, random.facts);
    LaterValues past = later(random, random.past());
    for (int i = 0; i < SCHEMA.features().size(); i++) {
      assertEquals(past.value(i, months), all.value(i, months), SCHEMA.features().get(i).name());
    }
  }

  @Property(tries = 40, seed = "72")
  void what_expires_is_gone_when_its_window_has_passed(@ForAll long seed) {
    RandomFacts random = new RandomFacts(seed);
    LaterValues later = later(random, random.facts);
    for (int i = 0; i < SCHEMA.features().size(); i++) {
      FeatureDefinition feature = SCHEMA.features().get(i);
      if (feature.mends() == MendsWithTime.EXPIRES && !Double.isNaN(later.value(i, 0))) {
        // Two months more, for what falls due after the day.
        assertEquals(0, later.value(i, feature.windowMonths() + 2), feature.name());
      }
    }
  }

  @Property(tries = 40, seed = "73")
  void what_ages_grows_by_the_calendar(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int months) {
    RandomFacts random = new RandomFacts(seed);
    LaterValues later = later(random, random.facts);
    for (int i = 0; i < SCHEMA.features().size(); i++) {
      if (SCHEMA.features().get(i).mends() == MendsWithTime.AGES) {
        double grown = later.value(i, months) - later.value(i, 0);
        // Within a month, for months differ in length.
        assertEquals(Double.isNaN(grown) ? grown : months, grown, 1);
      }
    }
  }

  @Property(tries = 40, seed = "74")
  void today_is_no_month_ahead(@ForAll long seed) {
    RandomFacts random = new RandomFacts(seed);
    LaterValues later = later(random, random.facts);
    FeatureVector vector = SCHEMA.vector(history(random, random.facts), random.asOf);
    for (int i = 0; i < vector.size(); i++) {
      assertEquals(vector.value(i), later.value(i, 0));
    }
    assertEquals(random.asOf, later.day(0));
    assertEquals(random.asOf.plusMonths(7), later.day(7));
  }

  @Example
  void months_beyond_the_bound_are_refused() {
    RandomFacts random = new RandomFacts(1);
    LaterValues later = later(random, random.facts);
    assertThrows(IllegalArgumentException.class, () -> later.value(0, -1));
    assertThrows(IllegalArgumentException.class, () -> later.value(0, LaterValues.MAX_MONTHS + 1));
  }

  private static LaterValues later(RandomFacts random, List<Fact<?>> facts) {
    return new LaterValues(SCHEMA, history(random, facts), random.asOf);
  }

  private static History history(RandomFacts random, List<Fact<?>> facts) {
    return History.knownAt(random.knownAt, RandomFacts.USCC, facts);
  }
}
