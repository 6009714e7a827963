package org.xinyidai.models.screening;

import java.util.Arrays;
import org.xinyidai.models.product.AcceptedSet;

/**
 * A condition on its column (已编译条件): the rows that may pass and those that must, each the
 * exclusive or of some bitmaps; the rows between are looked at.
 */
final class CompiledCondition {
  private final Column column;
  private final AcceptedSet condition;
  private final long[][] may;
  private final long[][] must;
  private final boolean exact;

  CompiledCondition(Column column, AcceptedSet condition, long[][] may, long[][] must) {
    this.column = column;
    this.condition = condition;
    this.may = may;
    this.must = must;
    this.exact = Arrays.equals(may, must);
  }

  /** Whether no row need be looked at. */
  boolean isExact() {
    return exact;
  }

  /** Keeps of a block of words the rows that may pass. */
  void keepMay(long[] block, int from, int words) {
    keep(may, block, from, words);
  }

  /** Keeps of a block of words the rows that pass whatever their value. */
  void keepMust(long[] block, int from, int words) {
    keep(must, block, from, words);
  }

  boolean accepts(int row) {
    return condition.accepts(column.value(row));
  }

  private static void keep(long[][] terms, long[] block, int from, int words) {
    switch (terms.length) {
      case 0 -> Arrays.fill(block, 0, words, 0);
      case 1 -> keep(terms[0], block, from, words);
      case 2 -> keep(terms[0], terms[1], block, from, words);
      default -> keepAll(terms, block, from, words);
    }
  }

  private static void keep(long[] a, long[] block, int from, int words) {
    for (int i = 0; i < words; i++) {
      block[i] &= a[from + i];
    }
  }

  private static void keep(long[] a, long[] b, long[] block, int from, int words) {
    for (int i = 0; i < words; i++) {
      block[i] &= a[from + i] ^ b[from + i];
    }
  }

  private static void keepAll(long[][] terms, long[] block, int from, int words) {
    long[] inside = Arrays.copyOfRange(terms[0], from, from + words);
    for (int term = 1; term < terms.length; term++) {
      long[] next = terms[term];
      for (int i = 0; i < words; i++) {
        inside[i] ^= next[from + i];
      }
    }
    keep(inside, block, 0, words);
  }
}
