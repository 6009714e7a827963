package org.xinyidai.models.distribution;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xinyidai.models.distribution.Stability.Level;
import org.xinyidai.models.feature.FeatureDefinition;

/**
 * How a feature stands on a day (特征状态): its definition, its spread, and how far it moved.
 *
 * @param stability PSI against the base; empty without one, or where the base has no vector with
 *     this feature
 */
public record FeatureStatus(
    FeatureDefinition feature,
    LocalDate asOf,
    Distribution distribution,
    OptionalDouble stability) {

  /** The status of the feature at a position of the schema. */
  public static FeatureStatus of(Population now, Optional<Population> base, int position) {
    Distribution distribution = now.of(position);
    OptionalDouble stability =
        base.map(population -> population.of(position))
            .filter(before -> before.total() > 0 && distribution.total() > 0)
            .map(before -> OptionalDouble.of(index(before, distribution)))
            .orElse(OptionalDouble.empty());
    return new FeatureStatus(
        now.schema().features().get(position), now.asOf(), distribution, stability);
  }

  /** The verdict on the stability; empty without a base. */
  public Optional<Level> level() {
    return stability.isPresent()
        ? Optional.of(Level.of(stability.getAsDouble()))
        : Optional.empty();
  }

  private static double index(Distribution before, Distribution now) {
    Bins bins = Bins.of(before);
    return Stability.index(bins.counts(before), bins.counts(now));
  }
}
