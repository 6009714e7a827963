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
  private final int schemaVersion;

  private Scorer(
      ScoringModel model,
      CompiledModel compiled,
      List<FeatureDefinition> inputs,
      int[] positions,
      int schemaVersion) {
    this.model = model;
    this.compiled = compiled;
    this.inputs = inputs;
    this.positions = positions;
    this.schemaVersion = schemaVersion;
  }

  /**
   * A scorer of vectors of a schema.
   *
   * @param compiled the model as it was admitted
   * @throws IllegalArgumentException when the schema did not grow from that of the model
   */
  public static Scorer of(ScoringModel model, CompiledModel compiled, FeatureSchema schema) {
    schema.at(model.schemaVersion());
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
    return new Scorer(model, compiled, List.copyOf(inputs), positions, schema.version());
  }

  /** The score of a vector of the scorer's schema. */
  public Score score(FeatureVector vector) {
    double[] row = row(vector);
    Rating rating = rating(vector, compiled.probabilityOfDefault(row));
    return new Score(
        vector.uscc(),
        rating.points(),
        rating.probabilityOfDefault(),
        rating.grade(),
        rating.stars(),
        reasons(row),
        model.id(),
        vector.schemaVersion(),
        vector.asOf(),
        vector.knownAt());
  }

  /** The figures of many vectors, equal to the bit to those of {@link #score}, without reasons. */
  public List<Rating> rate(List<FeatureVector> vectors) {
    double[][] rows = vectors.stream().map(this::row).toArray(double[][]::new);
    double[] probabilities = new double[rows.length];
    compiled.probabilitiesOfDefault(rows, probabilities);
    List<Rating> ratings = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      ratings.add(rating(vectors.get(i), probabilities[i]));
    }
    return ratings;
  }

  /** What the model reads of a vector, in the order of its inputs; NaN where missing. */
  public double[] row(FeatureVector vector) {
    if (vector.schemaVersion() != schemaVersion) {
      throw new IllegalArgumentException(
          "a vector of schema %d for a scorer of schema %d"
              .formatted(vector.schemaVersion(), schemaVersion));
    }
    double[] row = new double[positions.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = vector.value(positions[i]);
    }
    return row;
  }

  /** Where in a vector of the scorer's schema the model's inputs stand. */
  public int[] positions() {
    return positions.clone();
  }

  /** The probabilities of many rows, equal to the bit to one by one. */
  public void probabilitiesOfDefault(double[][] rows, double[] probabilities) {
    compiled.probabilitiesOfDefault(rows, probabilities);
  }

  /** Whole points of a probability of default. */
  public int points(double probabilityOfDefault) {
    return model.scaling().points(probabilityOfDefault);
  }

  /** The features that the model reads, in the order of its inputs. */
  public List<FeatureDefinition> inputs() {
    return inputs;
  }

  public ScoringModel model() {
    return model;
  }

  /** The probability of default of a row of the inputs. */
  public double probabilityOfDefault(double[] row) {
    return compiled.probabilityOfDefault(row);
  }

  /**
   * Points that each input gives to the score of a row; see {@link CompiledModel#contributions}.
   */
  public double[] contributions(double[] row) {
    double[] points = new double[row.length];
    compiled.contributions(row, points);
    return points;
  }

  private Rating rating(FeatureVector vector, double probability) {
    return new Rating(
        vector.uscc(),
        model.scaling().points(probability),
        probability,
        model.grades().grade(probability),
        model.grades().stars(probability));
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
