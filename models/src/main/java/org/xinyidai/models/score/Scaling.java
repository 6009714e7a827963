package org.xinyidai.models.score;

/**
 * How odds become points (评分刻度): points = A - B ln(odds of bad), B = pdo / ln 2, A set so that
 * {@code baseOdds} earns {@code basePoints}. It travels with the model file, for toolkits differ in
 * their defaults.
 *
 * @param basePoints the points at the base odds
 * @param baseOdds odds of bad (bads for one good) at the base points
 * @param pdo points that double the odds of good
 */
public record Scaling(double basePoints, double baseOdds, double pdo) {
  /**
   * The custom of the widest-spread open toolkits: 600 points at one bad in twenty, 50 to double.
   */
  public static final Scaling STANDARD = new Scaling(600, 1.0 / 19, 50);

  /** Keeps the points finite where a model is certain. */
  private static final double LEAST_PROBABILITY = 1e-9;

  public Scaling {
    if (!(baseOdds > 0) || !(pdo > 0) || !Double.isFinite(basePoints)) {
      throw new IllegalArgumentException(
          "base " + basePoints + " at odds " + baseOdds + ", pdo " + pdo);
    }
  }

  /** B: points for one unit of log-odds. */
  public double factor() {
    return pdo / Math.log(2);
  }

  /** A: points at odds of one to one. */
  public double offset() {
    return basePoints + factor() * Math.log(baseOdds);
  }

  /** Points, unrounded, of a log-odds of bad. */
  public double pointsOfLogOdds(double logOddsOfBad) {
    return offset() - factor() * logOddsOfBad;
  }

  /** Whole points of a probability of default. */
  public int points(double probabilityOfDefault) {
    double p = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, probabilityOfDefault));
    return (int) Math.round(pointsOfLogOdds(Math.log(p / (1 - p))));
  }
}
