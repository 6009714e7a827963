package org.xinyidai.engine.uptake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * As of when and where an answer is wanted (查询口径).
 *
 * @param district beginning digits of the division code, empty for the whole office
 * @param knownAt figures entered by hand after this instant are left out; null for none
 */
public record Asked(LocalDate asOf, String district, @Nullable Instant knownAt) {
  /** As known now. */
  public Asked(LocalDate asOf, String district) {
    this(asOf, district, null);
  }

  Asked on(LocalDate day) {
    return new Asked(day, district, knownAt);
  }
}
