package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.uptake.Forecast.Expected;
import org.xinyidai.models.uptake.Forecast.Outlook;
import org.xinyidai.models.uptake.Forecast.Reason;
import org.xinyidai.models.uptake.Forecast.Refused;

/**
 * Forecasts by a random walk with drift (带漂移的随机游走预测): the mean monthly change goes on, and the
 * interval grows with the square root of {@code h (1 + h / (T - 1))} for h months after T values,
 * with the t distribution of T - 2 degrees. Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, 3rd edition, 5.2 and 5.5. A share is kept between 0 and what it cannot pass.
 */
public final class Drift {
  /** Fewer monthly values give an interval that says nothing. */
  public static final int FEWEST = 5;

  /** Upper 2.5% points of Student's t for 1 to 30 degrees; beyond, that of the normal. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  private static final double NORMAL = 1.960;
  private static final double DAYS_A_MONTH = 365.2425 / 12;

  private Drift() {}

  /**
   * What an item may come to by its deadline.
   *
   * @param points values at the ends of months, the oldest first; those not known are left out at
   *     the beginning, and inside they end the series
   * @param until another day than the item's own deadline, null for that
   */
  public static Forecast forecast(
      TargetItem item, List<Trend.Point> points, @Nullable LocalDate until) {
    Optional<LocalDate> due = until == null ? item.due() : Optional.of(until);
    if (due.isEmpty()) {
      return new Refused(Reason.NO_DEADLINE);
    }
    LocalDate last = points.isEmpty() ? due.get() : points.get(points.size() - 1).asOf();
    if (!due.get().isAfter(last)) {
      return new Refused(Reason.DEADLINE_PAST);
    }
    if (item.period() != Period.CUMULATIVE) {
      return new Refused(Reason.NOT_CUMULATIVE);
    }
    List<Double> values = known(points);
    if (values.size() < FEWEST) {
      return new Refused(Reason.TOO_FEW_POINTS);
    }
    long months = Math.max(1, Math.round(ChronoUnit.DAYS.between(last, due.get()) / DAYS_A_MONTH));
    return expected(item, due.get(), values, months);
  }

  /** The last unbroken run of values. */
  private static List<Double> known(List<Trend.Point> points) {
    List<Double> run = new ArrayList<>();
    for (Trend.Point point : points) {
      Optional<Ratio> value = point.known();
      if (value.isEmpty()) {
        run.clear();
      } else {
        run.add((double) value.get().numerator() / value.get().denominator());
      }
    }
    return run;
  }

  private static Forecast expected(
      TargetItem item, LocalDate due, List<Double> values, long months) {
    int count = values.size();
    double last = values.get(count - 1);
    double drift = (last - values.get(0)) / (count - 1);
    double squares = 0;
    for (int i = 1; i < count; i++) {
      double rest = values.get(i) - values.get(i - 1) - drift;
      squares += rest * rest;
    }
    int degrees = count - 2;
    double deviation = Math.sqrt(squares / degrees);
    double t = degrees <= T.length ? T[degrees - 1] : NORMAL;
    double half = t * deviation * Math.sqrt(months * (1 + (double) months / (count - 1)));
    double middle = last + months * drift;
    double most = item.measure() instanceof Measure.Share && last <= 1 ? 1 : Double.MAX_VALUE;
    double low = clamp(middle - half, most);
    double high = clamp(middle + half, most);
    return new Expected(due, clamp(middle, most), low, high, count, outlook(item, low, high));
  }

  private static double clamp(double value, double most) {
    return Math.max(0, Math.min(most, value));
  }

  private static Outlook outlook(TargetItem item, double low, double high) {
    if (!(item.target() instanceof Target.Bound set)) {
      return Outlook.NO_TARGET;
    }
    double bound = (double) set.bound().numerator() / set.bound().denominator();
    boolean lowHolds = holds(set.comparison(), low, bound);
    boolean highHolds = holds(set.comparison(), high, bound);
    return lowHolds && highHolds
        ? Outlook.LIKELY
        : lowHolds || highHolds ? Outlook.OPEN : Outlook.UNLIKELY;
  }

  private static boolean holds(Comparison comparison, double value, double bound) {
    return switch (comparison) {
      case ABOVE -> value > bound;
      case AT_LEAST -> value >= bound;
      case AT_MOST -> value <= bound;
      case BELOW -> value < bound;
    };
  }
}
