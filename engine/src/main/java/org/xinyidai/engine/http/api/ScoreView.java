package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.models.score.ReasonCode;
import org.xinyidai.models.score.Score;

/** A score as the API shows it (信用评分): the figures, why not higher, and what it was made of. */
record ScoreView(
    String scoreId,
    String uscc,
    int points,
    double probabilityOfDefault,
    String grade,
    int stars,
    List<ReasonView> reasons,
    String modelId,
    int schemaVersion,
    LocalDate asOf,
    Instant knownAt,
    @Nullable DisputedView disputed) {

  /** Why the score is not higher; what stands on a penalty or list names the way out (E3). */
  record ReasonView(
      String feature,
      double pointsLost,
      String textZh,
      String textEn,
      @Nullable TextView repairRoute) {
    static ReasonView of(ReasonCode reason) {
      return new ReasonView(
          reason.feature(),
          reason.pointsLost(),
          reason.textZh(),
          reason.textEn(),
          RouteViews.ofFeature(reason.feature()));
    }
  }

  /**
   * A score that was asked for.
   *
   * @param stored the record that it is kept as, perhaps since an earlier question
   */
  static ScoreView of(StoredScore stored, Score score) {
    return new ScoreView(
        stored.id().toString(),
        score.uscc().value(),
        score.points(),
        score.probabilityOfDefault(),
        score.grade().name(),
        score.stars(),
        score.reasons().stream().map(ReasonView::of).toList(),
        score.modelId(),
        score.schemaVersion(),
        score.asOf(),
        score.knownAt(),
        DisputedView.of(stored.touched()));
  }
}
