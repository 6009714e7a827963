package org.xinyidai.models.screening;

import java.util.Arrays;
import java.util.List;
import org.xinyidai.models.product.AcceptedSet;

/**
 * A condition on its column (已编译条件): the rows that may pass as the exclusive or of some bitmaps,
 * and the few among them that fail after all.
 */
final class CompiledCondition {
  private final Column column;
  private final AcceptedSet condition;
  private final long[][] may;
  private final long mayPass;
  private final int[] byValue;
  private final List<int[]> cutOff;
  private final int[] few;
  private final boolean isFew;

  /**
   * What rows a condition may and does pass.
   *
   * @param may bitmaps, of which the exclusive or holds the rows that may pass
   * @param mayPass how many these are, but for the missing
   * @param byValue rows in the order of their values
   * @param cutOff runs of that list that fail, each from its first place to before its second
   * @param few all that pass, where they are few
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Rows(long[][] may, long mayPass, int[] byValue, List<int[]> cutOff, int[] few) {}

  CompiledCondition(Column column, AcceptedSet condition, Rows rows, boolean isFew) {
    this.column = column;
    this.condition = condition;
    this.may = rows.may();
    this.mayPass = rows.mayPass();
    this.byValue = rows.byValue();
    this.cutOff = rows.cutOff();
    this.few = rows.few();
    this.isFew = isFew;
  }

  /** How many rows may pass, but for the missing. */
  long mayPass() {
    return mayPass;
  }

  /** Whether {@link #few} holds all that pass. */
  boolean isFew() {
    return isFew;
  }

  int[] few() {
    return few;
  }

  /** Whether every row that may pass does. */
  boolean isExact() {
    return cutOff.isEmpty();
  }

  /** How many rows {@link #cut} looks at. */
  long rowsCutOff() {
    return cutOff.stream().mapToLong(run -> (long) run[1] - run[0]).sum();
  }

  /** Whether one row passes. */
  boolean accepts(int row) {
    return condition.accepts(column.value(row));
  }

  /**
   * Keeps of a part of a bitmap the rows that may pass.
   *
   * @param part where the first of the words stands in the bitmap
   * @param from which word of all rows that is
   */
  void keep(long[] bitmap, int part, int from, int words) {
    switch (may.length) {
      case 0 -> Arrays.fill(bitmap, part, part + words, 0);
      case 1 -> keep(may[0], from, bitmap, part, words);
      case 2 -> keep(may[0], may[1], from, bitmap, part, words);
      default -> keep(union(from, words), 0, bitmap, part, words);
    }
  }

  /** Takes from a bitmap of all rows those that fail after all. */
  void cut(long[] bitmap) {
    for (int[] run : cutOff) {
      for (int i = run[0]; i < run[1]; i++) {
        bitmap[byValue[i] >>> 6] &= ~(1L << byValue[i]);
      }
    }
  }

  private static void keep(long[] a, int from, long[] bitmap, int part, int words) {
    for (int i = 0; i < words; i++) {
      bitmap[part + i] &= a[from + i];
    }
  }

  private static void keep(long[] a, long[] b, int from, long[] bitmap, int part, int words) {
    for (int i = 0; i < words; i++) {
      bitmap[part + i] &= a[from + i] ^ b[from + i];
    }
  }

  private long[] union(int from, int words) {
    long[] union = Arrays.copyOfRange(may[0], from, from + words);
    for (int term = 1; term < may.length; term++) {
      long[] next = may[term];
      for (int i = 0; i < words; i++) {
        union[i] ^= next[from + i];
      }
    }
    return union;
  }
}
