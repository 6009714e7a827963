package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.Shadows;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.learning.ModelEntry;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.ModelStatus;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Comparison;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.score.SwapSet;

/** The models that can be asked for, with what anyone needs to judge them, and their approval. */
final class ModelApi {
  /** What a lender accepts as a rule. */
  private static final int USUAL_ACCEPTANCE_PERCENT = 80;

  private final ModelRegistry models;
  private final Shadows shadows;
  private final int maxBytes;
  private final Workers workers;

  /** The answer with its one member. */
  record ModelList(List<ModelView> models) {}

  /** Who would gain and lose, and what to beware of. */
  record ComparisonView(String modelId, SwapSet swapSet, String warningZh, String warningEn) {}

  /** What a caller sends to change a status. */
  record StatusChange(@Nullable String status) {}

  ModelApi(Platform platform, int maxBytes, Workers workers) {
    this.models = platform.models();
    this.shadows =
        new Shadows(platform.store(), platform.models(), platform.scores(), platform.archive());
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_MODELS, "/models", this::models),
        Endpoint.get(Operation.GET_MODEL, "/models/{id}", this::model),
        Endpoint.get(Operation.GET_COMPARISON, "/models/{id}/comparison", this::comparison)
            .withQuery("accept"),
        Endpoint.post(
            Operation.POST_MODEL_STATUS,
            "/models/{id}/status",
            Intake.json(maxBytes),
            this::changeStatus));
  }

  private Future<Answer> models(Call call) {
    List<ModelView> views =
        models.ids().stream()
            .map(models::find)
            .flatMap(Optional::stream)
            .map(model -> ModelView.of(model, models))
            .toList();
    return Future.succeededFuture(Answer.json(new ModelList(views)));
  }

  private Future<Answer> model(Call call) {
    return Future.succeededFuture(Answer.json(ModelView.detail(entry(call.path("id")), models)));
  }

  private Future<Answer> comparison(Call call) {
    String id = entry(call.path("id")).id();
    int percent = call.number("accept", USUAL_ACCEPTANCE_PERCENT, 0, 100);
    return workers.run(
        () ->
            Answer.json(
                new ComparisonView(
                    id,
                    shadows.compare(id, percent / 100.0),
                    Comparison.BIAS_ZH,
                    Comparison.BIAS_EN)));
  }

  private Future<Answer> changeStatus(Call call) {
    String id = entry(call.path("id")).id();
    ModelStatus status =
        Optional.ofNullable(call.json(StatusChange.class).status())
            .flatMap(ModelStatus::ofId)
            .orElseThrow(ModelApi::noSuchStatus);
    Account account = call.access().account();
    String by = account.organisation() + " " + account.name();
    return workers.run(
        () -> {
          try {
            models.approve(id, status, by);
          } catch (StoreException e) {
            throw e.category() == Category.USER ? notAllowed(String.valueOf(e.getMessage())) : e;
          }
          return Answer.json(ModelView.detail(entry(id), models));
        });
  }

  private ModelEntry entry(String id) {
    return models.entry(id).orElseThrow(() -> noSuchModel("id"));
  }

  /** The field names the model, whose id may stand in the path or elsewhere. */
  static Refusal noSuchModel(String field) {
    return Refusal.of(
            ProblemType.NOT_FOUND,
            "没有此模型；全部模型见 /api/v1/models",
            "There is no such model; /api/v1/models lists them all")
        .at(field);
  }

  private static Refusal noSuchStatus() {
    return Refusal.of(
            ProblemType.INVALID_VALUE,
            "状态须为 candidate、shadow、champion、retired 之一",
            "A status is one of candidate, shadow, champion, retired")
        .at("status");
  }

  private static Refusal notAllowed(String reason) {
    return Refusal.of(ProblemType.INVALID_VALUE, "不能改变该模型的状态：" + reason, reason).at("status");
  }
}
