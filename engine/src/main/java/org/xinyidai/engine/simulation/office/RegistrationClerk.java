package org.xinyidai.engine.simulation.office;

import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Resident;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.RegistrationChange;

/**
 * Writes the register (经营主体登记): everyone as they stand in the first month, founding, the annual
 * report between February and June, changes, and the end.
 */
final class RegistrationClerk extends Clerk {
  private static final int EVENTS = 6;
  private static final int CAPITAL = -1;
  private static final int LAST_DAY = 28;
  private static final double[] CHANGE_WEIGHTS = {3, 2, 1, 2.5, 0.7, 2};
  private static final RegistrationChange[] CHANGES = {
    RegistrationChange.LEGAL_REPRESENTATIVE,
    RegistrationChange.SHAREHOLDER,
    RegistrationChange.CAPITAL,
    RegistrationChange.ADDRESS,
    RegistrationChange.NAME,
    RegistrationChange.SCOPE
  };

  private final int recordedOn = column("recordedOn");
  private final int change = column("change");
  private final int name = column("name");
  private final int foundedOn = column("foundedOn");
  private final int status = column("status");
  private final int industry = column("industryCode");
  private final int division = column("divisionCode");
  private final int type = column("subjectType");
  private final int capital = column("capitalYuan");
  private final int employees = column("employees");
  private final int revenue = column("revenueYuan");
  private final int assets = column("assetsYuan");

  RegistrationClerk() {
    super(MarketRegistration.FEED);
  }

  @Override
  int count(Visit visit) {
    int rows = 0;
    for (int event = 0; event < EVENTS; event++) {
      rows += happens(visit, event) ? 1 : 0;
    }
    return rows;
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    int event = -1;
    for (int left = item; left >= 0; left--) {
      do {
        event++;
      } while (!happens(visit, event));
    }
    Resident resident = visit.resident();
    Condition now = visit.now();
    RegistrationChange what = what(visit, event);
    int earliest = now.month() == resident.foundedIn() ? resident.foundedOn().getDayOfMonth() : 1;
    // Those who stand in the register are sent on the first day, so that no later report is the
    // same.
    int later = Math.max(2, earliest);
    int day = later + visit.dice(feed().number(), event).below(LAST_DAY + 1 - later);
    cells.day(recordedOn, visit.month(), event <= 1 ? earliest : day).text(change, what.titleZh());
    cells.text(name, resident.name()).day(foundedOn, resident.foundedOn());
    cells.text(status, status(visit, event).titleZh());
    cells.text(industry, resident.trade().code()).text(division, resident.district().code());
    cells.text(type, resident.type().titleZh());
    cells.fen(capital, slip(capitalFen(visit), mistaken));
    if (what == RegistrationChange.SNAPSHOT) {
      cells.count(employees, now.staff(resident));
      long lastYear = Math.max(0, now.books().lastYearSalesFen());
      cells.fen(revenue, lastYear).fen(assets, Math.round(lastYear * 0.7) + capitalFen(visit) / 3);
    }
  }

  /** Whether one of the kinds of event comes to pass in the visited month. */
  private boolean happens(Visit visit, int event) {
    Condition now = visit.now();
    Resident resident = visit.resident();
    boolean newcomer = now.month() == resident.foundedIn();
    if (now.gone()) {
      return false;
    }
    Dice dice = visit.dice(feed().number(), event + EVENTS);
    return switch (event) {
      case 0 -> visit.isFirst() && !newcomer;
      case 1 -> newcomer;
      case 2 -> !newcomer && reports(visit);
      case 3 -> dice.chance(0.006 + 0.006 * StrictMath.exp(-0.5 * now.health()));
      case 4 -> now.monthsSinceDefault() == 6 || dice.chance(abnormal(now));
      default -> now.closing();
    };
  }

  private static double abnormal(Condition now) {
    return 0.0012 * StrictMath.exp(-0.6 * now.health());
  }

  /** A resident keeps to its month of the year; those in bad health tend to let it pass. */
  private boolean reports(Visit visit) {
    Dice dice = visit.dice(feed().number(), 0, CAPITAL);
    int month = 1 + dice.below(5);
    boolean due = visit.month() % 12 == month && visit.month() - 12 >= visit.resident().foundedIn();
    double kept = 1 / (1 + StrictMath.exp(-2.6 - 0.7 * visit.now().health()));
    return due && !visit.now().defaulted() && visit.dice(feed().number(), EVENTS).chance(kept);
  }

  private RegistrationChange what(Visit visit, int event) {
    return switch (event) {
      case 0, 2 -> RegistrationChange.SNAPSHOT;
      case 1 -> RegistrationChange.FOUNDED;
      case 3 -> CHANGES[visit.dice(feed().number(), event).weighted(CHANGE_WEIGHTS)];
      default -> RegistrationChange.STATUS;
    };
  }

  private static EnterpriseStatus status(Visit visit, int event) {
    return switch (event) {
      case 4 -> EnterpriseStatus.ABNORMAL;
      case 5 -> visit.now().defaulted() ? EnterpriseStatus.REVOKED : EnterpriseStatus.DEREGISTERED;
      default -> EnterpriseStatus.ACTIVE;
    };
  }

  private long capitalFen(Visit visit) {
    Dice dice = visit.dice(feed().number(), 0, CAPITAL - 1);
    double yuan = dice.lognormal(13.1 + 0.8 * visit.resident().means().size(), 0.8);
    return Math.round(yuan / 1e4) * 1_000_000;
  }
}
