package org.xinyidai.engine.simulation.office;

import java.time.LocalDate;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltyKind;
import org.xinyidai.models.record.PenaltySeverity;

/** Writes penalties (行政处罚), and once more those that are repaired three months later. */
final class PenaltyClerk extends Clerk {
  private static final int REPAIR_MONTHS = 3;
  private static final int NUMBER = -1;
  private static final int REPAIRED = -2;
  private static final int MOST = 4;
  private static final String[] BASES = {
    "《中华人民共和国安全生产法》", "《中华人民共和国产品质量法》", "《中华人民共和国税收征收管理法》", "《中华人民共和国广告法》"
  };

  private final int decidedOn = column("decidedOn");
  private final int document = column("documentNumber");
  private final int kind = column("kind");
  private final int severity = column("severity");
  private final int basis = column("legalBasis");
  private final int fine = column("fineYuan");
  private final int repairedOn = column("repairedOn");

  PenaltyClerk() {
    super(Penalty.FEED);
  }

  @Override
  int count(Visit visit) {
    return visit.now().gone() ? 0 : decided(visit, visit.now()) + repaired(visit);
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    int fresh = decided(visit, visit.now());
    boolean repair = item >= fresh;
    int place = repair ? item - fresh : item;
    int month = repair ? visit.month() - REPAIR_MONTHS : visit.month();
    Dice dice = visit.dice(feed().number(), month, place);
    LocalDate day = CityPlan.month(month).atDay(1 + dice.below(28));
    PenaltySeverity weight = PenaltySeverity.ALL.get(dice.weighted(0.5, 0.42, 0.08));
    cells.day(decidedOn, day).text(severity, weight.titleZh());
    cells.text(
        document, "模拟罚字〔" + day.getYear() + "〕" + visit.resident().index() + "-" + place + "号");
    boolean fined = weight != PenaltySeverity.MINOR || dice.chance(0.4);
    cells.text(kind, (fined ? PenaltyKind.FINE : PenaltyKind.WARNING).titleZh());
    cells.text(basis, BASES[dice.below(BASES.length)]);
    long yuan = Math.round(dice.lognormal(8.3 + (weight == PenaltySeverity.SERIOUS ? 2 : 0), 1));
    cells.fen(fine, slip(fined ? yuan * 100 : 0, mistaken));
    if (repair) {
      cells.day(repairedOn, visit.month(), 1 + dice.below(28));
    }
  }

  private int decided(Visit visit, Condition then) {
    double expected = 0.005 * StrictMath.exp(-0.9 * then.health());
    return Math.min(MOST, visit.dice(feed().number(), then.month(), NUMBER).events(expected));
  }

  private int repaired(Visit visit) {
    Condition then = visit.before(REPAIR_MONTHS);
    if (then == null || then.gone()) {
      return 0;
    }
    int decided = decided(visit, then);
    return visit.dice(feed().number(), then.month(), REPAIRED).chance(0.35) ? decided : 0;
  }
}
