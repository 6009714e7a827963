package org.xinyidai.models.match;

import java.time.LocalDate;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.Observation;
import org.xinyidai.models.history.History;

/**
 * Looks ahead on a history (历史前推): a feature on a later day, with no new fact. The positions of a
 * catalogue begin with those of its schema; every other attribute is unknown.
 */
public record HistoryAhead(FeatureSchema schema, History history, LocalDate asOf)
    implements FutureValues {
  @Override
  public double value(int position, int monthsAhead) {
    if (position >= schema.features().size()) {
      return Double.NaN;
    }
    Observation later = new Observation(history, asOf.plusMonths(monthsAhead));
    return schema.features().get(position).compute(later).value();
  }
}
