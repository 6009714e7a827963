package org.xinyidai.engine.serving;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.telemetry.Step;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.score.Scorer;

/** Scores vectors by the models that serve (评分服务). */
public final class Scores {
  private final ModelRegistry registry;
  private final FeatureSchema schema;
  private final Map<ServingModel, Scorer> scorers = new ConcurrentHashMap<>();

  public Scores(ModelRegistry registry, FeatureSchema schema) {
    this.registry = registry;
    this.schema = schema;
  }

  /** The score by the champion; empty before there is one. */
  public Optional<Score> score(FeatureVector vector) {
    return registry.champion().map(model -> score(vector, model));
  }

  /** The model that scores where none is named; empty before there is one. */
  public Optional<ServingModel> champion() {
    return registry.champion();
  }

  /** The score by a named model; empty when no such model serves. */
  public Optional<Score> score(FeatureVector vector, String modelId) {
    return registry.find(modelId).map(model -> score(vector, model));
  }

  /** The same with all that the score was made of. */
  public Optional<Scored> score(UndisputedVector vector, @Nullable String modelId) {
    Optional<ServingModel> model = modelId == null ? registry.champion() : registry.find(modelId);
    return model.map(serving -> new Scored(vector, score(vector.vector(), serving), serving));
  }

  /** The names of the features that a model reads; empty when no such model serves. */
  public Optional<Set<String>> inputs(String modelId) {
    return registry.find(modelId).map(model -> Set.copyOf(model.compiled().features()));
  }

  /** The ids of the models that can be asked for. */
  public List<String> modelIds() {
    return registry.ids();
  }

  /** Scores vectors of the current schema by a model that serves. */
  public Scorer scorer(ServingModel model) {
    return scorers.computeIfAbsent(
        model, serving -> Scorer.of(serving.model(), serving.compiled(), schema));
  }

  private Score score(FeatureVector vector, ServingModel model) {
    return Step.timed("score", () -> scorer(model).score(vector));
  }
}
