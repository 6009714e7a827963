package org.xinyidai.engine.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.score.Score;

/** Many scores in a few figures (评分汇总). */
final class ScoreSummary {
  private final Map<Grade, Long> grades = new EnumMap<>(Grade.class);
  private long count;
  private long points;
  private double risk;
  private @Nullable Score lowest;

  void add(Score score) {
    count++;
    points += score.points();
    risk += score.probabilityOfDefault();
    grades.merge(score.grade(), 1L, Long::sum);
    if (lowest == null || score.points() < lowest.points()) {
      lowest = score;
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

  Optional<Score> lowest() {
    return Optional.ofNullable(lowest);
  }
}
