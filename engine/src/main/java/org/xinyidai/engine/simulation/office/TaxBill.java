package org.xinyidai.engine.simulation.office;

import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Resident;
import org.xinyidai.models.record.TaxType;
import org.xinyidai.models.subject.SubjectType;

/**
 * One tax of one period (税款): what is declared and what is to be paid. General taxpayers file
 * value-added tax every month, others with the quarter; income tax comes with the quarter, the
 * surcharge whenever there is value-added tax to pay.
 *
 * @param period month that ends the period, year x 12 + month - 1
 */
record TaxBill(TaxType type, int period, long declaredFen, long payableFen, long reliefFen) {
  private static final int PURPOSE = 1200;

  /** Small taxpayers are exempt up to this in a quarter. */
  private static final long EXEMPT_QUARTER_FEN = 300_000_00L;

  private static final double SMALL_RATE = 0.01;
  private static final double SURCHARGE_RATE = 0.06;

  /** Small firms pay 5% on profit. */
  private static final double INCOME_TAX_RATE = 0.05;

  private static final double USUAL_MARGIN = 0.06;

  /** How many taxes fall due for a period. */
  static int count(Resident resident, Condition condition) {
    boolean general = resident.means().generalTaxpayer();
    boolean quarterEnds = condition.month() % 3 == 2;
    return (general ? 2 : 0)
        + (quarterEnds ? (general ? 0 : 1) + (payIncomeTax(resident) ? 1 : 0) : 0);
  }

  /** A tax of a period, by its place below {@link #count}. */
  static TaxBill of(int place, Resident resident, Condition condition, Dice dice) {
    boolean general = resident.means().generalTaxpayer();
    if (place == 0 && (general || condition.month() % 3 == 2)) {
      return valueAdded(resident, condition, dice);
    }
    if (place == 1 && general) {
      TaxBill vat = valueAdded(resident, condition, dice);
      long surcharge = Math.round(vat.payableFen * SURCHARGE_RATE);
      return new TaxBill(TaxType.SURCHARGE, condition.month(), vat.payableFen, surcharge, 0);
    }
    return income(resident, condition, dice);
  }

  private static TaxBill valueAdded(Resident resident, Condition condition, Dice dice) {
    boolean general = resident.means().generalTaxpayer();
    dice.at(PURPOSE, resident.index(), condition.month(), 0);
    long sales = general ? condition.books().salesFen() : condition.books().quarterSalesFen();
    long declared = yuan(Math.max(0, sales) * honesty(condition, dice));
    if (general) {
      double share = resident.means().burden() * dice.lognormal(0, 0.35);
      return new TaxBill(TaxType.VAT, condition.month(), declared, yuan(declared * share), 0);
    }
    long tax = yuan(declared * SMALL_RATE);
    boolean exempt = declared <= EXEMPT_QUARTER_FEN || resident.trade().vatPercent() == 0;
    return new TaxBill(
        TaxType.VAT, condition.month(), declared, exempt ? 0 : tax, exempt ? tax : 0);
  }

  private static TaxBill income(Resident resident, Condition condition, Dice dice) {
    dice.at(PURPOSE, resident.index(), condition.month(), 1);
    long sales = Math.max(0, condition.books().quarterSalesFen());
    double margin = USUAL_MARGIN + 0.03 * condition.health() + 0.03 * dice.normal();
    long tax = yuan(sales * Math.max(0, margin) * INCOME_TAX_RATE);
    return new TaxBill(TaxType.CIT, condition.month(), yuan((double) sales), tax, 0);
  }

  /** What is declared of true sales: nearly all, less and less surely where health is bad. */
  private static double honesty(Condition condition, Dice dice) {
    double bad = Math.max(0, -condition.health());
    return Math.max(0.3, 1 - 0.02 * bad + (0.015 + 0.02 * bad) * dice.normal());
  }

  private static boolean payIncomeTax(Resident resident) {
    return resident.type() == SubjectType.FIRM || resident.type() == SubjectType.FARMER_COOPERATIVE;
  }

  /** Offices round a tax to the fen of a whole jiao. */
  private static long yuan(double fen) {
    return Math.round(fen / 10) * 10;
  }
}
