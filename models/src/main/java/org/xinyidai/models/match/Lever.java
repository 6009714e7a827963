package org.xinyidai.models.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import org.xinyidai.models.score.Action;

/**
 * A feature that the enterprise can move (可改进指标), and to what.
 *
 * @param position of the attribute in its catalogue
 * @param stops where it can be brought, from the nearest to the farthest
 */
record Lever(int position, Action action, double from, List<Stop> stops) {
  Lever {
    stops = List.copyOf(stops);
  }

  /**
   * One value that it can be brought to.
   *
   * @param effort how far of the way to what is realistic at most, above 0, at most 1
   */
  record Stop(double value, int months, double effort) {}

  /**
   * A lever with stops at some values; those that are not on its way are left out.
   *
   * @param months until a value is seen
   */
  static Lever at(
      int position, Action action, double from, List<Double> wanted, ToIntFunction<Double> months) {
    double bound = action.bound(from);
    List<Double> ordered =
        new ArrayList<>(
            wanted.stream()
                .filter(value -> action.rises() ? value > from : value < from)
                .filter(value -> action.rises() ? value <= bound : value >= bound)
                .distinct()
                .sorted()
                .toList());
    if (!action.rises()) {
      Collections.reverse(ordered);
    }
    List<Stop> stops =
        ordered.stream()
            .map(
                value ->
                    new Stop(
                        value,
                        months.applyAsInt(value),
                        Math.abs(value - from) / Math.abs(bound - from)))
            .toList();
    return new Lever(position, action, from, stops);
  }
}
