package org.xinyidai.models.distribution;

/**
 * Population stability index (群体稳定性指标, PSI): the sum over bins of (now - base) ln(now / base), in
 * shares. Below 0.1 stable, to 0.25 to be watched, above shifted. Shares inside the logarithm are
 * at least {@link #LEAST_SHARE}, so an empty bin counts for much, not for everything.
 */
public final class Stability {
  /** What an empty bin is taken for. */
  private static final double LEAST_SHARE = 1e-4;

  /** Standard deviations beyond which chance alone does not explain a shift among thousands. */
  private static final double DEVIATIONS = 4.5;

  private Stability() {}

  /** The verdict by the norms of the trade. */
  public enum Level {
    STABLE(0, "稳定"),
    WATCH(0.1, "关注"),
    SHIFTED(0.25, "漂移");

    private final double from;
    private final String titleZh;

    Level(double from, String titleZh) {
      this.from = from;
      this.titleZh = titleZh;
    }

    /** The least index of this level. */
    public double from() {
      return from;
    }

    public String titleZh() {
      return titleZh;
    }

    public static Level of(double index) {
      return index > SHIFTED.from ? SHIFTED : index >= WATCH.from ? WATCH : STABLE;
    }
  }

  /** The index of two populations counted in the same bins; 0 where one of them is empty. */
  public static double index(long[] base, long[] now) {
    return contribution(base, now, base, now);
  }

  /**
   * What a part of the population adds to the index of the whole: contributions of parts that make
   * up the whole sum to its index.
   */
  public static double contribution(long[] base, long[] now, long[] basePart, long[] nowPart) {
    double baseTotal = total(base);
    double nowTotal = total(now);
    if (baseTotal == 0 || nowTotal == 0) {
      return 0;
    }
    double sum = 0;
    for (int bin = 0; bin < base.length; bin++) {
      double was = Math.max(base[bin] / baseTotal, LEAST_SHARE);
      double is = Math.max(now[bin] / nowTotal, LEAST_SHARE);
      sum += (nowPart[bin] / nowTotal - basePart[bin] / baseTotal) * StrictMath.log(is / was);
    }
    return sum;
  }

  /**
   * The index that chance alone could reach between two samples of one population: it is spread as
   * (1/n + 1/m) times chi-squared of one degree less than bins (Yurdakul 2018), here by the
   * approximation of Wilson and Hilferty. Infinite where one of them is empty.
   */
  public static double noise(long[] base, long[] now) {
    double n = total(base);
    double m = total(now);
    int freedom = base.length - 1;
    double spread = 2.0 / (9 * freedom);
    double root = 1 - spread + DEVIATIONS * Math.sqrt(spread);
    return (1 / n + 1 / m) * freedom * root * root * root;
  }

  private static double total(long[] counts) {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }
}
