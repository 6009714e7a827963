package org.xinyidai.engine.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screened;
import org.xinyidai.models.screening.Screening;

/**
 * Which of those who match are taken first (排序方式): the best scored, those in the highest or lowest
 * band of an attribute, or a sample drawn by a seed.
 *
 * @param attribute to sort by; null for the score
 * @param descending whether the highest bands come first
 * @param seed of a sample; null for none
 */
public record Order(@Nullable CoarseAttribute attribute, boolean descending, @Nullable Long seed) {
  /** The best scored first. */
  public static final Order BEST = new Order(null, true, null);

  /**
   * Takes some. A sample is drawn by a secret of the lender beside its seed: who could foretell it
   * would choose seeds that draw an enterprise whose code it knows.
   */
  List<Screened> take(LenderKey lender, Screening rows, Screen screen, int most) {
    if (seed != null) {
      return rows.sample(screen, most, lender.number("sample", Long.toString(seed)));
    }
    CoarseAttribute by = attribute;
    return by == null
        ? rows.top(screen, most)
        : rows.least(screen, row -> key(by.band(row.value(by.position()))), most);
  }

  /** By which rows are shown: the less comes first, equal ones in an order that tells nothing. */
  double shown(Screened row, CoarseAttribute stars) {
    CoarseAttribute by = attribute == null ? stars : attribute;
    return seed == null ? key(by.band(row.value(by.position()))) : 0;
  }

  private double key(double band) {
    if (Double.isNaN(band)) {
      return Double.POSITIVE_INFINITY;
    }
    return descending ? -band : band;
  }
}
