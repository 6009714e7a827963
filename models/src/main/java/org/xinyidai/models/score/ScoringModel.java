package org.xinyidai.models.score;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model with all that it needs to score and to be trusted (评分模型): what its file holds.
 *
 * @param id names the model; another training, another id
 * @param schemaVersion of the features it reads; 0 when it reads a plain table
 * @param checks rows with the probabilities of the training library
 * @param provenance data digest, seed, trainer, its parameters and versions, by name
 */
public record ScoringModel(
    String id,
    int schemaVersion,
    ModelBody body,
    Scaling scaling,
    GradeScale grades,
    List<CheckVector> checks,
    Map<String, String> provenance) {
  /** How far linear arithmetic in another order may stray. */
  public static final double LINEAR_TOLERANCE = 1e-9;

  /** How far a sum of floats may stray from a sum of doubles. */
  public static final double TREE_TOLERANCE = 1e-6;

  public ScoringModel {
    checks = List.copyOf(checks);
    provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
  }

  public List<ModelInput> inputs() {
    return body.inputs();
  }

  /** Compiles the model and holds it against its check vectors. */
  public Admission admit() {
    CompiledModel compiled = body.compile(scaling);
    double tolerance = body instanceof TreeEnsemble ? TREE_TOLERANCE : LINEAR_TOLERANCE;
    if (checks.isEmpty()) {
      return new Admission.Refused("model " + id + " has no check vectors");
    }
    for (int i = 0; i < checks.size(); i++) {
      CheckVector check = checks.get(i);
      if (check.row().size() != inputs().size()) {
        return new Admission.Refused(
            "check vector %d of model %s has %d values, not %d"
                .formatted(i, id, check.row().size(), inputs().size()));
      }
      double actual = compiled.probabilityOfDefault(check.values());
      if (!(Math.abs(actual - check.probabilityOfDefault()) <= tolerance)) {
        return new Admission.Refused(
            "check vector %d of model %s gives %s, its training gave %s"
                .formatted(i, id, actual, check.probabilityOfDefault()));
      }
    }
    return new Admission.Admitted(compiled);
  }
}
