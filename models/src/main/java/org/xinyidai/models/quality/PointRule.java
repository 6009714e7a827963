package org.xinyidai.models.quality;

/**
 * Points pro rata between two values (按比例得分): none at or beyond one end, all at or beyond the
 * other, straight in between. The better end may be the lower one.
 *
 * @param none the value that earns nothing
 * @param all the value that earns everything
 * @param points what everything is
 */
public record PointRule(String requirement, String titleZh, Ratio none, Ratio all, long points) {
  /** Five administrative types (五类行政管理信息): conforming rate x 3. */
  public static final PointRule FIVE_TYPES =
      new PointRule("C11", "五类行政管理信息合规率", Ratio.ZERO, Ratio.ONE, 3);

  /** Commitments per market subject (信用承诺): 2 points from 100%. */
  public static final PointRule COMMITMENTS =
      new PointRule("C12", "信用承诺占市场主体比", Ratio.ZERO, Ratio.ONE, 2);

  /** Utility records of enterprises per market subject: 2 points from 1. */
  public static final PointRule UTILITY_ENTERPRISES =
      new PointRule("C14", "企业特定信息与市场主体比值", Ratio.ZERO, Ratio.ONE, 2);

  /** Utility records of persons per inhabitant: 3 points from 10. */
  public static final PointRule UTILITY_PERSONS =
      new PointRule("C14", "自然人特定信息与人口比值", Ratio.ZERO, Ratio.whole(10), 3);

  /**
   * Codes reported wrong or repeated that have been put right (重错码纠正): full points at zero left,
   * else pro rata. Our reading of 其余情况按比例: the share put right; with none reported the share is 1.
   */
  public static final PointRule CODES_PUT_RIGHT =
      new PointRule("C20", "重错码已纠正占比", Ratio.ZERO, Ratio.ONE, 3);

  /**
   * A-rated taxpayers (A级纳税人占比): none below 6%, 3 points from 10%. Our reading of pro rata between:
   * 3 x (share - 6%) / 4%.
   */
  public static final PointRule A_RATED =
      new PointRule("D2", "A级纳税人占比", Ratio.percent(6), Ratio.percent(10), 3);

  /**
   * Seriously dishonest subjects (严重失信主体占比): none from 5%, the lower the better. Our reading: full
   * points at zero, 3 x (1 - share / 5%) before.
   */
  public static final PointRule SERIOUSLY_DISHONEST =
      new PointRule("D3", "严重失信主体占比", Ratio.percent(5), Ratio.ZERO, 3);

  public PointRule {
    if (none.equals(all) || points <= 0) {
      throw new IllegalArgumentException(requirement + " gives no points between " + none);
    }
  }

  /** The points a value earns, exact. */
  public Ratio pointsOf(Ratio value) {
    Ratio share = value.minus(none).dividedBy(all.minus(none));
    return share.clamp(Ratio.ZERO, Ratio.ONE).times(Ratio.whole(points));
  }
}
