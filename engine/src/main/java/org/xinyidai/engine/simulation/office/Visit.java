package org.xinyidai.engine.simulation.office;

import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Resident;
import org.xinyidai.engine.simulation.life.Snapshot;

/**
 * A clerk's look at one resident in one month (走访): its condition then and in the months before,
 * and the dice of that place. Moved from resident to resident. Not for two threads at once.
 */
public final class Visit {
  private final Snapshot snapshot;
  private final int firstMonth;
  private final Dice dice;
  private @Nullable Resident resident;
  private @Nullable Condition now;
  private int ago;

  /**
   * @param firstMonth the first month with records, as months are counted in the simulation
   */
  public Visit(Snapshot snapshot, int firstMonth, long seed) {
    this.snapshot = snapshot;
    this.firstMonth = firstMonth;
    dice = new Dice(seed);
  }

  /**
   * Goes to a resident, some months back.
   *
   * @return whether there is anything to see: it was founded and records had begun
   */
  public boolean to(Resident resident, int monthsBack) {
    this.resident = resident;
    ago = monthsBack;
    now = snapshot.back(resident.index(), monthsBack);
    return now != null && month() >= firstMonth;
  }

  public Resident resident() {
    if (resident == null) {
      throw new IllegalStateException("nobody is visited yet");
    }
    return resident;
  }

  /** The condition of the month that is visited. */
  public Condition now() {
    if (now == null) {
      throw new IllegalStateException("nobody is visited yet");
    }
    return now;
  }

  public int month() {
    return snapshot.month() - ago;
  }

  /** Whether the month is the first with records. */
  public boolean isFirst() {
    return month() == firstMonth;
  }

  /** The condition some months before; null where there were no records yet. */
  public @Nullable Condition before(int months) {
    return month() - months < firstMonth ? null : snapshot.back(resident().index(), ago + months);
  }

  /** The dice of an item of this month; the purpose is the number of the feed. */
  public Dice dice(int purpose, int item) {
    return dice(purpose, month(), item);
  }

  /** The dice of an item of any month. */
  public Dice dice(int purpose, int month, int item) {
    return dice.at(purpose, resident().index(), month, item);
  }
}
