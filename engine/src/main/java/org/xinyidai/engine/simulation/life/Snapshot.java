package org.xinyidai.engine.simulation.life;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The city in one month (月度截面): every resident's condition then and in the months just before, as
 * far back as late rows and settled bills reach. Immutable; may be read by many threads.
 */
public final class Snapshot {
  /**
   * Months kept: this one, two for the latest rows, four for the oldest tax that is settled later.
   */
  public static final int MONTHS = 7;

  private final int month;
  private final List<Resident> residents;
  private final @Nullable Condition[][] newestFirst;

  private Snapshot(int month, List<Resident> residents, @Nullable Condition[][] newestFirst) {
    this.month = month;
    this.residents = residents;
    this.newestFirst = newestFirst;
  }

  /** Tells all lives up to a month. */
  static Snapshot reach(int month, List<Resident> residents, Chronicle chronicle) {
    @Nullable Condition[][] newestFirst = new Condition[MONTHS][residents.size()];
    for (int i = 0; i < residents.size(); i++) {
      Resident resident = residents.get(i);
      Condition condition = null;
      for (int m = chronicle.beginning(resident); m <= month; m++) {
        condition = chronicle.next(resident, condition, m);
        if (month - m < MONTHS) {
          newestFirst[month - m][i] = condition;
        }
      }
    }
    return new Snapshot(month, residents, newestFirst);
  }

  /** The city one month on; this one stays as it is. */
  Snapshot next(Chronicle chronicle) {
    @Nullable Condition[][] moved = new Condition[MONTHS][];
    System.arraycopy(newestFirst, 0, moved, 1, MONTHS - 1);
    moved[0] = new Condition[residents.size()];
    for (int i = 0; i < residents.size(); i++) {
      moved[0][i] = chronicle.next(residents.get(i), newestFirst[0][i], month + 1);
    }
    return new Snapshot(month + 1, residents, moved);
  }

  public int month() {
    return month;
  }

  public List<Resident> residents() {
    return residents;
  }

  /** The condition of a resident some months back; null before its first month or the window. */
  public @Nullable Condition back(int index, int months) {
    return months < MONTHS ? newestFirst[months][index] : null;
  }
}
