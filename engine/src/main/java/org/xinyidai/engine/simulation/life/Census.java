package org.xinyidai.engine.simulation.life;

import java.util.List;
import java.util.stream.IntStream;

/** Everyone who lives in the simulated city (全市主体) and the way through its months. */
public final class Census {
  private final CityPlan plan;
  private final Codes codes;
  private final List<Resident> residents;

  public Census(CityPlan plan, int enterprises) {
    this.plan = plan;
    codes = new Codes(plan.seed());
    Settlement settlement = new Settlement(plan, codes);
    residents = IntStream.range(0, enterprises).mapToObj(settlement::resident).toList();
  }

  public CityPlan plan() {
    return plan;
  }

  public Codes codes() {
    return codes;
  }

  public List<Resident> residents() {
    return residents;
  }

  /** The city in a month, told from the beginning. */
  public Snapshot at(int month) {
    return Snapshot.reach(month, residents, new Chronicle(plan));
  }

  /** The city in the month after, told from where it stands. */
  public Snapshot after(Snapshot snapshot) {
    return snapshot.next(new Chronicle(plan));
  }
}
