package org.xinyidai.models.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;

/**
 * Scores vectors by one model (评分): picks the model's inputs out of the vector, and puts points,
 * grade, stars and reasons to the probability. Immutable, safe for many threads.
 */
public final class Scorer {
  /** What rounds to no point is no reason. */
  private static final double LEAST_POINTS_LOST = 0.5;

  private final ScoringModel model;
  private final CompiledModel compiled;
  private final List<FeatureDefinition> inputs;
  private final int[] positions;

  private Scorer(
      ScoringModel model, CompiledModel compiled, List<FeatureDefinition> inputs, int[] positions) {
    this.model = model;
    this.compiled = compiled;
    this.inputs = inputs;
    this.positions = positions;
  }

  /**
   * A scorer of vectors of a schema.
   *
   * @param compiled the model as it was admitted
   * @throws IllegalArgumentException when the model was trained on another schema
   */
  public static Scorer of(ScoringModel model, CompiledModel compiled, FeatureSchema schema) {
    if (model.schemaVersion() != schema.version()) {
      throw new IllegalArgumentException(
          "model %s reads schema %d, not %d"
              .formatted(model.id(), model.schemaVersion(), schema.version()));
    }
    int[] positions =
        compiled.features().stream()
            .mapToInt(
                name ->
                    schema
                        .position(name)
                        .orElseThrow(() -> new IllegalArgumentException("no feature " + name)))
            .toArray();
    List<FeatureDefinition> inputs = new ArrayList<>();
    for (int position : positions) {
      inputs.add(schema.features().get(position));
    }
    return new Scorer(model, compiled, List.copyOf(inputs), positions);
  }

  /** The score of a vector of the scorer's schema. */
  public Score score(FeatureVector vector) {
    if (vector.schemaVersion() != model.schemaVersion()) {
      throw new IllegalArgumentException(
          "a vector of schema %d for a model of schema %d"
              .formatted(vector.schemaVersion(), model.schemaVersion()));
    }
    double[] row = new double[positions.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = vector.value(positions[i]);
    }
    double probability = compiled.probabilityOfDefault(row);
    return new Score(
        vector.uscc(),
        model.scaling().points(probability),
        probability,
        model.grades().grade(probability),
        model.grades().stars(probability),
        reasons(row),
        model.id(),
        model.schemaVersion(),
        vector.asOf(),
        vector.knownAt());
  }

  private List<ReasonCode> reasons(double[] row) {
    double[] lost = new double[row.length];
    compiled.pointsLost(row, lost);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < lost.length; i++) {
      if (lost[i] >= LEAST_POINTS_LOST) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> -lost[i]).thenComparing(i -> positions[i]));
    return order.stream()
        .limit(Score.MAX_REASONS)
        .map(i -> ReasonText.of(inputs.get(i), row[i], lost[i]))
        .toList();
  }
}
