package org.xinyidai.models.distribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinyidai.models.feature.FeatureSchema;

/**
 * What moved since a base period (漂移报告, D5): every feature in every month, and the shifts gathered
 * to feed, district and month.
 *
 * @param movements in the order of months, then of the schema
 * @param episodes the newest first, then the greatest
 */
public record DriftReport(
    FeatureSchema schema,
    LocalDate base,
    List<LocalDate> months,
    List<Movement> movements,
    List<Episode> episodes) {
  public DriftReport {
    months = List.copyOf(months);
    movements = List.copyOf(movements);
    episodes = List.copyOf(episodes);
  }

  /**
   * Compares months with a base.
   *
   * @param months populations, one a month
   */
  public static DriftReport of(Population base, List<Population> months) {
    List<Population> ordered = new ArrayList<>(months);
    ordered.sort(Comparator.comparing(Population::asOf));
    FeatureSchema schema = base.schema();
    List<Movement> movements = new ArrayList<>();
    Attribution attribution = new Attribution(schema);
    for (Population month : ordered) {
      List<Movement> ofMonth = new ArrayList<>();
      for (int feature = 0; feature < schema.features().size(); feature++) {
        // A feature that the base did not have yet has not moved.
        if (base.of(feature).total() > 0) {
          ofMonth.add(Movement.of(feature, base, month));
        }
      }
      attribution.month(month.asOf(), ofMonth);
      movements.addAll(ofMonth);
    }
    List<LocalDate> days = ordered.stream().map(Population::asOf).toList();
    return new DriftReport(schema, base.asOf(), days, movements, attribution.episodes());
  }
}
