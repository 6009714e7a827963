package org.xinyidai.engine.simulation.office;

import java.time.LocalDate;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.models.record.Permit;

/** Writes permits (行政许可). */
final class PermitClerk extends Clerk {
  private static final int NUMBER = -1;
  private static final double EXPECTED = 0.03;
  private static final String[] NAMES = {"食品经营许可", "道路运输经营许可", "建筑施工许可", "排污许可", "公共场所卫生许可"};

  private final int grantedOn = column("grantedOn");
  private final int document = column("documentNumber");
  private final int name = column("name");
  private final int validUntil = column("validUntil");

  PermitClerk() {
    super(Permit.FEED);
  }

  @Override
  int count(Visit visit) {
    double expected = visit.now().gone() || visit.now().dormant() ? 0 : EXPECTED;
    return visit.dice(feed().number(), NUMBER).events(expected);
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    Dice dice = visit.dice(feed().number(), item);
    LocalDate day = CityPlan.month(visit.month()).atDay(1 + dice.below(28));
    String trade = NAMES[dice.below(NAMES.length)];
    cells.day(grantedOn, day).text(name, trade);
    cells.text(
        document, "模拟许字〔" + day.getYear() + "〕" + visit.resident().index() + "-" + item + "号");
    cells.day(validUntil, day.plusYears(mistaken ? 4 : 5));
  }
}
