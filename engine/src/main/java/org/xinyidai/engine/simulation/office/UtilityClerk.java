package org.xinyidai.engine.simulation.office;

import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Obligation;
import org.xinyidai.engine.simulation.life.Resident;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.UtilityBill;

/**
 * Writes the bills of a utility (用能缴费) for each month, due on the 25th: use follows business, size
 * and trade; heat flows from November to March only.
 */
final class UtilityClerk extends Clerk {
  private static final int DUE_DAY = 25;
  private static final int ACCOUNT = -1;

  /**
   * A utility.
   *
   * @param quantityLog mean logarithm of a month's use in units
   * @param fenPerUnit the price
   * @param elasticity how use follows business
   * @param winterOnly whether nothing flows from April to October
   */
  record Meter(
      Feed<UtilityBill> feed,
      Obligation obligation,
      double quantityLog,
      long fenPerUnit,
      double elasticity,
      boolean winterOnly) {}

  static final Meter ELECTRICITY =
      new Meter(UtilityBill.ELECTRICITY, Obligation.ELECTRICITY, 7.7, 72, 0.85, false);
  static final Meter WATER = new Meter(UtilityBill.WATER, Obligation.WATER, 3.4, 410, 0.6, false);
  static final Meter GAS = new Meter(UtilityBill.GAS, Obligation.GAS, 5.2, 385, 0.8, false);
  static final Meter HEAT = new Meter(UtilityBill.HEAT, Obligation.HEAT, 3.2, 3800, 0.1, true);

  private final Meter meter;
  private final Arrears arrears;
  private final int period = column("period");
  private final int account = column("accountNumber");
  private final int quantity = column("quantity");
  private final int billed = column("billedYuan");
  private final int dueOn = column("dueOn");
  private final int paidOn = column("paidOn");
  private final int owed = column("arrearsYuan");

  UtilityClerk(Meter meter) {
    super(meter.feed());
    this.meter = meter;
    arrears = new Arrears(meter.obligation());
  }

  @Override
  int count(Visit visit) {
    if (visit.now().gone() || !flows(visit.month())) {
      return 0;
    }
    int settled = arrears.settled(visit);
    while (settled > 0 && !flows(visit.month() - settled)) {
      settled--;
    }
    return 1 + settled;
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    Condition then = arrears.of(visit, item);
    long milli = quantityMilli(visit, then);
    long billedFen = milli * meter.fenPerUnit / 1000;
    boolean unpaid = item == 0 && arrears.owed(visit);
    cells.month(period, then.month()).text(account, "").milli(quantity, milli);
    cells.numbered(account, "990", feed().number() * 1_000_000_000L + visit.resident().index(), 12);
    cells.fen(billed, slip(billedFen, mistaken)).day(dueOn, then.month(), DUE_DAY);
    if (unpaid) {
      cells.fen(owed, billedFen * Math.min(24, then.monthsBehind(meter.obligation)));
    } else {
      Dice dice = visit.dice(feed().number(), item);
      cells.day(paidOn, visit.month(), item == 0 ? day(then, dice) : 2 + dice.below(26));
      cells.fen(owed, 0);
    }
  }

  private boolean flows(int month) {
    return !meter.winterOnly || month % 12 >= 10 || month % 12 <= 2;
  }

  private long quantityMilli(Visit visit, Condition then) {
    Resident resident = visit.resident();
    double usual = visit.dice(feed().number(), 0, ACCOUNT).normal();
    double month = visit.dice(feed().number(), then.month(), ACCOUNT).normal();
    double log =
        meter.quantityLog
            + 0.8 * resident.means().size()
            + resident.trade().branch().energy()
            + 0.6 * usual
            + meter.elasticity * then.activity()
            + summer(then.month())
            + 0.12 * month;
    double units = StrictMath.exp(log) * (then.dormant() ? 0.15 : 1);
    return Math.round(units * 10) * 100;
  }

  /** Cooling in July and August, a short February. */
  private double summer(int month) {
    return switch (month % 12) {
      case 1 -> -0.25;
      case 6, 7 -> 0.18;
      default -> 0;
    };
  }

  private static int day(Condition now, Dice dice) {
    double late = 1 / (1 + StrictMath.exp(2.7 + 2.2 * now.health()));
    return dice.chance(late) ? DUE_DAY + 1 + dice.below(3) : DUE_DAY - dice.below(18);
  }
}
