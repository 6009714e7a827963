package org.xinyidai.models.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.monitoring.Alert.Level;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {
  private static final Limits PSI = new Limits(0.1, 0.25);

  @ParameterizedTest
  @CsvSource({
    "-0.3, ",
    "0, ",
    "0.09999999, ",
    "0.1, WATCH",
    "0.2, WATCH",
    "0.25, WATCH",
    "0.25000001, ACT",
    "9, ACT"
  })
  void a_limit_itself_is_watched_and_only_beyond_the_second_is_acted_on(
      double value, Level expected) {
    assertEquals(Optional.ofNullable(expected), PSI.level(value));
  }

  @Test
  void nothing_raises_an_alert_where_there_is_no_number() {
    assertEquals(Optional.empty(), PSI.level(Double.NaN));
  }

  @Test
  void limits_that_fall_or_alarm_always_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Limits(0.25, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new Limits(0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new Limits(Double.NaN, 0.1));
  }
}
