package org.xinyidai.engine.simulation.office;

import java.time.LocalDate;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.models.record.CaseKind;
import org.xinyidai.models.record.CaseRole;
import org.xinyidai.models.record.CaseStatus;
import org.xinyidai.models.record.JudicialCase;

/**
 * Writes court cases (司法涉诉). Bad health brings suits before a default; the loan suit, the
 * enforcement and the mark of dishonesty come months after it, so they cannot tell a default in
 * advance.
 */
final class CourtClerk extends Clerk {
  private static final int SUED = 0;
  private static final int SUING = 1;
  private static final int CLOSED = 2;
  private static final int LOAN_SUIT = 3;
  private static final int ENFORCED = 4;
  private static final int DISHONEST = 5;
  private static final int KINDS = 6;
  private static final int AFTERMATH = -1;
  private static final int MOST_CASES = 8;

  private final int filedOn = column("filedOn");
  private final int caseNumber = column("caseNumber");
  private final int role = column("role");
  private final int kind = column("kind");
  private final int amount = column("amountYuan");
  private final int status = column("status");
  private final int dishonest = column("dishonest");
  private final int closedOn = column("closedOn");

  CourtClerk() {
    super(JudicialCase.FEED);
  }

  @Override
  int count(Visit visit) {
    int rows = 0;
    for (int what = 0; what < KINDS; what++) {
      rows += cases(visit, what);
    }
    return rows;
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    int what = 0;
    int place = item;
    while (place >= cases(visit, what)) {
      place -= cases(visit, what);
      what++;
    }
    int filed = what == CLOSED ? visit.month() - 3 : visit.month();
    int filedWhat = what == CLOSED ? SUED : what;
    if (what == DISHONEST) {
      filedWhat = ENFORCED;
      filed = defaultMonth(visit) + enforcedAfter(visit);
    }
    Dice dice = visit.dice(feed().number(), filed, filedWhat * MOST_CASES + place);
    LocalDate day = CityPlan.month(filed).atDay(1 + dice.below(28));
    double yuan = dice.lognormal(10.8 + 0.7 * visit.resident().means().size(), 1.3);
    cells.day(filedOn, day).text(kind, kind(filedWhat, dice).titleZh());
    cells.text(
        caseNumber,
        "（" + day.getYear() + "）模拟9901" + court(filedWhat) + number(visit, filedWhat, place));
    cells.text(role, role(filedWhat).titleZh()).fen(amount, slip(Math.round(yuan * 100), mistaken));
    cells.text(status, (what == CLOSED ? CaseStatus.CLOSED : CaseStatus.OPEN).titleZh());
    cells.flag(dishonest, what == DISHONEST);
    if (what == CLOSED) {
      cells.day(closedOn, visit.month(), 1 + dice.below(28));
    }
  }

  private int cases(Visit visit, int what) {
    Condition now = visit.now();
    return switch (what) {
      case SUED -> now.gone() ? 0 : sued(visit, now);
      case SUING -> now.gone() ? 0 : events(visit, now, what, 0.006);
      case CLOSED -> closed(visit);
      case LOAN_SUIT -> afterDefault(visit, 0.65, 1 + aftermath(visit, what).below(4));
      case ENFORCED -> afterDefault(visit, 0.75, enforcedAfter(visit));
      default ->
          afterDefault(visit, 0.45, enforcedAfter(visit) + 3 + aftermath(visit, what).below(6));
    };
  }

  private int sued(Visit visit, Condition then) {
    return events(visit, then, SUED, 0.008 * StrictMath.exp(-1.5 * then.health()));
  }

  private int events(Visit visit, Condition then, int what, double expected) {
    Dice dice = visit.dice(feed().number(), then.month(), what - KINDS);
    return Math.min(MOST_CASES, dice.events(expected));
  }

  /** Suits of three months before that end now: less than half are so quick. */
  private int closed(Visit visit) {
    Condition then = visit.before(3);
    if (then == null || then.gone()) {
      return 0;
    }
    int filed = sued(visit, then);
    return visit.dice(feed().number(), then.month(), CLOSED - KINDS).chance(0.4) ? filed : 0;
  }

  private int afterDefault(Visit visit, double share, int months) {
    return visit.now().monthsSinceDefault() == months && aftermath(visit, KINDS).chance(share)
        ? 1
        : 0;
  }

  private int enforcedAfter(Visit visit) {
    return 2 + aftermath(visit, ENFORCED).below(5);
  }

  private Dice aftermath(Visit visit, int what) {
    return visit.dice(feed().number(), 0, AFTERMATH - what);
  }

  private static int defaultMonth(Visit visit) {
    return visit.month() - visit.now().monthsSinceDefault();
  }

  private static CaseKind kind(int what, Dice dice) {
    if (what == ENFORCED) {
      return CaseKind.ENFORCEMENT;
    }
    if (what == LOAN_SUIT) {
      return CaseKind.LOAN_DISPUTE;
    }
    return switch (dice.weighted(0.7, 0.15, 0.1, 0.05)) {
      case 0 -> CaseKind.CONTRACT_DISPUTE;
      case 1 -> CaseKind.LABOUR_DISPUTE;
      case 2 -> CaseKind.OTHER;
      default -> CaseKind.ADMINISTRATIVE;
    };
  }

  private static CaseRole role(int what) {
    return what == ENFORCED
        ? CaseRole.EXECUTED
        : what == SUING ? CaseRole.PLAINTIFF : CaseRole.DEFENDANT;
  }

  private static String court(int what) {
    return what == ENFORCED ? "执" : "民初";
  }

  private static String number(Visit visit, int what, int place) {
    return visit.resident().index() + "-" + (what * MOST_CASES + place) + "号";
  }
}
