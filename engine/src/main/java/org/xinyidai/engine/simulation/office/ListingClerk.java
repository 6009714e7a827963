package org.xinyidai.engine.simulation.office;

import java.time.LocalDate;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;

/**
 * Writes entries on lists (名单列入): the sick enter the black list and that of serious dishonesty, the
 * healthy the red one; and exits of those who are repaired three months later, the earliest the law
 * allows.
 */
final class ListingClerk extends Clerk {
  private static final int REPAIR_MONTHS = 3;
  private static final int ENTERED = -1;
  private static final int REPAIRED = -2;
  private static final String[] BASES = {
    "《市场监督管理严重违法失信名单管理办法》第五条", "《重大税收违法失信主体信息公布管理办法》第六条", "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第五条"
  };

  private final int decidedOn = column("decidedOn");
  private final int list = column("list");
  private final int action = column("action");
  private final int document = column("documentNumber");
  private final int basis = column("legalBasis");
  private final int authority = column("authority");

  ListingClerk() {
    super(Listing.FEED);
  }

  @Override
  int count(Visit visit) {
    return visit.now().gone() ? 0 : entered(visit, visit.now()) + repaired(visit);
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    boolean repair = item >= entered(visit, visit.now());
    Condition then = repair ? visit.before(REPAIR_MONTHS) : visit.now();
    int month = then == null ? visit.month() : then.month();
    Dice dice = visit.dice(feed().number(), month, 0);
    LocalDate day = CityPlan.month(month).atDay(1 + dice.below(28));
    boolean healthy = then != null && then.health() > 1;
    CreditListKind kind =
        healthy
            ? CreditListKind.RED
            : dice.chance(0.6) ? CreditListKind.BLACK : CreditListKind.SERIOUSLY_DISHONEST;
    cells.text(list, kind.titleZh());
    cells.text(
        document, "模拟名单〔" + day.getYear() + "〕" + visit.resident().index() + "-" + month + "号");
    cells.text(basis, healthy ? "《关于建立完善守信联合激励和失信联合惩戒制度的指导意见》" : BASES[dice.below(BASES.length)]);
    cells.text(authority, mistaken ? "市场监督管理局（误填）" : "市场监督管理局");
    if (repair) {
      cells.text(action, ListingAction.REPAIRED.titleZh());
      cells.day(decidedOn, visit.month(), 1 + dice.below(28));
    } else {
      cells.text(action, ListingAction.ENTERED.titleZh());
      cells.day(decidedOn, day);
    }
  }

  private int entered(Visit visit, Condition then) {
    double health = then.health();
    double expected = health > 1 ? 0.004 : 0.0012 * StrictMath.exp(-0.7 * health);
    Dice dice = visit.dice(feed().number(), then.month(), ENTERED);
    return Math.min(1, dice.events(expected));
  }

  private int repaired(Visit visit) {
    Condition then = visit.before(REPAIR_MONTHS);
    if (then == null || then.gone() || then.health() > 1) {
      return 0;
    }
    int entered = entered(visit, then);
    return visit.dice(feed().number(), then.month(), REPAIRED).chance(0.35) ? entered : 0;
  }
}
