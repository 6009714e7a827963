package org.xinyidai.models.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.ReasonCode;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.Scorer;

/**
 * Why a score is what it is (评分解释).
 *
 * @param reasons why it is not higher, the costliest first
 * @param since the day with which it is compared
 * @param pointsBefore of that day; null where nothing was known then that the model reads
 * @param changes what moved since, the most first; empty where nothing was known then
 */
public record Explanation(
    Score score,
    List<Reason> reasons,
    LocalDate since,
    @Nullable Integer pointsBefore,
    List<Change> changes) {
  public Explanation {
    reasons = List.copyOf(reasons);
    changes = List.copyOf(changes);
  }

  /** The months back with which a score is compared. */
  public static final int MONTHS_BACK = 1;

  /**
   * What an explanation is made of.
   *
   * @param before the vector of the earlier day, as it was known then
   * @param present the vector behind the score
   * @param groups of the enterprise, from the nearest peers to all
   */
  public record Sources(
      Score score, FeatureVector before, FeatureVector present, List<PeerGroup> groups) {}

  /** Explains a score of the scorer. */
  public static Explanation of(Scorer scorer, Sources from, Benchmark.Table table) {
    double[] now = scorer.row(from.present());
    double[] before = scorer.row(from.before());
    boolean known = isKnown(before);
    List<Change> changes = known ? Change.between(scorer, before, now) : List.of();
    List<Reason> reasons = new ArrayList<>();
    for (ReasonCode code : from.score().reasons()) {
      int input = input(scorer.inputs(), code.feature());
      Optional<Benchmark> benchmark = Benchmark.of(from.groups(), code.feature(), table);
      reasons.add(Reason.of(code, scorer.inputs().get(input), now[input], benchmark, changes));
    }
    return new Explanation(
        from.score(),
        reasons,
        from.before().asOf(),
        known ? scorer.points(scorer.probabilityOfDefault(before)) : null,
        changes);
  }

  private static boolean isKnown(double[] row) {
    for (double value : row) {
      if (!Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  private static int input(List<FeatureDefinition> inputs, String feature) {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).name().equals(feature)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the model does not read " + feature);
  }
}
