package org.xinyidai.models.screening;

import java.util.Arrays;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Interval;

/**
 * One attribute of all rows (筛选列): its values, and for each bucket the bitmap of the rows at or
 * below it. Such bitmaps are nested, so the rows of any union of buckets are the exclusive or of
 * the bitmaps at its ends.
 */
final class Column {
  private final Values values;
  private final Buckets buckets;
  private final long[][] upTo;
  private final long[] missing;
  private final boolean hasMissing;

  /** Takes the values of the rows, NaN where missing; may keep the array. */
  Column(double[] values, int mostBuckets) {
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    double[] dictionary = distinct(sorted);
    this.buckets = Buckets.of(sorted, dictionary.length, mostBuckets);
    this.values = Values.of(values, dictionary);
    int words = (values.length + 63) >>> 6;
    this.upTo = new long[buckets.count()][words];
    this.missing = new long[words];
    this.hasMissing = sorted.length < values.length;
    for (int row = 0; row < values.length; row++) {
      long[] of = Double.isNaN(values[row]) ? missing : upTo[buckets.of(values[row])];
      of[row >>> 6] |= 1L << row;
    }
    for (int bucket = 1; bucket < upTo.length; bucket++) {
      for (int word = 0; word < words; word++) {
        upTo[bucket][word] |= upTo[bucket - 1][word];
      }
    }
  }

  double value(int row) {
    return values.get(row);
  }

  /** What a condition means on this column. */
  CompiledCondition compile(AcceptedSet condition) {
    Ends may = new Ends();
    Ends must = new Ends();
    for (int bucket = 0; bucket < buckets.count(); bucket++) {
      double least = buckets.least()[bucket];
      double greatest = buckets.greatest()[bucket];
      boolean touched = false;
      boolean covered = false;
      for (Interval interval : condition.intervals()) {
        touched |= interval.from() <= greatest && least <= interval.to();
        covered |= interval.from() <= least && greatest <= interval.to();
      }
      may.add(bucket, touched);
      must.add(bucket, covered);
    }
    boolean withMissing = hasMissing && condition.missingPasses();
    return new CompiledCondition(
        this, condition, may.bitmaps(withMissing), must.bitmaps(withMissing));
  }

  /** Bytes held by the arrays of this column. */
  long bytes() {
    return values.bytes()
        + (upTo.length + 1L) * missing.length * Long.BYTES
        + buckets.count() * 2L * Double.BYTES;
  }

  private static double[] distinct(double[] sorted) {
    double[] distinct = new double[sorted.length];
    int count = 0;
    for (double value : sorted) {
      if (count == 0 || value != distinct[count - 1]) {
        distinct[count++] = value;
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  /** Gathers where a union of buckets begins and ends. */
  private final class Ends {
    private final long[][] found = new long[buckets.count() + 2][];
    private int count;
    private boolean inside;

    /** Buckets come in ascending order. */
    void add(int bucket, boolean in) {
      if (in != inside && bucket > 0) {
        found[count++] = upTo[bucket - 1];
      }
      inside = in;
    }

    long[][] bitmaps(boolean withMissing) {
      if (inside) {
        found[count++] = upTo[upTo.length - 1];
      }
      if (withMissing) {
        found[count++] = missing;
      }
      return Arrays.copyOf(found, count);
    }
  }
}
