package org.xinyidai.models.match;

/**
 * The ascending cuts of an axis and a fast way to the slot of a value (分割点). The bits of a double,
 * read as a whole number, grow with its value: their upper part numbers a bucket, and only the cuts
 * of one bucket are searched. Buckets are narrow where values are small, as amounts of money want
 * it.
 */
final class Cuts {
  private final double[] cuts;
  private final long least;
  private final long greatest;
  private final int shift;
  private final int[] starts;

  /**
   * Takes the array as it is.
   *
   * @param cuts ascending, finite, none twice
   */
  Cuts(double[] cuts) {
    this.cuts = cuts;
    this.least = cuts.length == 0 ? 0 : key(cuts[0]);
    this.greatest = cuts.length == 0 ? 0 : key(cuts[cuts.length - 1]);
    long span = greatest - least; // unsigned: it may pass the greatest long
    int shift = 0;
    while (Long.compareUnsigned(span >>> shift, cuts.length) > 0) {
      shift++;
    }
    this.shift = shift;
    this.starts = new int[(int) (span >>> shift) + 2];
    for (double cut : cuts) {
      starts[bucket(cut) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
  }

  /** How many cuts are not above a value, which must not be NaN. */
  int notAbove(double value) {
    int bucket = bucket(value);
    int below = starts[bucket];
    int length = starts[bucket + 1] - below;
    // The halving has no branch on the value that the processor could guess wrongly.
    while (length > 0) {
      int half = (length + 1) >>> 1;
      below += cuts[below + half - 1] <= value ? half : 0;
      length -= half;
    }
    return below;
  }

  long bytes() {
    return (long) cuts.length * Double.BYTES + (long) starts.length * Integer.BYTES;
  }

  /** The bucket of a value; values beyond the cuts fall into the first or the last. */
  private int bucket(double value) {
    long key = Math.min(Math.max(key(value), least), greatest);
    return (int) ((key - least) >>> shift);
  }

  /** A whole number that grows with the value; plus zero makes -0.0 and 0.0 one. */
  private static long key(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }
}
