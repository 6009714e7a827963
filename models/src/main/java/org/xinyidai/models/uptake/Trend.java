package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.quality.Ratio;

/**
 * The values of an item at the ends of months (逐月趋势), the oldest first and the asked day last.
 *
 * @param forecast what may be expected by the deadline, or why nothing is said
 */
public record Trend(TargetItem item, List<Point> points, Forecast forecast) {
  public Trend {
    points = List.copyOf(points);
  }

  /**
   * One value.
   *
   * @param value null where it is not known
   */
  public record Point(LocalDate asOf, @Nullable Ratio value) {
    public Optional<Ratio> known() {
      return Optional.ofNullable(value);
    }
  }
}
