package org.xinyidai.models.uptake;

import java.util.Arrays;

/**
 * Counts keys by the million (计数器): open addressing in two primitive arrays, for a map of boxed
 * keys would cost more than the walk that feeds it. No key may be {@link Long#MIN_VALUE}.
 */
final class CellCounter {
  private static final long FREE = Long.MIN_VALUE;
  private static final int FIRST_SIZE = 1 << 12;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[FIRST_SIZE];
  private long[] counts = new long[FIRST_SIZE];
  private int used;

  /** Told once for each key. */
  @FunctionalInterface
  interface Reader {
    void read(long key, long count);
  }

  CellCounter() {
    Arrays.fill(keys, FREE);
  }

  void add(long key) {
    add(key, 1);
  }

  void forEach(Reader reader) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        reader.read(keys[slot], counts[slot]);
      }
    }
  }

  private void add(long key, long count) {
    int mask = keys.length - 1;
    int slot = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
    while (keys[slot] != key && keys[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    if (keys[slot] == FREE) {
      keys[slot] = key;
      used++;
    }
    counts[slot] += count;
    if (used > keys.length / 2) {
      grow();
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new long[2 * oldKeys.length];
    Arrays.fill(keys, FREE);
    used = 0;
    for (int slot = 0; slot < oldKeys.length; slot++) {
      if (oldKeys[slot] != FREE) {
        add(oldKeys[slot], oldCounts[slot]);
      }
    }
  }
}
