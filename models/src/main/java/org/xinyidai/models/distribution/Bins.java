package org.xinyidai.models.distribution;

import java.util.ArrayList;
import java.util.List;

/**
 * Bins of equal weight in a base (等频分箱), each a run of grid cells, and one for the missing: the
 * base's own counts decide where they end, so another period counted in them is counted exactly.
 */
public final class Bins {
  /** What the trade usually takes. */
  private static final int USUAL = 10;

  /** The last cell of each bin but the last, ascending. */
  private final int[] ends;

  private Bins(int[] ends) {
    this.ends = ends;
  }

  /** Ten bins of a base, fewer where many enterprises share a value. */
  public static Bins of(Distribution base) {
    List<Integer> ends = new ArrayList<>();
    long seen = 0;
    long due = 1;
    for (int cell = base.firstCell(); cell < base.endCell() - 1; cell++) {
      seen += base.count(cell);
      if (base.count(cell) > 0 && seen * USUAL >= due * base.present()) {
        ends.add(cell);
        due = seen * USUAL / base.present() + 1;
      }
    }
    return new Bins(ends.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Bins and, at the end, the missing. */
  public int size() {
    return ends.length + 2;
  }

  /** How many enterprises fall into each bin; the last number is that of the missing. */
  public long[] counts(Distribution distribution) {
    long[] counts = new long[size()];
    int bin = 0;
    for (int cell = distribution.firstCell(); cell < distribution.endCell(); cell++) {
      while (bin < ends.length && cell > ends[bin]) {
        bin++;
      }
      counts[bin] += distribution.count(cell);
    }
    counts[size() - 1] = distribution.missing();
    return counts;
  }
}
