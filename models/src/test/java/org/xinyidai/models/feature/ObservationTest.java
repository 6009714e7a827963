package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.Permit;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObservationTest {
  private static final Instant KNOWN = Instant.parse("2024-12-31T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2024-02-28, 2024-01",
    "2024-02-29, 2024-02",
    "2024-03-01, 2024-02",
    "2024-01-01, 2023-12",
    "2023-12-31, 2023-12",
  })
  void the_newest_whole_month_is_the_own_one_on_its_last_day_only(String day, String month) {
    assertEquals(YearMonth.parse(month), observation(day).lastMonth());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-15, 12, 2023-03-15, false",
    "2024-03-15, 12, 2023-03-16, true",
    "2024-03-15, 12, 2024-03-15, true",
    "2024-03-15, 12, 2024-03-16, false",
    "2024-02-29, 12, 2023-02-28, false",
    "2024-02-29, 12, 2023-03-01, true",
  })
  void events_count_from_the_day_after_the_window_opens(
      String asOf, int months, String event, boolean held) {
    assertEquals(held, observation(asOf).days(months).hold(LocalDate.parse(event)));
  }

  @Test
  void on_the_due_day_itself_nothing_is_missed_yet() {
    Observation.Days days = observation("2024-03-15").days(12);
    assertFalse(days.holdMissed(LocalDate.parse("2024-03-15")));
    assertTrue(days.holdMissed(LocalDate.parse("2024-03-14")));
  }

  @Test
  void records_up_to_the_day_are_seen_and_no_later_one() {
    Observation observation = observation("2024-03-15", "2024-03-14", "2024-03-15", "2024-03-16");
    assertEquals(2, observation.seen(Permit.FEED).size());
    assertEquals(LocalDate.parse("2024-03-15"), observation.newest(Permit.FEED).get().day());
  }

  @Test
  void a_feed_that_speaks_only_of_later_days_is_absent() {
    Observation observation = observation("2024-03-15", "2024-03-16");
    assertFalse(observation.has(Permit.FEED));
    assertTrue(observation.newest(Permit.FEED).isEmpty());
  }

  @Test
  void waiting_moves_the_day_and_shows_nothing_new() {
    Observation later = observation("2024-03-15", "2024-03-15", "2024-04-01").later(2);
    assertEquals(LocalDate.parse("2024-05-15"), later.asOf());
    assertEquals(LocalDate.parse("2024-03-15"), later.lastSeen());
    assertEquals(1, later.seen(Permit.FEED).size());
    assertFalse(later.sees(LocalDate.parse("2024-03-16")));
  }

  @Test
  void what_holds_until_a_day_holds_on_that_day() {
    Observation observation = observation("2024-03-15");
    assertTrue(observation.isInForce(null));
    assertTrue(observation.isInForce(LocalDate.parse("2024-03-15")));
    assertFalse(observation.isInForce(LocalDate.parse("2024-03-14")));
    assertFalse(observation.later(1).isInForce(LocalDate.parse("2024-04-14")));
  }

  private static Observation observation(String asOf, String... days) {
    List<Fact<?>> facts = new ArrayList<>();
    for (String day : days) {
      Permit permit = new Permit(RandomFacts.USCC, LocalDate.parse(day), day, "许可", null);
      facts.add(new Fact<>(Permit.FEED, permit, day, 0, KNOWN));
    }
    return new Observation(History.knownAt(KNOWN, RandomFacts.USCC, facts), LocalDate.parse(asOf));
  }
}
