package org.xinyidai.models.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AcceptedSet;

/**
 * One screen, evaluated block by block in the order of rows (分块求值): bitmaps decide most rows, the
 * few at the ends of ranges are looked at.
 */
final class Evaluation {
  /** Words of a block: its two accumulators stay in the first cache of a core. */
  static final int BLOCK = 512;

  private final Columns columns;
  private final List<CompiledCondition> conditions = new ArrayList<>();
  private final List<CompiledCondition> inexact = new ArrayList<>();
  private final long @Nullable [] live;
  private final boolean impossible;
  private final long[] may = new long[BLOCK];
  private final long[] must = new long[BLOCK];

  /**
   * @param live the rows that still count; null for all
   */
  Evaluation(Columns columns, Screen screen, long @Nullable [] live) {
    this.columns = columns;
    this.live = live;
    boolean nobody = false;
    for (AcceptedSet condition : screen.conditions()) {
      Column column = columns.column(condition.position());
      if (column == null) {
        nobody |= !condition.missingPasses();
      } else {
        CompiledCondition compiled = column.compile(condition);
        conditions.add(compiled);
        if (!compiled.isExact()) {
          inexact.add(compiled);
        }
      }
    }
    this.impossible = nobody;
  }

  /**
   * The rows of a block that match, to be read until the next block is asked for.
   *
   * @param from the first word
   * @param words at most {@link #BLOCK}
   */
  long[] block(int from, int words) {
    for (int i = 0; i < words; i++) {
      may[i] = impossible ? 0 : live == null ? -1L : live[from + i];
    }
    if (from + words == columns.words() && (columns.rows() & 63) != 0) {
      may[words - 1] &= (1L << columns.rows()) - 1;
    }
    if (inexact.isEmpty()) {
      for (CompiledCondition condition : conditions) {
        condition.keepMay(may, from, words);
      }
      return may;
    }
    System.arraycopy(may, 0, must, 0, words);
    for (CompiledCondition condition : conditions) {
      condition.keepMay(may, from, words);
      condition.keepMust(must, from, words);
    }
    lookAt(from, words);
    return must;
  }

  /** Adds to the rows that must match those of the rest that do. */
  private void lookAt(int from, int words) {
    for (int i = 0; i < words; i++) {
      for (long left = may[i] & ~must[i]; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        if (accepts(((from + i) << 6) + bit)) {
          must[i] |= 1L << bit;
        }
      }
    }
  }

  private boolean accepts(int row) {
    for (CompiledCondition condition : inexact) {
      if (!condition.accepts(row)) {
        return false;
      }
    }
    return true;
  }
}
