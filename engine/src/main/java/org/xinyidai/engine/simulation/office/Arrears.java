package org.xinyidai.engine.simulation.office;

import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.simulation.life.Condition;
import org.xinyidai.engine.simulation.life.Obligation;

/**
 * Which bills an office sends of an obligation (欠缴与补缴): always the newest, and again, with the day
 * they were paid, those that were owed and are now settled.
 */
record Arrears(Obligation obligation) {
  /** Older bills stay open on the record: nobody writes them up. */
  private static final int MOST_SETTLED = 3;

  /** Earlier bills that are settled in the visited month. */
  int settled(Visit visit) {
    Condition before = visit.before(1);
    if (before == null || visit.now().monthsBehind(obligation) > 0) {
      return 0;
    }
    int settled = Math.min(MOST_SETTLED, before.monthsBehind(obligation));
    while (settled > 0 && visit.before(settled) == null) {
      settled--;
    }
    return settled;
  }

  /** Whether the bill of the visited month stays unpaid in it. */
  boolean owed(Visit visit) {
    return visit.now().monthsBehind(obligation) > 0;
  }

  /** The condition of the month that a row is about: row 0 is now, row n is n months before. */
  Condition of(Visit visit, int back) {
    @Nullable Condition then = back == 0 ? visit.now() : visit.before(back);
    if (then == null) {
      throw new IllegalArgumentException("no row of that number");
    }
    return then;
  }
}
