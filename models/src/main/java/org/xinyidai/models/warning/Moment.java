package org.xinyidai.models.warning;

import java.util.Optional;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.Score;

/** An enterprise on one day (时点状况): its vector, and its score where a model serves. */
public record Moment(FeatureVector vector, Optional<Score> score) {}
