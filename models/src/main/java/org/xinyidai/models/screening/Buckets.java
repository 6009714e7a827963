package org.xinyidai.models.screening;

import java.util.Arrays;

/**
 * How the axis of one column is cut (取值分桶): the values that are there, in ascending buckets of
 * about equally many rows. Where few values differ, each has a bucket of its own.
 *
 * @param least the least value in each bucket
 * @param greatest the greatest value in each bucket
 * @param start how many values lie before each bucket, and behind the last all of them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the room
record Buckets(double[] least, double[] greatest, int[] start) {
  /**
   * The most buckets of a column. A bucket costs a bit a row; rows of the two buckets at the ends
   * of a range are looked at one by one.
   */
  static final int MOST = 32;

  /**
   * Cuts sorted values.
   *
   * @param sorted ascending, without NaN
   * @param distinct how many of them differ
   */
  static Buckets of(double[] sorted, int distinct, int most) {
    double[] least = new double[most];
    double[] greatest = new double[most];
    int[] start = new int[most + 1];
    int count = 0;
    int from = 0;
    while (from < sorted.length) {
      // What is left is shared evenly by the buckets that are left.
      int share = distinct <= most ? 1 : Math.max(1, (sorted.length - from) / (most - count));
      int last = from + share - 1;
      while (last + 1 < sorted.length && sorted[last + 1] == sorted[last]) {
        last++;
      }
      least[count] = sorted[from];
      greatest[count++] = sorted[last];
      from = last + 1;
      start[count] = from;
    }
    return new Buckets(
        Arrays.copyOf(least, count),
        Arrays.copyOf(greatest, count),
        Arrays.copyOf(start, count + 1));
  }

  int count() {
    return least.length;
  }

  /** The bucket of a value that is there. */
  int of(double value) {
    int found = Arrays.binarySearch(greatest, value);
    return found >= 0 ? found : -found - 1;
  }
}
