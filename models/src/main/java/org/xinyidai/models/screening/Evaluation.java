package org.xinyidai.models.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AcceptedSet;

/**
 * One screen, evaluated (条件求值): for all rows, or block by block from the best on. Bitmaps decide
 * most rows; those that the ends of ranges cut off are taken out one by one.
 */
final class Evaluation {
  /** Words of a block: what is gathered stays near the core. */
  static final int BLOCK = 512;

  /**
   * A look at a row, all over its columns, takes as long as so many rows of a cut, side by side.
   */
  private static final int LOOK = 16;

  /** Conditions after which it is looked whether a block is empty: the first, which leave least. */
  private static final int LOOKS = 2;

  private final Columns columns;
  private final List<CompiledCondition> conditions = new ArrayList<>();
  private final List<CompiledCondition> inexact = new ArrayList<>();
  private final long @Nullable [] live;
  private final boolean impossible;

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
        conditions.add(column.compile(condition));
      }
    }
    // Those that leave least come first: what is empty after them need not be asked further.
    conditions.sort(Comparator.comparingLong(CompiledCondition::mayPass));
    conditions.stream().filter(condition -> !condition.isExact()).forEach(inexact::add);
    this.impossible = nobody;
  }

  /** The rows that match, in order, where one condition alone passes few; else empty. */
  Optional<int[]> few() {
    return conditions.stream()
        .filter(CompiledCondition::isFew)
        .min(Comparator.comparingInt(condition -> condition.few().length))
        .map(least -> IntStream.of(least.few()).filter(this::matches).sorted().toArray());
  }

  private boolean matches(int row) {
    if (impossible || (live != null && ((live[row >>> 6] >>> row) & 1) == 0)) {
      return false;
    }
    for (CompiledCondition condition : conditions) {
      if (!condition.accepts(row)) {
        return false;
      }
    }
    return true;
  }

  /** All rows that match. */
  long[] all() {
    long[] bitmap = new long[columns.words()];
    Optional<int[]> few = few();
    if (few.isPresent()) {
      for (int row : few.get()) {
        bitmap[row >>> 6] |= 1L << row;
      }
      return bitmap;
    }
    for (int from = 0; from < bitmap.length; from += BLOCK) {
      may(bitmap, from, from, Math.min(BLOCK, bitmap.length - from));
    }
    long left = 0;
    for (long word : bitmap) {
      left += Long.bitCount(word);
    }
    if (left * LOOK < inexact.stream().mapToLong(CompiledCondition::rowsCutOff).sum()) {
      keepAccepted(bitmap);
    } else {
      inexact.forEach(condition -> condition.cut(bitmap));
    }
    return bitmap;
  }

  /** Takes out one by one what fails, which is sooner than cutting where little is left. */
  private void keepAccepted(long[] bitmap) {
    for (int i = 0; i < bitmap.length; i++) {
      for (long left = bitmap[i]; left != 0; left &= left - 1) {
        int place = Long.numberOfTrailingZeros(left);
        if (!accepts((i << 6) + place)) {
          bitmap[i] &= ~(1L << place);
        }
      }
    }
  }

  /**
   * The rows of a block that may match; ask {@link #accepts} of each.
   *
   * @param from the first word
   */
  long[] block(int from, int words) {
    long[] block = new long[words];
    may(block, 0, from, words);
    return block;
  }

  /** Whether a row that may match does. */
  boolean accepts(int row) {
    for (CompiledCondition condition : inexact) {
      if (!condition.accepts(row)) {
        return false;
      }
    }
    return true;
  }

  private void may(long[] bitmap, int part, int from, int words) {
    if (impossible) {
      return;
    }
    for (int i = 0; i < words; i++) {
      bitmap[part + i] = live == null ? -1L : live[from + i];
    }
    if (from + words == columns.words() && (columns.rows() & 63) != 0) {
      bitmap[part + words - 1] &= (1L << columns.rows()) - 1;
    }
    for (int i = 0; i < conditions.size(); i++) {
      conditions.get(i).keep(bitmap, part, from, words);
      if (i < LOOKS && isEmpty(bitmap, part, words)) {
        return;
      }
    }
  }

  private static boolean isEmpty(long[] bitmap, int part, int words) {
    long any = 0;
    for (int i = part; i < part + words; i++) {
      any |= bitmap[i];
    }
    return any == 0;
  }
}
