package org.xinyidai.engine.simulation.office;

import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Obligation;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.HousingFund;
import org.xinyidai.models.record.SocialSecurity;

/** Writes contributions for staff (社会保险、住房公积金): persons, what is to be paid, and what was. */
final class ContributionClerk extends Clerk {
  private static final int DUE_DAY = 25;
  private static final int HABIT = -1;

  /**
   * A fund.
   *
   * @param persons column with the number of persons
   * @param share share of the staff that is insured, on average
   * @param personFen contribution for one person and month
   */
  record Fund(Feed<?> feed, Obligation obligation, String persons, double share, long personFen) {}

  static final Fund SOCIAL_SECURITY =
      new Fund(SocialSecurity.FEED, Obligation.SOCIAL_SECURITY, "insuredPersons", 0.85, 1_420_00);
  static final Fund HOUSING_FUND =
      new Fund(HousingFund.FEED, Obligation.HOUSING_FUND, "contributors", 0.65, 760_00);

  private final Fund fund;
  private final Arrears arrears;
  private final int period = column("period");
  private final int persons;
  private final int payable = column("payableYuan");
  private final int paid = column("paidYuan");
  private final int dueOn = column("dueOn");
  private final int paidOn = column("paidOn");
  private final int arrearsMonths = column("arrearsMonths");

  ContributionClerk(Fund fund) {
    super(fund.feed());
    this.fund = fund;
    arrears = new Arrears(fund.obligation());
    persons = column(fund.persons());
  }

  @Override
  int count(Visit visit) {
    return visit.now().gone() ? 0 : 1 + arrears.settled(visit);
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    Condition then = arrears.of(visit, item);
    double share = fund.share + 0.12 * visit.dice(feed().number(), 0, HABIT).normal();
    double insured = then.staff(visit.resident()) * Math.min(1, Math.max(0.2, share));
    long count = Math.max(1, Math.round(insured));
    int wage = 90 + visit.dice(feed().number(), 0, HABIT).below(50);
    long payableFen = count * fund.personFen * wage / 100;
    boolean unpaid = item == 0 && arrears.owed(visit);
    cells.month(period, then.month()).count(persons, mistaken ? count + 1 : count);
    cells.fen(payable, payableFen).fen(paid, unpaid ? 0 : payableFen);
    cells.day(dueOn, then.month(), DUE_DAY);
    cells.count(arrearsMonths, unpaid ? then.monthsBehind(fund.obligation) : 0);
    if (!unpaid) {
      Dice dice = visit.dice(feed().number(), item);
      cells.day(paidOn, visit.month(), item == 0 ? day(then, dice) : 2 + dice.below(26));
    }
  }

  private static int day(Condition now, Dice dice) {
    double late = 1 / (1 + StrictMath.exp(2.9 + 1.9 * now.health()));
    return dice.chance(late) ? DUE_DAY + 1 + dice.below(3) : DUE_DAY - dice.below(15);
  }
}
