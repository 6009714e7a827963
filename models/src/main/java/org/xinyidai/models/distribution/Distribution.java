package org.xinyidai.models.distribution;

import java.time.LocalDate;
import java.util.Arrays;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;

/**
 * How the values of one feature spread (特征分布): counts by cell of the {@link Grid}, the missing ones
 * by reason, the least and the greatest value, and of which days the values are. Filled by one
 * thread; sums of whole numbers, so the order of enterprises never shows.
 */
public final class Distribution {
  private static final MissingReason[] REASONS = MissingReason.values();

  private final long[] missing;
  private int firstCell;
  private int[] counts;
  private long present;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private long daySum;
  private long oldestDay = Long.MAX_VALUE;

  public Distribution() {
    missing = new long[REASONS.length];
    counts = new int[0];
  }

  /** Counts the value of a feature in a vector, or why it has none. */
  public void add(FeatureVector vector, int feature) {
    add(vector.value(feature), vector.missing(feature), vector.asOf().toEpochDay());
  }

  /**
   * Counts a value of a day, or why there is none.
   *
   * @param reason {@code NONE} where there is a value
   */
  public void add(double value, MissingReason reason, long epochDay) {
    if (reason != MissingReason.NONE) {
      missing[reason.code()]++;
      return;
    }
    addToCell(Grid.cell(value), 1);
    present++;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    daySum += epochDay;
    oldestDay = Math.min(oldestDay, epochDay);
  }

  /** Adds all that another counted. */
  public Distribution add(Distribution other) {
    for (int i = 0; i < other.counts.length; i++) {
      if (other.counts[i] > 0) {
        addToCell(other.firstCell + i, other.counts[i]);
      }
    }
    for (int i = 0; i < missing.length; i++) {
      missing[i] += other.missing[i];
    }
    present += other.present;
    least = Math.min(least, other.least);
    greatest = Math.max(greatest, other.greatest);
    daySum += other.daySum;
    oldestDay = Math.min(oldestDay, other.oldestDay);
    return this;
  }

  /** Enterprises that have a value. */
  public long present() {
    return present;
  }

  /** Enterprises without a value for this reason. */
  public long missing(MissingReason reason) {
    return missing[reason.code()];
  }

  /** Enterprises without a value. */
  public long missing() {
    return Arrays.stream(missing).sum();
  }

  public long total() {
    return present + missing();
  }

  /** The share of enterprises that have a value; 0 where there are none at all. */
  public double coverage() {
    return total() == 0 ? 0 : (double) present / total();
  }

  /** The least value; infinite where there is none. */
  public double least() {
    return least;
  }

  /** The greatest value; infinite where there is none. */
  public double greatest() {
    return greatest;
  }

  /**
   * The value below which a share of the values lies, within two percent; NaN where there is none.
   *
   * @param share 0 to 1
   */
  public double quantile(double share) {
    long wanted = Math.max(1, (long) Math.ceil(share * present));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return Math.max(least, Math.min(greatest, Grid.value(firstCell + i)));
      }
    }
    return Double.NaN;
  }

  /** How old the values are on a day on average, in days; 0 where there is none. */
  public double meanAgeDays(LocalDate on) {
    return present == 0 ? 0 : on.toEpochDay() - (double) daySum / present;
  }

  /** How old the oldest value is on a day, in days; 0 where there is none. */
  public long oldestAgeDays(LocalDate on) {
    return present == 0 ? 0 : on.toEpochDay() - oldestDay;
  }

  /** The first cell that may hold a count. */
  int firstCell() {
    return firstCell;
  }

  /** The cell behind the last that may hold a count. */
  int endCell() {
    return firstCell + counts.length;
  }

  int count(int cell) {
    int place = cell - firstCell;
    return place < 0 || place >= counts.length ? 0 : counts[place];
  }

  long daySum() {
    return daySum;
  }

  long oldestDay() {
    return oldestDay;
  }

  /** Takes back what {@code DistributionCodec} kept. */
  void restore(long[] numbers, double newLeast, double newGreatest) {
    present = numbers[0];
    daySum = numbers[1];
    oldestDay = numbers[2];
    System.arraycopy(numbers, 3, missing, 0, missing.length);
    least = newLeast;
    greatest = newGreatest;
  }

  void addToCell(int cell, int count) {
    if (counts.length == 0) {
      firstCell = cell;
      counts = new int[1];
    } else if (cell < firstCell) {
      int[] wider = new int[endCell() - cell];
      System.arraycopy(counts, 0, wider, firstCell - cell, counts.length);
      firstCell = cell;
      counts = wider;
    } else if (cell >= endCell()) {
      counts = Arrays.copyOf(counts, cell - firstCell + 1);
    }
    counts[cell - firstCell] += count;
  }
}
