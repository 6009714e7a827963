package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.time.YearMonth;
import org.xinyidai.models.history.History;

/**
 * A history seen on a day (观察时点). Flows are taken over whole calendar months, ended by {@link
 * #lastMonth}; events are taken to the very day.
 */
public final class Observation {
  private final History history;
  private final LocalDate asOf;

  public Observation(History history, LocalDate asOf) {
    this.history = history;
    this.asOf = asOf;
  }

  public History history() {
    return history;
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** The newest whole month: that of the day itself when the day ends it, else the one before. */
  public YearMonth lastMonth() {
    YearMonth month = YearMonth.from(asOf);
    return month.atEndOfMonth().equals(asOf) ? month : month.minusMonths(1);
  }
}
