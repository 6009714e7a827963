package org.xinyidai.engine.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Feeds;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatedCityTest {
  private static final long SEED = 20_260_701;
  private static final YearMonth FIRST = YearMonth.of(2023, 7);
  private static final YearMonth APRIL = YearMonth.of(2024, 4);

  @Test
  void the_same_seed_gives_the_same_bytes() {
    List<Delivery> once = SimulatedCity.of(SEED, 40, FIRST, 10).deliveries().toList();
    List<Delivery> again = SimulatedCity.of(SEED, 40, FIRST, 10).deliveries().toList();
    assertEquals(once.size(), again.size());
    for (int i = 0; i < once.size(); i++) {
      assertEquals(once.get(i).fileName(), again.get(i).fileName());
      assertEquals(once.get(i).knownAt(), again.get(i).knownAt());
      assertArrayEquals(once.get(i).bytes(), again.get(i).bytes(), once.get(i).fileName());
    }
  }

  @Test
  void another_seed_gives_another_city() {
    Delivery one = SimulatedCity.of(SEED, 40, FIRST, 1).deliveries().findFirst().orElseThrow();
    Delivery other =
        SimulatedCity.of(SEED + 1, 40, FIRST, 1).deliveries().findFirst().orElseThrow();
    assertFalse(Arrays.equals(one.bytes(), other.bytes()));
  }

  @Test
  void a_month_reached_alone_equals_the_month_reached_in_passing() {
    SimulatedCity city = SimulatedCity.of(SEED, 60, FIRST, 12);
    List<Delivery> alone = city.deliveries(APRIL).toList();
    List<Delivery> passing =
        city.deliveries().filter(delivery -> delivery.month().equals(APRIL)).toList();
    assertEquals(Feeds.ALL.size(), alone.size());
    for (int i = 0; i < alone.size(); i++) {
      assertArrayEquals(passing.get(i).bytes(), alone.get(i).bytes(), alone.get(i).fileName());
    }
  }

  @Test
  void more_months_leave_the_earlier_ones_as_they_were() {
    Delivery shorter = april(SimulatedCity.of(SEED, 60, FIRST, 10));
    Delivery longer = april(SimulatedCity.of(SEED, 60, FIRST, 40));
    assertArrayEquals(shorter.bytes(), longer.bytes());
  }

  @Test
  void more_enterprises_only_add_to_the_end_of_a_file() {
    String small = new String(april(SimulatedCity.of(SEED, 60, FIRST, 10)).bytes(), UTF_8);
    String large = new String(april(SimulatedCity.of(SEED, 90, FIRST, 10)).bytes(), UTF_8);
    assertTrue(large.startsWith(small));
    assertTrue(large.length() > small.length());
  }

  @Test
  void every_code_is_of_a_division_that_the_standard_gives_to_nobody() {
    SimulatedCity city = SimulatedCity.of(SEED, 500, FIRST, 1);
    assertEquals(500, city.enterprises().distinct().count());
    assertTrue(city.enterprises().allMatch(uscc -> uscc.divisionCode().startsWith("9901")));
  }

  @Test
  void deliveries_come_by_the_fourth_unless_the_office_is_late() {
    SimulatedCity city = SimulatedCity.of(SEED, 1, FIRST, 36).with(Trouble.NONE);
    assertEquals(36 * Feeds.ALL.size(), city.deliveryCount());
    city.deliveries().forEach(delivery -> assertTrue(day(delivery) <= 4, delivery.fileName()));
    long late = city.with(Trouble.USUAL).deliveries().filter(delivery -> day(delivery) > 4).count();
    assertTrue(late > 5 && late < 50, "late files " + late);
  }

  @Test
  void an_enterprise_is_observed_only_where_the_year_after_is_simulated() {
    SimulatedCity city = SimulatedCity.of(SEED, 100, FIRST, 36);
    assertEquals(LocalDate.of(2024, 7, 5), city.observationDays().get(0));
    assertEquals(LocalDate.of(2025, 7, 5), city.observationDays().get(4));
    assertEquals(LocalDate.of(2026, 7, 5), city.lastDay());
    assertThrows(
        IllegalArgumentException.class, () -> city.outcomes(LocalDate.of(2025, 8, 5)).count());
  }

  private static Delivery april(SimulatedCity city) {
    return city.deliveries(APRIL).findFirst().orElseThrow();
  }

  private static int day(Delivery delivery) {
    return delivery.knownAt().atOffset(ZoneOffset.ofHours(8)).getDayOfMonth();
  }
}
