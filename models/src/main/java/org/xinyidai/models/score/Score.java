package org.xinyidai.models.score;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.xinyidai.models.subject.Uscc;

/**
 * A score (信用评分) of one enterprise by one model on one vector.
 *
 * @param points on the model's own scale, higher is better
 * @param probabilityOfDefault within the model's outcome window, 0 to 1
 * @param stars 1 to 5 (requirement D8)
 * @param reasons at most {@link #MAX_REASONS}, the costliest first, ties in schema order
 */
public record Score(
    Uscc uscc,
    int points,
    double probabilityOfDefault,
    Grade grade,
    int stars,
    List<ReasonCode> reasons,
    String modelId,
    int schemaVersion,
    LocalDate asOf,
    Instant knownAt) {
  /** The trade's custom, and what a person can act on. */
  public static final int MAX_REASONS = 4;

  public Score {
    reasons = List.copyOf(reasons);
    if (!(probabilityOfDefault >= 0 && probabilityOfDefault <= 1)) {
      throw new IllegalArgumentException("not a probability: " + probabilityOfDefault);
    }
    if (stars < 1 || stars > 5 || reasons.size() > MAX_REASONS) {
      throw new IllegalArgumentException("stars " + stars + ", reasons " + reasons.size());
    }
  }
}
