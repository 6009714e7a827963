package org.xinyidai.models.product;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a version of a product is offered (有效期), both included.
 *
 * @param from null where the publisher states no first day: it is then in effect already
 * @param to null where no last day is set
 */
public record Effective(@Nullable LocalDate from, @Nullable LocalDate to) {
  public static final Effective ALWAYS = new Effective(null, null);

  public Effective {
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException("effective from " + from + " to " + to);
    }
  }

  public boolean on(LocalDate day) {
    return begunBy(day) && (to == null || !day.isAfter(to));
  }

  /** Whether the first day has come by a day; what has no first day has begun long ago. */
  public boolean begunBy(LocalDate day) {
    return from == null || !day.isBefore(from);
  }

  /** Whether some day belongs to both. */
  public boolean overlaps(Effective other) {
    return startsBeforeEnd(from, other.to) && startsBeforeEnd(other.from, to);
  }

  private static boolean startsBeforeEnd(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from == null || to == null || !from.isAfter(to);
  }
}
