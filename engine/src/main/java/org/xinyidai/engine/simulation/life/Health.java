package org.xinyidai.engine.simulation.life;

/**
 * The hidden health of a resident in a month (隐含经营健康度), about normal over the city. Everything that
 * offices see follows from it with noise, and so does default; no record tells it.
 *
 * @param shock the part that comes and goes: first-order autoregressive, deviation 1
 * @param level quality, shock, trade and city together
 * @param activity logarithm of business against the usual, which follows the level slowly
 * @param staffLog logarithm of headcount against the usual
 * @param dormant whether it did no business this month
 * @param defaultedIn month of its default, 0 while it has not
 * @param closedIn month it left the register, 0 while it stands
 */
record Health(
    double shock,
    double level,
    double activity,
    double staffLog,
    boolean dormant,
    int defaultedIn,
    int closedIn) {
  /** Kept from month to month: half of a shock is gone after almost six years. */
  static final double PERSISTENCE = 0.99;

  private static final double QUALITY_WEIGHT = 0.50;
  private static final double SHOCK_WEIGHT = 0.90;
  private static final double HAZARD = 0.0008;
  private static final double HAZARD_SLOPE = 4.8;
  private static final double MOST_HAZARD = 0.30;
  private static final double ACTIVITY_PER_LEVEL = 0.65;
  private static final double ACTIVITY_KEPT = 0.80;
  private static final double AFTER_DEFAULT = -1.0;

  /** The first month: drawn as if the process had always run. */
  static Health first(Resident resident, int month, Climate climate, Dice dice) {
    dice.at(Dice.SHOCK, resident.index(), month, 0);
    double shock = dice.normal();
    double level = level(resident, month, climate, shock);
    return new Health(shock, level, ACTIVITY_PER_LEVEL * level, 0.05 * level, false, 0, 0);
  }

  /** The next month. Nobody leaves the register before the first month with records. */
  Health next(Resident resident, int month, int firstMonth, Climate climate, Dice dice) {
    dice.at(Dice.SHOCK, resident.index(), month, 0);
    double moved = PERSISTENCE * shock + Math.sqrt(1 - PERSISTENCE * PERSISTENCE) * dice.normal();
    double newLevel = level(resident, month, climate, moved);
    double target = ACTIVITY_PER_LEVEL * newLevel + (defaultedIn > 0 ? AFTER_DEFAULT : 0);
    double newActivity =
        ACTIVITY_KEPT * activity + (1 - ACTIVITY_KEPT) * target + 0.07 * dice.normal();
    double staff =
        0.97 * staffLog + 0.03 * newLevel + 0.015 * dice.normal() - (defaultedIn > 0 ? 0.12 : 0);
    double idle = dormant ? 0.5 : Math.min(0.35, 0.055 * StrictMath.exp(-1.0 * newLevel));
    boolean nowDormant = dice.chance(idle);
    boolean leaves = dice.chance(leaving(month)) && month >= firstMonth;
    int closed = closedIn > 0 ? closedIn : leaves ? month : 0;
    return new Health(moved, newLevel, newActivity, staff, nowDormant, defaultedIn, closed);
  }

  /** Adds the default of this month, where there is one: drawn apart, so that it can be retuned. */
  Health withDefault(Resident resident, int month, Dice dice) {
    if (defaultedIn > 0 || closedIn > 0) {
      return this;
    }
    dice.at(Dice.DEFAULT, resident.index(), month, 0);
    return dice.chance(hazard(level))
        ? new Health(shock, level, activity, staffLog, dormant, month, closedIn)
        : this;
  }

  /** The chance to default within the month, falling with health. */
  static double hazard(double level) {
    return Math.min(MOST_HAZARD, HAZARD * StrictMath.exp(-HAZARD_SLOPE * level));
  }

  private double leaving(int month) {
    return defaultedIn > 0 && month > defaultedIn + 3 ? 0.045 : 0.0015;
  }

  private static double level(Resident resident, int month, Climate climate, double shock) {
    return QUALITY_WEIGHT * resident.means().quality()
        + SHOCK_WEIGHT * shock
        + climate.at(resident.trade(), month);
  }
}
