package org.xinyidai.models.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Interval;

/**
 * One attribute of all rows (筛选列): its values, and for each bucket the bitmap of the rows at or
 * below it. Such bitmaps are nested, so the rows of any union of buckets are the exclusive or of
 * the bitmaps at its ends. Where a bucket has several values, its rows are also listed in the order
 * of their values, so that what a range cuts off is a run of that list.
 */
final class Column {
  /** As many rows are looked at one by one in less time than bitmaps of all rows take. */
  private static final int FEW = 2_048;

  private static final int[] NONE = {};

  private final Values values;
  private final Buckets buckets;
  private final long[][] upTo;
  private final long[] missing;
  private final boolean hasMissing;
  private final int[] byValue;

  /** Takes the values of the rows, NaN where missing; may keep the array. */
  Column(double[] values, int mostBuckets) {
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    double[] dictionary = distinct(sorted);
    this.buckets = Buckets.of(sorted, dictionary.length, mostBuckets);
    int[] ranks = ranks(values, dictionary);
    this.values = Values.of(values, ranks, dictionary);
    this.hasMissing = sorted.length < values.length;
    int words = (values.length + 63) >>> 6;
    this.upTo = new long[buckets.count()][words];
    this.missing = new long[words];
    for (int row = 0; row < values.length; row++) {
      long[] of = Double.isNaN(values[row]) ? missing : upTo[buckets.of(values[row])];
      of[row >>> 6] |= 1L << row;
    }
    for (int bucket = 1; bucket < upTo.length; bucket++) {
      for (int word = 0; word < words; word++) {
        upTo[bucket][word] |= upTo[bucket - 1][word];
      }
    }
    boolean coarse = buckets.count() < dictionary.length;
    this.byValue = coarse ? byRank(ranks, sorted.length, dictionary.length) : new int[0];
  }

  double value(int row) {
    return values.get(row);
  }

  /** What a condition means on this column. */
  CompiledCondition compile(AcceptedSet condition) {
    Ends ends = new Ends();
    List<int[]> cutOff = new ArrayList<>();
    long mayPass = 0;
    for (int bucket = 0; bucket < buckets.count(); bucket++) {
      double least = buckets.least()[bucket];
      double greatest = buckets.greatest()[bucket];
      boolean touched = false;
      boolean covered = false;
      for (Interval interval : condition.intervals()) {
        touched |= interval.from() <= greatest && least <= interval.to();
        covered |= interval.from() <= least && greatest <= interval.to();
      }
      ends.add(bucket, touched);
      mayPass += touched ? buckets.start()[bucket + 1] - buckets.start()[bucket] : 0;
      if (touched && !covered) {
        cutOff(bucket, condition.intervals(), cutOff);
      }
    }
    boolean withMissing = hasMissing && condition.missingPasses();
    long[][] may = ends.bitmaps(withMissing);
    int @Nullable [] few = withMissing || cutOff.isEmpty() ? null : few(condition.intervals());
    return new CompiledCondition(
        this,
        condition,
        new CompiledCondition.Rows(may, mayPass, byValue, cutOff, few == null ? NONE : few),
        few != null);
  }

  /** The rows in these intervals where they are few; null where they are not. */
  private int @Nullable [] few(List<Interval> intervals) {
    int[] few = new int[FEW];
    int count = 0;
    for (Interval interval : intervals) {
      int from = firstNotBelow(interval.from(), 0, byValue.length);
      int to = firstNotBelow(Math.nextUp(interval.to()), from, byValue.length);
      if (to - from > FEW - count) {
        return null;
      }
      System.arraycopy(byValue, from, few, count, to - from);
      count += to - from;
    }
    return Arrays.copyOf(few, count);
  }

  /** Bytes held by the arrays of this column. */
  long bytes() {
    return values.bytes()
        + (upTo.length + 1L) * missing.length * Long.BYTES
        + (long) byValue.length * Integer.BYTES
        + buckets.count() * (2L * Double.BYTES + Integer.BYTES);
  }

  /** Adds the runs of the list of a bucket that lie in no interval; those are ascending. */
  private void cutOff(int bucket, List<Interval> intervals, List<int[]> runs) {
    int from = buckets.start()[bucket];
    int end = buckets.start()[bucket + 1];
    for (Interval interval : intervals) {
      int next = firstNotBelow(interval.from(), from, end);
      if (next > from) {
        runs.add(new int[] {from, next});
      }
      from = firstNotBelow(Math.nextUp(interval.to()), next, end);
    }
    if (from < end) {
      runs.add(new int[] {from, end});
    }
  }

  private int firstNotBelow(double value, int from, int end) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values.get(byValue[middle]) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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

  /** For each row the place of its value; behind all others where it is missing. */
  private static int[] ranks(double[] values, double[] dictionary) {
    int[] ranks = new int[values.length];
    for (int row = 0; row < ranks.length; row++) {
      ranks[row] =
          Double.isNaN(values[row])
              ? dictionary.length
              : Arrays.binarySearch(dictionary, values[row]);
    }
    return ranks;
  }

  /** The rows that have a value, in the order of values, equal ones in that of rows. */
  private static int[] byRank(int[] ranks, int present, int distinct) {
    int[] next = new int[distinct + 1];
    for (int rank : ranks) {
      if (rank < distinct) {
        next[rank + 1]++;
      }
    }
    for (int rank = 1; rank <= distinct; rank++) {
      next[rank] += next[rank - 1];
    }
    int[] rows = new int[present];
    for (int row = 0; row < ranks.length; row++) {
      if (ranks[row] < distinct) {
        rows[next[ranks[row]]++] = row;
      }
    }
    return rows;
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
