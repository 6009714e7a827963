package org.xinyidai.engine.http.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.distribution.Bar;
import org.xinyidai.models.distribution.Distribution;
import org.xinyidai.models.distribution.FeatureStatus;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.record.Feed;

/**
 * A feature as it stands in a snapshot (特征状态).
 *
 * @param quantiles by name from p01 to p99; empty where nobody has a value
 * @param stability PSI; null without a base
 */
record FeatureStatusView(
    String name,
    String titleZh,
    String titleEn,
    String unit,
    int windowMonths,
    List<String> feeds,
    String missingRule,
    long enterprises,
    double coverage,
    Map<String, Long> missing,
    Map<String, Double> quantiles,
    List<Bar> histogram,
    double meanAgeDays,
    long oldestAgeDays,
    @Nullable Double stability,
    @Nullable String level) {
  private static final Map<String, Double> SHARES =
      Map.of(
          "p01", 0.01, "p05", 0.05, "p25", 0.25, "p50", 0.5, "p75", 0.75, "p95", 0.95, "p99", 0.99);

  static FeatureStatusView of(FeatureStatus status) {
    FeatureDefinition feature = status.feature();
    Distribution spread = status.distribution();
    Map<String, Long> missing = new TreeMap<>();
    for (MissingReason reason : MissingReason.values()) {
      if (reason != MissingReason.NONE) {
        missing.put(reason.name().toLowerCase(Locale.ROOT), spread.missing(reason));
      }
    }
    Map<String, Double> quantiles = new TreeMap<>();
    if (spread.present() > 0) {
      SHARES.forEach((name, share) -> quantiles.put(name, spread.quantile(share)));
      quantiles.put("min", spread.least());
      quantiles.put("max", spread.greatest());
    }
    return new FeatureStatusView(
        feature.name(),
        feature.titleZh(),
        feature.titleEn(),
        feature.unit().name().toLowerCase(Locale.ROOT),
        feature.windowMonths(),
        feature.feeds().stream().map(Feed::id).toList(),
        feature.missingRule(),
        spread.total(),
        spread.coverage(),
        missing,
        quantiles,
        Bar.histogram(spread),
        spread.meanAgeDays(status.asOf()),
        spread.oldestAgeDays(status.asOf()),
        status.stability().isPresent() ? (Double) status.stability().getAsDouble() : null,
        status.level().map(Enum::name).orElse(null));
  }
}
