package org.xinyidai.engine.simulation.office;

import java.time.LocalDate;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.models.record.RealEstate;

/**
 * Writes real estate (不动产登记): what is owned when the records begin or soon after founding, and each
 * new mortgage on it.
 */
final class PropertyClerk extends Clerk {
  private static final int PLOT = -1;
  private static final int MORTGAGE = -2;
  private static final int OLDEST_MONTHS = 96;

  private final int registeredOn = column("registeredOn");
  private final int certificate = column("certificateNumber");
  private final int area = column("area");
  private final int mortgaged = column("mortgaged");
  private final int value = column("valueYuan");

  PropertyClerk() {
    super(RealEstate.FEED);
  }

  @Override
  int count(Visit visit) {
    boolean begins = visit.isFirst() || visit.month() == visit.resident().foundedIn() + 1;
    return visit.now().gone() ? 0 : begins || mortgages(visit) ? 1 : 0;
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    Dice plot = visit.dice(feed().number(), 0, PLOT);
    long square = Math.round(plot.lognormal(6.3 + 0.4 * visit.resident().means().size(), 0.8));
    long valueFen = square * (3000 + plot.below(6000)) * 100;
    int age = plot.below(OLDEST_MONTHS);
    boolean already = plot.chance(0.35);
    boolean begins = !mortgages(visit);
    int month =
        begins ? Math.max(visit.resident().foundedIn() + 1, visit.month() - age) : visit.month();
    LocalDate day = CityPlan.month(Math.min(month, visit.month())).atDay(visit.isFirst() ? 1 : 15);
    cells.day(registeredOn, day).milli(area, square * 1000);
    cells.text(certificate, "模拟（2015）不动产权第" + visit.resident().index() + "号");
    cells.flag(mortgaged, !begins || already).fen(value, slip(valueFen, mistaken));
  }

  /** Those in need mortgage what they have. */
  private boolean mortgages(Visit visit) {
    Condition now = visit.now();
    double chance = 0.006 * StrictMath.exp(-0.25 * now.health());
    return !visit.isFirst() && visit.dice(feed().number(), MORTGAGE).chance(chance);
  }
}
