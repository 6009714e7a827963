package org.xinyidai.engine.http;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;

/** A scorecard of one characteristic, small enough to check by hand: the tax rating. */
public final class SmallModel {
  private static final double LOW = -1;
  private static final double HIGH = 1;

  private SmallModel() {}

  /** With the given log-odds of bad for an enterprise of which nothing is known. */
  public static ScoringModel named(String id, double intercept) {
    Characteristic rating =
        new Characteristic(
            ModelInput.numeric("tax_rating_class"),
            -1,
            0.5,
            List.of(
                new Bin(new Interval(NEGATIVE_INFINITY, 3.5), 50, 50, LOW),
                new Bin(new Interval(3.5, POSITIVE_INFINITY), 90, 10, HIGH),
                new Bin(new Missing(), 70, 30, 0)));
    return new ScoringModel(
        id,
        FeatureCatalogue.CURRENT.version(),
        new Scorecard(intercept, List.of(rating)),
        Scaling.STANDARD,
        GradeScale.STANDARD,
        List.of(check(1, intercept - LOW), check(5, intercept - HIGH)),
        Map.of("data", "made by hand for a test"));
  }

  private static CheckVector check(double rating, double logOdds) {
    return new CheckVector(Arrays.asList(rating), 1 / (1 + Math.exp(-logOdds)));
  }
}
