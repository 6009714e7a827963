package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * Sums per calendar month (月度序列), counted back from the newest whole month: month 0 is the newest.
 * Whole numbers are added exactly, so the order of records never shows. Months before the first
 * record count as zero within a sum, and as too short a history where every month must be known.
 */
final class MonthlySeries {
  private static final int INITIAL_MONTHS = 40;

  private final int newest;
  private long[] sums = new long[INITIAL_MONTHS];
  private int reach;

  /** An empty series that ends with a month. */
  MonthlySeries(YearMonth newest) {
    this.newest = index(newest.getYear(), newest.getMonthValue());
  }

  /** Adds to the month of a day; a day after the newest month is left out. */
  void add(LocalDate day, long amount) {
    int month = newest - index(day.getYear(), day.getMonthValue());
    if (month < 0) {
      return;
    }
    if (month >= sums.length) {
      sums = Arrays.copyOf(sums, Math.max(month + 1, 2 * sums.length));
    }
    sums[month] = Math.addExact(sums[month], amount);
    reach = Math.max(reach, month + 1);
  }

  /** How many months this series ends before another; below 0 when after it. */
  int endsBefore(MonthlySeries other) {
    return other.newest - newest;
  }

  /** How many whole months the series reaches back, to that of its first record; 0 when empty. */
  int reach() {
    return reach;
  }

  long month(int month) {
    return month < sums.length ? sums[month] : 0;
  }

  /** The sum of the newest months. */
  long sum(int months) {
    return sum(0, months);
  }

  /** The sum of {@code months} months that end {@code skipped} months before the newest. */
  long sum(int skipped, int months) {
    long sum = 0;
    int end = Math.min(skipped + months, reach);
    for (int i = skipped; i < end; i++) {
      sum += sums[i];
    }
    return sum;
  }

  /** How many of the newest months are not zero. */
  int active(int months) {
    int active = 0;
    for (int i = 0; i < Math.min(months, reach); i++) {
      active += sums[i] == 0 ? 0 : 1;
    }
    return active;
  }

  /** The longest run of months at zero among the newest months. */
  int longestGap(int months) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < months; i++) {
      run = month(i) == 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** The months at zero since the newest month that is not; {@link #reach} when all are zero. */
  int trailingGap() {
    int gap = 0;
    while (gap < reach && sums[gap] == 0) {
      gap++;
    }
    return gap;
  }

  /** The newest months, oldest first. */
  long[] oldestFirst(int months) {
    long[] values = new long[months];
    for (int i = 0; i < months; i++) {
      values[months - 1 - i] = month(i);
    }
    return values;
  }

  private static int index(int year, int month) {
    return year * 12 + month;
  }
}
