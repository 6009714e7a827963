package org.xinyidai.models.monitoring;

import org.jspecify.annotations.Nullable;
import org.xinyidai.models.distribution.Bins;
import org.xinyidai.models.distribution.Distribution;
import org.xinyidai.models.distribution.Stability;

/**
 * How far the score or one input moved from its base (分布偏移), and what of it moved most.
 *
 * @param name of the feature; {@link #SCORE} for the score itself
 * @param stability PSI against the base
 * @param chance what chance alone could reach among so few; a PSI at or below it is no finding
 * @param coverageBefore share of enterprises with a value in the base
 * @param coverageNow the same now
 * @param medianBefore null where nobody had a value
 * @param medianNow null where nobody has one
 */
public record Shift(
    String name,
    double stability,
    double chance,
    double coverageBefore,
    double coverageNow,
    @Nullable Double medianBefore,
    @Nullable Double medianNow) {
  /** Stands for the name of a feature where the score is meant. */
  public static final String SCORE = "score";

  private static final double MIDDLE = 0.5;

  /** Compares two distributions in bins of equal weight in the base. */
  static Shift of(String name, Distribution base, Distribution now) {
    Bins bins = Bins.of(base);
    long[] was = bins.counts(base);
    long[] is = bins.counts(now);
    return new Shift(
        name,
        Stability.index(was, is),
        Stability.noise(was, is),
        base.coverage(),
        now.coverage(),
        median(base),
        median(now));
  }

  private static @Nullable Double median(Distribution distribution) {
    double median = distribution.quantile(MIDDLE);
    return Double.isNaN(median) ? null : median;
  }

  /** Whether more than chance moved it. */
  public boolean beyondChance() {
    return stability > chance;
  }
}
