package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of good and of bad lie along a ranking (排序曲线): what a ROC and a KS chart draw.
 *
 * @param points from the riskiest row on, the first at 0 and the last at 1 of both
 */
public record RankingCurve(List<Point> points, double auc, double ks) {
  /** A chart shows no more. */
  private static final int POINTS = 200;

  public RankingCurve {
    points = List.copyOf(points);
  }

  /**
   * A cut of the ranking: what lies above it.
   *
   * @param rows share of all rows
   * @param goods share of the goods: the false positives of a ROC chart
   * @param bads share of the bads: its true positives
   */
  public record Point(double rows, double goods, double bads) {}

  /**
   * The curve of a ranking.
   *
   * @param risks higher for worse
   * @throws IllegalArgumentException when all labels are alike
   */
  public static RankingCurve of(double[] risks, boolean[] bad) {
    Ranking ranking = Ranking.of(risks, bad);
    int[] order = Ranking.order(risks);
    long allBads = 0;
    for (boolean one : bad) {
      allBads += one ? 1 : 0;
    }
    long allGoods = bad.length - allBads;
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0, 0)));
    long bads = 0;
    int taken = 0;
    for (int i = order.length - 1; i >= 0; i--) {
      bads += bad[order[i]] ? 1 : 0;
      taken++;
      boolean tied = i > 0 && risks[order[i - 1]] == risks[order[i]];
      boolean due = (long) taken * POINTS >= (long) order.length * points.size();
      if (i == 0 || (due && !tied)) {
        points.add(
            new Point(
                (double) taken / order.length,
                (double) (taken - bads) / allGoods,
                (double) bads / allBads));
      }
    }
    return new RankingCurve(points, ranking.auc(), ranking.ks());
  }
}
