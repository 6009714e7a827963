package org.xinyidai.engine.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.ScoreId;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.BatchRun;
import org.xinyidai.engine.serving.BatchScoring;
import org.xinyidai.engine.serving.StoredRating;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.subject.Uscc;

/** Many scores in a few figures (评分汇总). */
final class ScoreSummary {
  private final Map<Grade, Long> grades = new EnumMap<>(Grade.class);
  private long count;
  private long points;
  private double risk;
  private int fewest = Integer.MAX_VALUE;
  private @Nullable ScoreId lowest;

  /** Scores everyone at a moment by a model, in a run whose scores are kept. */
  static ScoreSummary of(Platform platform, ServingModel model, Moment at, LongConsumer done) {
    BatchScoring batch = new BatchScoring(platform.store(), platform.vectors(), platform.scores());
    BatchRun run = batch.run(model, at, Runtime.getRuntime().availableProcessors(), done);
    ScoreSummary summary = new ScoreSummary();
    batch.ratings().forEach(run, (uscc, rating) -> summary.add(model, uscc, rating));
    return summary;
  }

  private void add(ServingModel model, Uscc uscc, StoredRating rating) {
    count++;
    points += rating.points();
    risk += rating.probabilityOfDefault();
    grades.merge(model.model().grades().grade(rating.probabilityOfDefault()), 1L, Long::sum);
    if (rating.points() < fewest) {
      fewest = rating.points();
      lowest = new ScoreId(uscc, rating.digest());
    }
  }

  long count() {
    return count;
  }

  double meanPoints() {
    return count == 0 ? 0 : (double) points / count;
  }

  double meanRisk() {
    return count == 0 ? 0 : risk / count;
  }

  Map<Grade, Long> grades() {
    return new EnumMap<>(grades);
  }

  /** The number of the lowest score. */
  Optional<ScoreId> lowest() {
    return Optional.ofNullable(lowest);
  }
}
