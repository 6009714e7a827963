package org.xinyidai.engine.simulation.life;

import org.jspecify.annotations.Nullable;

/**
 * Tells lives (编年): from a resident's first month to any later one, always in the same steps, so
 * that a month comes out the same whether it was reached alone or in passing. Not for two threads
 * at once.
 */
public final class Chronicle {
  /** Lives begin so long before the city's first month, that habits and debts have settled. */
  private static final int MONTHS_BEFORE_FIRST = 15;

  private final CityPlan plan;
  private final Climate climate;
  private final Dice dice;
  private final InvoiceFace face;

  public Chronicle(CityPlan plan) {
    this.plan = plan;
    climate = new Climate(plan.seed());
    dice = new Dice(plan.seed());
    face = new InvoiceFace(plan.seed());
  }

  /** The month in which a resident's life is told first. */
  public int beginning(Resident resident) {
    return Math.max(resident.foundedIn(), plan.first() - MONTHS_BEFORE_FIRST);
  }

  /** The condition one month after another; null before the resident's first month. */
  public @Nullable Condition next(Resident resident, @Nullable Condition before, int month) {
    if (before != null) {
      return before.next(resident, this);
    }
    return month == beginning(resident) ? Condition.first(resident, month, this) : null;
  }

  CityPlan plan() {
    return plan;
  }

  Climate climate() {
    return climate;
  }

  Dice dice() {
    return dice;
  }

  InvoiceFace face() {
    return face;
  }
}
