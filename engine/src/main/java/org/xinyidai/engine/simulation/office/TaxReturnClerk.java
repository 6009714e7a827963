package org.xinyidai.engine.simulation.office;

import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.models.record.TaxDeclaration;

/**
 * Writes tax returns (纳税申报): in each month those of the period before, due on the 15th, and once
 * more those of the period before that which were filed too late.
 */
final class TaxReturnClerk extends Clerk {
  private static final int DUE_DAY = 15;
  private static final int TARDINESS = 1 << 16;

  private final int period = column("period");
  private final int taxType = column("taxType");
  private final int declaredSales = column("declaredSalesYuan");
  private final int payable = column("payableYuan");
  private final int dueOn = column("dueOn");
  private final int declaredOn = column("declaredOn");
  private final int relief = column("reliefYuan");

  TaxReturnClerk() {
    super(TaxDeclaration.FEED);
  }

  @Override
  int count(Visit visit) {
    return due(visit, 1) + (filedLate(visit) ? due(visit, 2) : 0);
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    int current = due(visit, 1);
    int back = item < current ? 1 : 2;
    Condition then = condition(visit, back);
    int place = item < current ? item : item - current;
    Dice dice = visit.dice(feed().number(), item);
    TaxBill bill = TaxBill.of(place, visit.resident(), then, dice);
    cells.month(period, bill.period()).text(taxType, bill.type().titleZh());
    cells.fen(declaredSales, slip(bill.declaredFen(), mistaken)).fen(payable, bill.payableFen());
    cells.day(dueOn, bill.period() + 1, DUE_DAY).fen(relief, bill.reliefFen());
    if (back == 2) {
      cells.day(declaredOn, visit.month(), 1 + visit.dice(feed().number(), item).below(20));
    } else if (!missesDeadline(visit, then)) {
      cells.day(declaredOn, visit.month(), filingDay(visit, then));
    }
  }

  private int due(Visit visit, int back) {
    Condition then = visit.before(back);
    return then == null || then.gone() ? 0 : TaxBill.count(visit.resident(), then);
  }

  private boolean filedLate(Visit visit) {
    Condition then = visit.before(2);
    return then != null && !visit.now().defaulted() && missesDeadline(visit, then);
  }

  /** Whether nothing is filed in the month after the period. */
  private boolean missesDeadline(Visit visit, Condition then) {
    double chance = 1 / (1 + StrictMath.exp(4.8 + 1.7 * then.health()));
    double all = then.defaulted() ? 0.6 : chance;
    return visit.dice(feed().number(), then.month(), TARDINESS).chance(all);
  }

  private int filingDay(Visit visit, Condition then) {
    Dice dice = visit.dice(feed().number(), then.month(), TARDINESS + 1);
    double late = 1 / (1 + StrictMath.exp(3.0 + 2.0 * then.health()));
    return dice.chance(late) ? DUE_DAY + 1 + dice.below(12) : DUE_DAY - dice.below(12);
  }

  private static Condition condition(Visit visit, int back) {
    @Nullable Condition then = visit.before(back);
    if (then == null) {
      throw new IllegalArgumentException("no row of that number");
    }
    return then;
  }
}
