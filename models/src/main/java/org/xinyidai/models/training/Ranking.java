package org.xinyidai.models.training;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well scores rank bads above goods (区分度).
 *
 * @param auc the chance that a bad has the higher risk than a good, ties counted half
 * @param ks the greatest distance between the distributions of bads and of goods
 *     (Kolmogorov-Smirnov)
 */
public record Ranking(double auc, double ks) {

  /**
   * Judges risks, higher for worse.
   *
   * @throws IllegalArgumentException when all labels are alike
   */
  public static Ranking of(double[] risks, boolean[] bad) {
    int[] order = order(risks);
    long bads = IntStream.range(0, bad.length).filter(row -> bad[row]).count();
    long goods = bad.length - bads;
    if (bads == 0 || goods == 0) {
      throw new IllegalArgumentException("labels are all alike: " + bads + " of " + bad.length);
    }
    double wins = 0;
    double distance = 0;
    long badsBelow = 0;
    long goodsBelow = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      long badsHere = 0;
      while (to < order.length && risks[order[to]] == risks[order[from]]) {
        badsHere += bad[order[to++]] ? 1 : 0;
      }
      long goodsHere = to - from - badsHere;
      wins += badsHere * (goodsBelow + goodsHere / 2.0);
      badsBelow += badsHere;
      goodsBelow += goodsHere;
      distance =
          Math.max(distance, Math.abs((double) goodsBelow / goods - (double) badsBelow / bads));
      from = to;
    }
    return new Ranking(wins / ((double) bads * goods), distance);
  }

  /** The rows by rising risk. */
  static int[] order(double[] risks) {
    return IntStream.range(0, risks.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> risks[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
