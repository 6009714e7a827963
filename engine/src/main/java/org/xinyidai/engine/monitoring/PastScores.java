package org.xinyidai.engine.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.models.monitoring.ScoredPopulation;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.subject.Uscc;

/**
 * What a model says of enterprises on past days (历史评分重算): from what was known by the end of the
 * day, so that no later word helps it.
 */
final class PastScores {
  /** Days end by the office's clock. */
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private final Vectors vectors;
  private final Scorer scorer;

  PastScores(Vectors vectors, Scorer scorer) {
    this.vectors = vectors;
    this.scorer = scorer;
  }

  /** The last instant whose knowledge counts for a day. */
  static Instant endOf(LocalDate day) {
    return day.atTime(LocalTime.MAX).toInstant(BEIJING);
  }

  /** The inputs of an enterprise on a day; all NaN where nothing was known. */
  double[] row(Uscc uscc, LocalDate day) {
    return scorer.row(vectors.compute(uscc, day, endOf(day)));
  }

  /** The probability of default; empty where nothing was known that the model reads. */
  OptionalDouble risk(Uscc uscc, LocalDate day) {
    double[] row = row(uscc, day);
    return ScoredPopulation.isBlank(row)
        ? OptionalDouble.empty()
        : OptionalDouble.of(scorer.probabilityOfDefault(row));
  }
}
