package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.MissingReason.DENOMINATOR_ZERO;
import static org.xinyidai.models.feature.MissingReason.HISTORY_TOO_SHORT;

/**
 * What is asked of a monthly flow (流量指标): level, growth, trend, volatility, gaps. A level needs one
 * whole month of history, a comparison needs every month that it compares.
 */
final class Flow {
  private static final int YEAR = 12;

  private final MonthlySeries series;

  Flow(MonthlySeries series) {
    this.series = series;
  }

  /** The sum of the newest months. */
  FeatureValue sum(int months) {
    return needing(1, series.sum(months));
  }

  /** The sum of the newest months of money as ln(1 + yuan). */
  FeatureValue log(int months) {
    return series.reach() == 0
        ? FeatureValue.missing(HISTORY_TOO_SHORT)
        : FeatureValue.of(Trend.log(series.sum(months)));
  }

  /** Relative change against as many months before. */
  FeatureValue growth(int months) {
    return change(months, months);
  }

  /** Relative change against the same months of the year before: free of the season. */
  FeatureValue yearGrowth(int months) {
    return change(months, YEAR);
  }

  /** Relative change against {@code months} months that end {@code skipped} months earlier. */
  private FeatureValue change(int months, int skipped) {
    if (series.reach() < skipped + months) {
      return FeatureValue.missing(HISTORY_TOO_SHORT);
    }
    long before = series.sum(skipped, months);
    // Below zero, by red invoices or refunds, a base cannot be grown from either.
    return before <= 0
        ? FeatureValue.missing(DENOMINATOR_ZERO)
        : FeatureValue.of((double) series.sum(months) / before - 1);
  }

  /** Standard deviation of the monthly sums over their mean (coefficient of variation). */
  FeatureValue variation(int months) {
    if (series.reach() < months) {
      return FeatureValue.missing(HISTORY_TOO_SHORT);
    }
    double mean = (double) series.sum(months) / months;
    if (mean <= 0) {
      return FeatureValue.missing(DENOMINATOR_ZERO);
    }
    double squares = 0;
    for (int i = 0; i < months; i++) {
      double deviation = series.month(i) - mean;
      squares += deviation * deviation;
    }
    return FeatureValue.of(Math.sqrt(squares / months) / mean);
  }

  /**
   * Robust slope of ln(1 + yuan) per year: over two years or more by pairs of the same calendar
   * month, below that over all pairs.
   */
  FeatureValue trend(int months) {
    if (series.reach() < months) {
      return FeatureValue.missing(HISTORY_TOO_SHORT);
    }
    double[] logs = Trend.logs(series.oldestFirst(months));
    return FeatureValue.of(months < 2 * YEAR ? Trend.slope(logs) : Trend.seasonalSlope(logs));
  }

  /** The share of the newest {@code part} months in the sum of {@code months} months. */
  FeatureValue shareOfNewest(int part, int months) {
    if (series.reach() < months) {
      return FeatureValue.missing(HISTORY_TOO_SHORT);
    }
    long whole = series.sum(months);
    return whole <= 0
        ? FeatureValue.missing(DENOMINATOR_ZERO)
        : FeatureValue.of((double) series.sum(part) / whole);
  }

  /** How many of the newest months are not at zero. */
  FeatureValue active(int months) {
    return needing(1, series.active(months));
  }

  /** The longest run of months at zero. */
  FeatureValue longestGap(int months) {
    return needing(months, series.longestGap(months));
  }

  /** The months at zero since the last one that was not. */
  FeatureValue trailingGap() {
    return needing(1, series.trailingGap());
  }

  /** The whole months since the first record, its own among them. */
  FeatureValue reach() {
    return needing(1, series.reach());
  }

  private FeatureValue needing(int months, long value) {
    return series.reach() < months
        ? FeatureValue.missing(HISTORY_TOO_SHORT)
        : FeatureValue.of(value);
  }
}
