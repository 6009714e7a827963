package org.xinyidai.models.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChinaTimeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @Test
  void a_day_begins_at_sixteen_hours_of_the_day_before_in_the_time_of_greenwich() {
    Instant midnight = Instant.parse("2026-11-21T16:00:00Z");
    assertEquals(midnight, ChinaTime.startOf(DAY));
    assertEquals(DAY, ChinaTime.dayOf(midnight));
    assertEquals(DAY.minusDays(1), ChinaTime.dayOf(midnight.minusNanos(1)));
  }
}
