package org.xinyidai.engine.simulation.office;

import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Obligation;
import org.xinyidai.models.record.TaxPayment;

/**
 * Writes payments of tax (税款缴纳): in each month what fell due for the period before, paid or owed,
 * and once more what was owed and is now settled.
 */
final class TaxPaymentClerk extends Clerk {
  private static final int DUE_DAY = 15;
  private static final int MOST_TAXES = 4;
  private static final int PART = 1 << 16;
  private static final Arrears ARREARS = new Arrears(Obligation.TAX);

  private final int period = column("period");
  private final int taxType = column("taxType");
  private final int paid = column("paidYuan");
  private final int overdue = column("overdueYuan");
  private final int dueOn = column("dueOn");
  private final int paidOn = column("paidOn");
  private final int receipt = column("receiptNumber");

  TaxPaymentClerk() {
    super(TaxPayment.FEED);
  }

  @Override
  int count(Visit visit) {
    int rows = 0;
    for (int back = 0; back <= ARREARS.settled(visit); back++) {
      rows += taxes(visit, back);
    }
    return rows;
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    int back = 0;
    int place = item;
    while (place >= taxes(visit, back)) {
      place -= taxes(visit, back);
      back++;
    }
    TaxBill bill = bill(visit, back, place);
    Dice dice = visit.dice(feed().number(), bill.period(), PART + place);
    boolean owed = back == 0 && ARREARS.owed(visit);
    long paidFen = owed ? partPaid(bill.payableFen(), dice) : bill.payableFen();
    cells.month(period, bill.period()).text(taxType, bill.type().titleZh());
    cells.fen(paid, slip(paidFen, mistaken)).fen(overdue, bill.payableFen() - paidFen);
    cells.day(dueOn, bill.period() + 1, DUE_DAY);
    if (paidFen == bill.payableFen()) {
      cells.day(paidOn, visit.month(), back == 0 ? day(visit.now(), dice) : 3 + dice.below(25));
    } else if (paidFen > 0) {
      cells.day(paidOn, visit.month(), DUE_DAY - dice.below(8));
    }
    long number = bill.period() * 10L + place;
    cells.numbered(receipt, "399", number * 1_000_000_000L + visit.resident().index(), 15);
  }

  /** Most who owe have paid nothing; some a part. */
  private static long partPaid(long payableFen, Dice dice) {
    return dice.chance(0.3) ? (long) (payableFen * (0.2 + 0.6 * dice.uniform())) : 0;
  }

  private static int day(Condition now, Dice dice) {
    double late = 1 / (1 + StrictMath.exp(3.3 + 1.8 * now.health()));
    return dice.chance(late) ? DUE_DAY + 1 + dice.below(12) : DUE_DAY - dice.below(12);
  }

  /** Taxes with something to pay; a row is sent for no other. */
  private int taxes(Visit visit, int back) {
    Condition then = visit.before(back + 1);
    if (then == null || then.gone()) {
      return 0;
    }
    int taxes = 0;
    for (int place = 0; place < TaxBill.count(visit.resident(), then); place++) {
      Dice dice = visit.dice(feed().number(), 0);
      taxes += TaxBill.of(place, visit.resident(), then, dice).payableFen() > 0 ? 1 : 0;
    }
    return taxes;
  }

  private TaxBill bill(Visit visit, int back, int place) {
    @Nullable Condition then = visit.before(back + 1);
    int left = place;
    for (int i = 0; then != null && i < MOST_TAXES; i++) {
      Dice dice = visit.dice(feed().number(), 0);
      TaxBill bill = TaxBill.of(i, visit.resident(), then, dice);
      if (bill.payableFen() > 0 && left-- == 0) {
        return bill;
      }
    }
    throw new IllegalArgumentException("no row of that number");
  }
}
