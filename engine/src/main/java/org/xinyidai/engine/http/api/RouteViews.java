package org.xinyidai.engine.http.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.dispute.RepairRoute;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.record.SourceRecord;

/** The way out of an adverse record, as the API shows it beside the record (信用修复路径, E3). */
final class RouteViews {
  private RouteViews() {}

  /** Null for a record that blames nobody. */
  static @Nullable TextView of(SourceRecord record) {
    return RepairRoute.of(record).map(RouteViews::view).orElse(null);
  }

  /** Null for a feature that counts nothing adverse that can be repaired. */
  static @Nullable TextView ofFeature(String name) {
    return FeatureCatalogue.CURRENT.features().stream()
        .filter(feature -> feature.name().equals(name))
        .flatMap(feature -> feature.feeds().stream())
        .map(RepairRoute::of)
        .flatMap(Optional::stream)
        .findFirst()
        .map(RouteViews::view)
        .orElse(null);
  }

  private static TextView view(RepairRoute route) {
    return new TextView(route.zh(), route.en());
  }
}
