package org.xinyidai.engine.simulation.life;

/**
 * How a resident issues or receives invoices (开票习惯), drawn once for each side.
 *
 * @param countLog logarithm of the invoices expected in an even month
 * @param amountLog mean logarithm of an amount in yuan
 * @param amountSpread deviation of the logarithm of amounts
 * @param voidShare share made void in a healthy month
 * @param redShare share of red invoices
 * @param zeroTaxShare share without tax
 * @param capFen the largest amount that its invoices may carry (最高开票限额)
 * @param partnerEdge for its number of partners, the edge of their ranks: (n + 1) to the 1 - {@link
 *     InvoiceFace#RANK_EXPONENT}
 */
record Invoicing(
    double countLog,
    double amountLog,
    double amountSpread,
    double voidShare,
    double redShare,
    double zeroTaxShare,
    long capFen,
    double partnerEdge) {
  private static final double[] CAPS_YUAN = {1e4, 1e5, 1e6};
  private static final double MOST_VOID = 0.4;
  private static final double MOST_RED = 0.15;
  private static final double SIZE_IN_COUNTS = 0.55;
  private static final double SIZE_IN_AMOUNTS = 0.45;
  private static final int MONTHS_OF_PARTNERS = 36;

  /** Draws the habits of one side for a resident of the given size, in deviations. */
  static Invoicing draw(InvoiceSide side, double size, double volume, Dice dice) {
    InvoiceSide.Counts counts = side.counts();
    InvoiceSide.Amounts amounts = side.amounts();
    InvoiceSide.Shares shares = side.shares();
    double countLog =
        counts.mean()
            + counts.between() * mixed(SIZE_IN_COUNTS, size, dice)
            + StrictMath.log(volume);
    double amountLog = amounts.mean() + amounts.between() * mixed(SIZE_IN_AMOUNTS, size, dice);
    double spread = dice.lognormal(StrictMath.log(amounts.within()), amounts.withinSpread());
    double voided = dice.lognormal(StrictMath.log(shares.voided()), shares.voidedSpread());
    double red = dice.lognormal(StrictMath.log(shares.red()), shares.redSpread());
    double zero = zeroTaxShare(side, dice);
    double invoices = MONTHS_OF_PARTNERS * StrictMath.exp(countLog);
    double partners =
        StrictMath.exp(
            side.partners().intercept() + side.partners().power() * StrictMath.log(invoices + 1));
    return new Invoicing(
        countLog,
        amountLog,
        spread,
        Math.min(voided, MOST_VOID),
        Math.min(red, MOST_RED),
        zero,
        (long) (100 * cap(side, amountLog, dice)),
        StrictMath.pow(partners + 2, 1 - InvoiceFace.RANK_EXPONENT));
  }

  private static double mixed(double weight, double size, Dice dice) {
    return weight * size + Math.sqrt(1 - weight * weight) * dice.normal();
  }

  /** Most sellers write no invoice free of tax and a few write many; buyers all receive some. */
  private static double zeroTaxShare(InvoiceSide side, Dice dice) {
    double mean = side.shares().zeroTax();
    if (!side.isOutput()) {
      return Math.min(1, dice.lognormal(StrictMath.log(mean) - 0.5, 1));
    }
    return dice.chance(2 * mean) ? 0.1 + 0.8 * dice.uniform() : 0.0005;
  }

  /** Large sellers are allowed large invoices; sellers of others decide what one receives. */
  private static double cap(InvoiceSide side, double amountLog, Dice dice) {
    double draw = dice.uniform();
    if (!side.isOutput()) {
      return draw < 0.8 ? CAPS_YUAN[1] : CAPS_YUAN[2];
    }
    if (amountLog < 8.6) {
      return draw < 0.55 ? CAPS_YUAN[0] : CAPS_YUAN[1];
    }
    double large = amountLog > 11.2 ? 0.6 : 0.06;
    return draw < large ? CAPS_YUAN[2] : CAPS_YUAN[1];
  }
}
