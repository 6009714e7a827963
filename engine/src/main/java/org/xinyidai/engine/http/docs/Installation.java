package org.xinyidai.engine.http.docs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * What runs here, for those who open it in a browser.
 *
 * @param simulated whether its enterprises and records are invented: said wherever data shows
 * @param asOf the day on which answers are stated where none is asked for; null means today
 */
public record Installation(boolean simulated, @Nullable LocalDate asOf) {

  /** The word for machines: in the health answer and in a header of every answer. */
  public String dataOrigin() {
    return simulated ? "simulated" : "delivered";
  }

  /** The day on which an answer is stated that asks for none; today is the day in China. */
  public LocalDate usualDay(InstantSource clock) {
    return Optional.ofNullable(asOf).orElseGet(() -> ChinaTime.dayOf(clock.instant()));
  }
}
