package org.xinyidai.models.score;

/**
 * What an enterprise itself can do about a feature (可改进事项): never its age, its place or its past.
 *
 * @param feature by name
 * @param rises whether the good way is up
 * @param limit how far it can be brought: to this value, or by this share of its present value
 * @param relative whether the limit is a share
 * @param months until the change is seen in the data
 */
public record Action(
    String feature,
    boolean rises,
    double limit,
    boolean relative,
    int months,
    String textZh,
    String textEn) {
  public Action {
    if (!Double.isFinite(limit) || months < 1) {
      throw new IllegalArgumentException(feature + ": limit " + limit + ", months " + months);
    }
  }

  /** The best value within reach; the present one where it is as good already. */
  public double bound(double present) {
    double reach = relative ? present + Math.abs(present) * limit * (rises ? 1 : -1) : limit;
    return rises ? Math.max(present, reach) : Math.min(present, reach);
  }
}
