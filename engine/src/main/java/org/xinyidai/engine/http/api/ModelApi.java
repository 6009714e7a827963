package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.ServingModel;

/** The models that can be asked for, with what anyone needs to judge them. */
final class ModelApi {
  private final ModelRegistry models;

  /** The answer with its one member. */
  record ModelList(List<ModelView> models) {}

  ModelApi(ModelRegistry models) {
    this.models = models;
  }

  List<Endpoint> endpoints() {
    return List.of(Endpoint.get(Operation.LIST_MODELS, "/models", this::models));
  }

  private Future<Answer> models(Call call) {
    String champion = models.champion().map(ServingModel::id).orElse("");
    List<ModelView> views =
        models.ids().stream()
            .map(models::find)
            .flatMap(Optional::stream)
            .map(model -> ModelView.of(model.model(), model.id().equals(champion)))
            .toList();
    return Future.succeededFuture(Answer.json(new ModelList(views)));
  }
}
