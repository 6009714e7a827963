package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.uptake.Forecast;
import org.xinyidai.models.uptake.Trend;

/**
 * The values of an item by month, and what may come of it (趋势与预测展示).
 *
 * @param refused why there is no forecast, null where there is one
 */
record TrendView(
    TargetView.Item item,
    List<Point> points,
    @Nullable Expected forecast,
    @Nullable Refused refused) {
  record Point(LocalDate asOf, TargetView.@Nullable Exact value) {}

  /** The interval holds in 95 of 100 cases if months go on as they went. */
  record Expected(
      LocalDate on, double value, double low, double high, int months, String outlook) {}

  record Refused(String reason, String words) {}

  static TrendView of(Trend trend) {
    return new TrendView(
        TargetView.Item.of(trend.item()),
        trend.points().stream()
            .map(point -> new Point(point.asOf(), TargetView.Exact.orNull(point.value())))
            .toList(),
        trend.forecast() instanceof Forecast.Expected known
            ? new Expected(
                known.on(),
                known.value(),
                known.low(),
                known.high(),
                known.months(),
                known.outlook().id())
            : null,
        trend.forecast() instanceof Forecast.Refused none
            ? new Refused(none.reason().id(), none.reason().titleZh())
            : null);
  }
}
