package org.xinyidai.engine.simulation.life;

/**
 * What a resident must pay every month (月度应缴事项), and how soon it is skipped when health is bad: the
 * chance of falling behind is logistic in health.
 */
public enum Obligation {
  TAX(0, -3.1, 2.2),
  ELECTRICITY(1, -4.0, 1.8),
  WATER(2, -3.8, 1.6),
  GAS(3, -3.9, 1.6),
  HEAT(4, -3.6, 1.5),
  SOCIAL_SECURITY(5, -3.3, 2.2),
  HOUSING_FUND(6, -3.8, 1.8);

  /** Months behind are kept up to this: older debts are told by their amount. */
  static final int MOST_MONTHS = 60;

  private static final Obligation[] ALL = values();
  private static final int BITS = 8;

  private final int place;
  private final double base;
  private final double slope;

  Obligation(int place, double base, double slope) {
    this.place = place;
    this.base = base;
    this.slope = slope;
  }

  /** Months behind, read from the packed form of a {@link Condition}. */
  int monthsBehind(long packed) {
    return (int) ((packed >>> (place * BITS)) & 0xFF);
  }

  /** All obligations after one more month, packed. */
  static long step(long before, double liquidity, boolean insolvent, Dice dice) {
    long packed = 0;
    for (Obligation obligation : ALL) {
      int behind = obligation.monthsBehind(before);
      double stays = behind > 0 ? 0.45 - 0.18 * liquidity : 0;
      double falls = 1 / (1 + StrictMath.exp(obligation.slope * liquidity - obligation.base));
      double skips = insolvent ? 0.85 : Math.max(stays, falls);
      long months = dice.chance(skips) ? Math.min(behind + 1, MOST_MONTHS) : 0;
      packed |= months << (obligation.place * BITS);
    }
    return packed;
  }
}
