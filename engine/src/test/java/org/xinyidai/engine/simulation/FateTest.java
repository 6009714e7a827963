package org.xinyidai.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.engine.simulation.life.Dice;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FateTest {
  @ParameterizedTest
  @CsvSource({
    "ON_TIME, 1, 0, 0",
    "LATE_ONE_MONTH, 0, 1, 0",
    "LATE_TWO_MONTHS, 0, 0, 1",
    "REPEATED_AT_ONCE, 2, 0, 0",
    "REPEATED_NEXT_MONTH, 1, 1, 0",
    "CORRECTED_AT_ONCE, 2, 0, 0",
    "CORRECTED_NEXT_MONTH, 1, 1, 0",
    "WRONG, 1, 0, 0"
  })
  void a_row_stands_in_the_deliveries_of_its_fate(Fate fate, int now, int next, int afterNext) {
    assertEquals(now, fate.copies(0));
    assertEquals(next, fate.copies(1));
    assertEquals(afterNext, fate.copies(2));
  }

  @Test
  void fates_are_as_common_as_the_trouble_says() {
    Dice dice = new Dice(3).at(1, 1, 1, 1);
    Map<Fate, Integer> seen = new EnumMap<>(Fate.class);
    int rows = 400_000;
    for (int i = 0; i < rows; i++) {
      seen.merge(Fate.of(Trouble.USUAL, dice.uniform(), dice.uniform()), 1, Integer::sum);
    }
    double late = seen.get(Fate.LATE_ONE_MONTH) + seen.get(Fate.LATE_TWO_MONTHS);
    double repeated = seen.get(Fate.REPEATED_AT_ONCE) + seen.get(Fate.REPEATED_NEXT_MONTH);
    assertEquals(0.02, late / rows, 0.002);
    assertEquals(0.01, repeated / rows, 0.001);
    assertEquals(0.01, (double) seen.get(Fate.CORRECTED_NEXT_MONTH) / rows, 0.001);
    assertEquals(0.005, (double) seen.get(Fate.WRONG) / rows, 0.0007);
  }

  @Test
  void shares_that_cannot_be_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Trouble(0, 0.6, 0.3, 0.2, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Trouble(-0.1, 0, 0, 0, 0, 0, 0));
  }
}
