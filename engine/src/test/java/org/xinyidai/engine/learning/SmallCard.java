package org.xinyidai.engine.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.LinearTerm;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.ScoringModel;

/** Models of one term, whose probability is known by hand. */
final class SmallCard {
  private SmallCard() {}

  static ScoringModel named(String id, double intercept) {
    return of(id, intercept, intercept);
  }

  /** One whose training is said to have given another intercept. */
  static ScoringModel broken(String id) {
    return of(id, -1, -2);
  }

  private static ScoringModel of(String id, double intercept, double promised) {
    return new ScoringModel(
        id,
        FeatureCatalogue.CURRENT.version(),
        new LinearModel(
            intercept, List.of(new LinearTerm(ModelInput.numeric("tax_rating_class"), -1, 0))),
        Scaling.STANDARD,
        GradeScale.STANDARD,
        List.of(new CheckVector(Arrays.asList(Double.NaN), 1 / (1 + Math.exp(-promised)))),
        Map.of("data", "made by hand for a test"));
  }
}
