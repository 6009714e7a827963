package org.xinyidai.engine.simulation.office;

import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.models.record.Logistics;

/**
 * Writes what carriers and warehouses tell of a month (仓储物流); one in four works with two of them.
 */
final class LogisticsClerk extends Clerk {
  private static final int HABIT = -1;
  private static final String[] OPERATORS = {"模拟顺达物流", "模拟通途仓储", "模拟江海货运", "模拟铁联快运"};

  private final int period = column("period");
  private final int operator = column("operator");
  private final int shipments = column("shipments");
  private final int weight = column("weightTonnes");
  private final int freight = column("freightYuan");
  private final int warehoused = column("warehousedYuan");

  LogisticsClerk() {
    super(Logistics.FEED);
  }

  @Override
  int count(Visit visit) {
    boolean works = !visit.now().gone() && !visit.now().dormant();
    return works ? visit.dice(feed().number(), 0, HABIT).chance(0.25) ? 2 : 1 : 0;
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    Condition now = visit.now();
    Dice habit = visit.dice(feed().number(), 0, HABIT - 1);
    int first = habit.below(OPERATORS.length);
    double usual = 2.6 + 0.6 * visit.resident().means().size() + 0.5 * habit.normal();
    boolean stores = habit.chance(0.5);
    Dice dice = visit.dice(feed().number(), item);
    long count = Math.round(dice.lognormal(usual + 0.9 * now.activity() - 0.7 * item, 0.3));
    long milliTonnes = Math.round(count * dice.lognormal(0.6, 0.4) * 1000);
    long freightFen = milliTonnes * (12 + dice.below(20));
    cells.month(period, now.month()).text(operator, OPERATORS[(first + item) % OPERATORS.length]);
    cells.count(shipments, mistaken ? count + 1 : count).milli(weight, milliTonnes);
    cells.fen(freight, freightFen);
    if (stores) {
      cells.fen(warehoused, freightFen * (8 + dice.below(20)));
    }
  }
}
