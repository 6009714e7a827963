package org.xinyidai.models.uptake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures of one day and place (当日统计数), each with where it comes from. */
public final class FigureSet {
  private final Map<String, FigureValue> values;

  private FigureSet(Map<String, FigureValue> values) {
    this.values = values;
  }

  /** Figures by id; a later one of the same id replaces an earlier one. */
  public static FigureSet of(Collection<FigureValue> values) {
    Map<String, FigureValue> byId = new LinkedHashMap<>();
    values.forEach(value -> byId.put(value.figure().id(), value));
    return new FigureSet(byId);
  }

  /** The number; empty where it is not known. */
  public Optional<Long> find(Figure figure) {
    return value(figure).known();
  }

  /** The number with its origin; one that is not known where nothing was told. */
  public FigureValue value(Figure figure) {
    return values.getOrDefault(figure.id(), FigureValue.missing(figure));
  }
}
