package org.xinyidai.engine.simulation.life;

/** What moves many residents at once (景气): the city's cycle, each trade's own, and the season. */
public final class Climate {
  /**
   * Invoices per month against the mean of the year, January first, with the dip of the Spring
   * Festival: means of 2018 and 2019 over enterprises with 60 invoices a year, data set cumcm2020c.
   */
  private static final double[] OUTPUT_SEASON = {
    1.24, 0.62, 0.92, 0.93, 0.92, 0.94, 1.02, 1.02, 0.99, 1.02, 1.14, 1.29
  };

  private static final double[] INPUT_SEASON = {
    0.99, 0.64, 1.00, 0.96, 0.99, 0.98, 1.03, 1.03, 1.04, 1.03, 1.16, 1.19
  };
  private static final double CITY_PERIOD_MONTHS = 54;
  private static final double TRADE_PERIOD_MONTHS = 38;
  private static final double CITY_SWING = 0.08;
  private static final int CITY = -1;

  private final long seed;

  public Climate(long seed) {
    this.seed = seed;
  }

  /** What the month adds to the health of everyone in a trade, in deviations. */
  double at(Trade trade, int month) {
    double city = CITY_SWING * wave(CITY, CITY_PERIOD_MONTHS, month);
    return city
        + trade.branch().swing() * wave(trade.code().hashCode(), TRADE_PERIOD_MONTHS, month);
  }

  /** Sales or purchases of a month of the year against the mean month. */
  public static double season(InvoiceSide side, int month) {
    return (side.isOutput() ? OUTPUT_SEASON : INPUT_SEASON)[Math.floorMod(month, 12)];
  }

  private double wave(int who, double period, int month) {
    double phase = (Dice.mix(seed ^ (who * 0x9E3779B97F4A7C15L)) >>> 11) * 0x1p-53;
    return StrictMath.sin(2 * StrictMath.PI * (month / period + phase));
  }
}
