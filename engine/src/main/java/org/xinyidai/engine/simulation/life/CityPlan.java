package org.xinyidai.engine.simulation.life;

import java.time.YearMonth;

/**
 * What fixes every life in a simulated city: two cities of one plan agree on all residents and
 * months that both have.
 *
 * @param firstMonth the first month with records; residents and defaults are drawn around it
 * @param volume invoices against the real set that the shapes come from: 1 is as many
 */
public record CityPlan(long seed, YearMonth firstMonth, double volume) {
  public CityPlan {
    if (!(volume > 0 && volume <= 1)) {
      throw new IllegalArgumentException("volume is above 0 and at most 1: " + volume);
    }
  }

  /** The first month as year x 12 + month - 1, the way months are counted in the simulation. */
  public int first() {
    return month(firstMonth);
  }

  /** A month as year x 12 + month - 1. */
  public static int month(YearMonth month) {
    return month.getYear() * 12 + month.getMonthValue() - 1;
  }

  /** The month of a number. */
  public static YearMonth month(int month) {
    return YearMonth.of(month / 12, month % 12 + 1);
  }
}
