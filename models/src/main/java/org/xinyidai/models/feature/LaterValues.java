package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.xinyidai.models.history.History;

/**
 * What waiting alone would make of the features of an enterprise (自然改善): values on later days with
 * no fact added. Answers "the earliest date it could pass" of a rule that was not met. Keeps what
 * it computed for each month asked; belongs to one thread.
 */
public final class LaterValues {
  /** The furthest month that may be asked: five years, beyond the longest window of any feature. */
  public static final int MAX_MONTHS = 60;

  private final FeatureSchema schema;
  private final Observation today;
  private final Map<Integer, Observation> later = new HashMap<>();

  public LaterValues(FeatureSchema schema, History history, LocalDate asOf) {
    this.schema = schema;
    this.today = new Observation(history, asOf);
  }

  /**
   * The value of a feature some months after {@code asOf}; NaN where it is missing by then.
   *
   * @param feature its position in the schema
   * @param months 0 to {@link #MAX_MONTHS}
   */
  public double value(int feature, int months) {
    return schema.features().get(feature).compute(at(months)).value();
  }

  /** The day that {@link #value} speaks of. */
  public LocalDate day(int months) {
    return at(months).asOf();
  }

  private Observation at(int months) {
    if (months < 0 || months > MAX_MONTHS) {
      throw new IllegalArgumentException("months ahead: 0 to " + MAX_MONTHS + ", not " + months);
    }
    return later.computeIfAbsent(months, today::later);
  }
}
