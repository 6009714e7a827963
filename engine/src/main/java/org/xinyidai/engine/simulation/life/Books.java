package org.xinyidai.engine.simulation.life;

/**
 * The books of a resident in a month (账面): what its invoices add up to. Where it writes none, sales
 * are what its business would bring.
 *
 * @param outputs number of invoices issued
 * @param inputs number of invoices received
 * @param salesFen invoiced and other sales of the month without tax
 * @param invoicedFen the invoiced part of sales: valid invoices, red ones taken off
 * @param purchasesFen invoiced purchases of the month without tax
 * @param quarterSalesFen sales of the quarter up to this month
 * @param yearSalesFen sales of the year up to this month
 * @param lastYearSalesFen sales of the whole year before
 */
public record Books(
    int outputs,
    int inputs,
    long salesFen,
    long invoicedFen,
    long purchasesFen,
    long quarterSalesFen,
    long yearSalesFen,
    long lastYearSalesFen) {
  static final Books NONE = new Books(0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * More invoices than this are not written in one month: the largest of the real set has fewer.
   */
  private static final int MOST_INVOICES = 4000;

  private static final double SHARE_WITHOUT_INVOICE = 0.12;

  /** The books one month on. */
  Books next(Resident resident, Condition condition, InvoiceFace face, Dice dice) {
    int outputCount = count(InvoiceSide.OUTPUT, resident, condition, dice);
    int inputCount = count(InvoiceSide.INPUT, resident, condition, dice);
    long invoiced = sum(InvoiceSide.OUTPUT, outputCount, resident, condition, face);
    long purchases = sum(InvoiceSide.INPUT, inputCount, resident, condition, face);
    long sales = outputCount > 0 ? invoiced : expectedFen(resident, condition);
    sales += (long) (Math.max(0, sales) * SHARE_WITHOUT_INVOICE * dice.uniform());
    boolean newYear = condition.month() % 12 == 0;
    boolean newQuarter = condition.month() % 3 == 0;
    return new Books(
        outputCount,
        inputCount,
        sales,
        invoiced,
        purchases,
        sales + (newQuarter ? 0 : quarterSalesFen),
        sales + (newYear ? 0 : yearSalesFen),
        newYear ? yearSalesFen : lastYearSalesFen);
  }

  private static int count(InvoiceSide side, Resident resident, Condition condition, Dice dice) {
    dice.at(Dice.COUNT + side.feed().number(), resident.index(), condition.month(), 0);
    if (condition.dormant() || condition.gone() || !resident.isKnownTo(side.feed())) {
      return 0;
    }
    double log =
        resident.invoicing(side).countLog()
            + condition.activity()
            + StrictMath.log(Climate.season(side, condition.month()))
            + side.counts().within() * dice.normal();
    return Math.min(MOST_INVOICES, dice.events(StrictMath.exp(log)));
  }

  private static long sum(
      InvoiceSide side, int count, Resident resident, Condition condition, InvoiceFace face) {
    long sum = 0;
    for (int item = 0; item < count; item++) {
      face.drawAmounts(resident, condition, side, item);
      sum += face.isVoid() ? 0 : face.amountFen();
    }
    return sum;
  }

  /** Sales of a resident without invoices: the mean of what its invoices would be. */
  private static long expectedFen(Resident resident, Condition condition) {
    if (condition.dormant() || condition.gone() || resident.isKnownTo(InvoiceSide.OUTPUT.feed())) {
      return 0;
    }
    Invoicing habits = resident.output();
    double log = habits.countLog() + habits.amountLog() + 1.4 * condition.activity();
    return (long)
        (100 * StrictMath.exp(log) * Climate.season(InvoiceSide.OUTPUT, condition.month()));
  }
}
