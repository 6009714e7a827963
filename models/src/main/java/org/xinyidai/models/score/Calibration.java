package org.xinyidai.models.score;

import java.util.List;

/**
 * From a model's raw log-odds to an honest probability (概率校准). Never falls where the margin rises.
 */
public sealed interface Calibration {
  /** The probability of default at a raw log-odds of bad. */
  double probability(double margin);

  /**
   * How fast the calibrated log-odds rise with the raw one, there or as a whole; for reason codes.
   */
  double slope();

  /**
   * Platt: log-odds = intercept + slope x margin. J. Platt, Probabilistic Outputs for SVMs, 1999.
   */
  record Platt(double intercept, double slope) implements Calibration {
    /** Leaves the margin as it is. */
    public static final Platt IDENTITY = new Platt(0, 1);

    public Platt {
      if (!(slope > 0) || !Double.isFinite(intercept)) {
        throw new IllegalArgumentException("intercept " + intercept + ", slope " + slope);
      }
    }

    @Override
    public double probability(double margin) {
      return 1 / (1 + Math.exp(-(intercept + slope * margin)));
    }
  }

  /**
   * Isotonic: straight lines between knots, level outside them.
   *
   * @param margins rising
   * @param probabilities never falling, one per margin
   */
  record Isotonic(List<Double> margins, List<Double> probabilities) implements Calibration {
    public Isotonic {
      margins = List.copyOf(margins);
      probabilities = List.copyOf(probabilities);
      if (margins.isEmpty() || margins.size() != probabilities.size()) {
        throw new IllegalArgumentException(margins.size() + " and " + probabilities.size());
      }
      for (int i = 1; i < margins.size(); i++) {
        if (!(margins.get(i) > margins.get(i - 1))
            || probabilities.get(i) < probabilities.get(i - 1)) {
          throw new IllegalArgumentException("falls at knot " + i);
        }
      }
      if (!(probabilities.get(0) >= 0) || !(probabilities.get(probabilities.size() - 1) <= 1)) {
        throw new IllegalArgumentException("not probabilities: " + probabilities);
      }
    }

    @Override
    public double probability(double margin) {
      int last = margins.size() - 1;
      if (!(margin > margins.get(0))) {
        return probabilities.get(0);
      }
      if (margin >= margins.get(last)) {
        return probabilities.get(last);
      }
      int below = 0;
      int above = last;
      while (above - below > 1) {
        int middle = (below + above) >>> 1;
        if (margins.get(middle) <= margin) {
          below = middle;
        } else {
          above = middle;
        }
      }
      double share = (margin - margins.get(below)) / (margins.get(above) - margins.get(below));
      return probabilities.get(below)
          + share * (probabilities.get(above) - probabilities.get(below));
    }

    @Override
    public double slope() {
      return 1;
    }
  }
}
