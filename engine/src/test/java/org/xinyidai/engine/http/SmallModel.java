package org.xinyidai.engine.http;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.Evaluation.CalibrationBand;
import org.xinyidai.models.score.Evaluation.Spread;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.score.ModelCard.FeatureStrength;
import org.xinyidai.models.score.ModelCard.GroupFigures;
import org.xinyidai.models.score.ModelCard.Sample;
import org.xinyidai.models.score.ModelCard.Stability;
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

  /** What somebody may sign for it. */
  public static ModelCard card(String id) {
    Evaluation evaluation =
        new Evaluation(
            5,
            1,
            new Spread(0.81, 0.02),
            new Spread(0.47, 0.03),
            0.08,
            0.3,
            List.of(new CalibrationBand(100, 0.1, 0.12)));
    return new ModelCard(
        id,
        "card",
        new Sample(
            "ab".repeat(32), LocalDate.of(2025, 1, 31), LocalDate.of(2025, 6, 30), 100, 12, 7),
        evaluation,
        List.of(new Stability("第1折", 0.01)),
        List.of(new GroupFigures("企业规模", "微型", 40, 0, 0.1, 0, 0.2, 1, Double.NaN)),
        List.of(new FeatureStrength("tax_rating_class", 0.31, 0.05)),
        List.of("仅供测试。"));
  }

  private static CheckVector check(double rating, double logOdds) {
    return new CheckVector(Arrays.asList(rating), 1 / (1 + Math.exp(-logOdds)));
  }
}
