package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.LaterValues;
import org.xinyidai.models.history.History;
import org.xinyidai.models.product.AttributeCatalogue;

/**
 * The values of an enterprise on later days when nothing new happens (未来取值), for "from when could
 * it pass". A port: the caller computes the features again on the same history.
 */
@FunctionalInterface
public interface FutureValues {
  /** How far ahead a date is told; beyond three years nobody plans on it. */
  int MAX_MONTHS_AHEAD = 36;

  /** Nothing is known of later days. */
  FutureValues UNKNOWN = (position, monthsAhead) -> Double.NaN;

  /**
   * Looks ahead on the features of a history; every other attribute is unknown. Many products ask
   * for the same feature, so each value is computed once; belongs to one thread.
   *
   * @param schema that of the catalogue, whose positions begin with its features
   */
  static FutureValues of(FeatureSchema schema, History history, LocalDate asOf) {
    LaterValues later = new LaterValues(schema, history, asOf);
    int features = schema.features().size();
    Map<Integer, Double> kept = new HashMap<>();
    return (position, monthsAhead) ->
        position < features
            ? kept.computeIfAbsent(
                position * (MAX_MONTHS_AHEAD + 1) + monthsAhead,
                key -> later.value(position, monthsAhead))
            : Double.NaN;
  }

  /**
   * The same, and of derived attributes what follows from the features alone.
   *
   * @param catalogue that of the schema
   */
  static FutureValues of(
      AttributeCatalogue catalogue, FeatureSchema schema, History history, LocalDate asOf) {
    FutureValues features = of(schema, history, asOf);
    return (position, monthsAhead) ->
        position < schema.features().size()
            ? features.value(position, monthsAhead)
            : catalogue.derive(
                position,
                name -> {
                  OptionalInt feature = schema.position(name);
                  return feature.isEmpty()
                      ? Double.NaN
                      : features.value(feature.getAsInt(), monthsAhead);
                });
  }

  /**
   * The value of an attribute some months later; NaN where it cannot be known.
   *
   * @param position of the attribute in the catalogue
   * @param monthsAhead 1 to {@link #MAX_MONTHS_AHEAD}, counted from the candidate's day
   */
  double value(int position, int monthsAhead);
}
