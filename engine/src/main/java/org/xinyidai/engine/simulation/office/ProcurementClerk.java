package org.xinyidai.engine.simulation.office;

import java.time.LocalDate;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.models.record.PerformanceStatus;
import org.xinyidai.models.record.ProcurementAward;

/** Writes contracts won from the government (政府采购中标). */
final class ProcurementClerk extends Clerk {
  private static final int NUMBER = -1;
  private static final double EXPECTED = 0.22;
  private static final String[] BUYERS = {"模拟市第一中学", "模拟市人民医院", "模拟市城市管理局", "模拟市水务局", "模拟市图书馆"};

  private final int awardedOn = column("awardedOn");
  private final int project = column("projectNumber");
  private final int contract = column("contractYuan");
  private final int buyer = column("buyer");
  private final int performance = column("performance");

  ProcurementClerk() {
    super(ProcurementAward.FEED);
  }

  @Override
  int count(Visit visit) {
    boolean works = !visit.now().gone() && !visit.now().dormant() && !visit.now().defaulted();
    double expected = works ? EXPECTED * StrictMath.exp(0.2 * visit.now().health()) : 0;
    return visit.dice(feed().number(), NUMBER).events(expected);
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    Dice dice = visit.dice(feed().number(), item);
    LocalDate day = CityPlan.month(visit.month()).atDay(1 + dice.below(28));
    double yuan = dice.lognormal(11.3 + 0.6 * visit.resident().means().size(), 0.9);
    double broken = Math.min(0.3, 0.01 * StrictMath.exp(-0.9 * visit.now().health()));
    PerformanceStatus status =
        switch (dice.weighted(broken, 0.02, 0.35, 0.6)) {
          case 0 -> PerformanceStatus.DEFAULTED;
          case 1 -> PerformanceStatus.TERMINATED;
          case 2 -> PerformanceStatus.COMPLETED;
          default -> PerformanceStatus.PERFORMING;
        };
    cells.day(awardedOn, day).fen(contract, slip(Math.round(yuan) * 100, mistaken));
    cells.text(project, "MNCG-" + visit.month() + "-" + visit.resident().index() + "-" + item);
    cells.text(buyer, BUYERS[dice.below(BUYERS.length)]).text(performance, status.titleZh());
  }
}
