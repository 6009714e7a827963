package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.xinyidai.models.score.ReasonCode;
import org.xinyidai.models.score.Score;

/** A score as the API shows it (信用评分): the figures, why not higher, and what it was made of. */
record ScoreView(
    String uscc,
    int points,
    double probabilityOfDefault,
    String grade,
    int stars,
    List<ReasonView> reasons,
    String modelId,
    int schemaVersion,
    LocalDate asOf,
    Instant knownAt) {

  /** Why the score is not higher. */
  record ReasonView(String feature, double pointsLost, String textZh, String textEn) {
    static ReasonView of(ReasonCode reason) {
      return new ReasonView(
          reason.feature(), reason.pointsLost(), reason.textZh(), reason.textEn());
    }
  }

  static ScoreView of(Score score) {
    return new ScoreView(
        score.uscc().value(),
        score.points(),
        score.probabilityOfDefault(),
        score.grade().name(),
        score.stars(),
        score.reasons().stream().map(ReasonView::of).toList(),
        score.modelId(),
        score.schemaVersion(),
        score.asOf(),
        score.knownAt());
  }
}
