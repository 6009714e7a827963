package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.Set;

/** Whoever can tell figures of a day (统计数来源). */
@FunctionalInterface
public interface FigureSource {
  /**
   * The figures as of a day. What stands is told as it stands on that day; what happens is counted
   * over the period in which the day lies, up to the day.
   *
   * @param wanted what is needed; others may be left out
   */
  FigureSet on(LocalDate asOf, Period period, Set<Figure> wanted);
}
