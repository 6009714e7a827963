package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.learning.ModelEntry;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.ScoringModel;

/** A serving model as the API shows it (评分模型): what it reads and where it comes from. */
record ModelView(
    String id,
    boolean champion,
    String status,
    String kind,
    int schemaVersion,
    List<String> features,
    Map<String, String> provenance) {

  /** One step of a model's life. */
  record ChangeView(String status, String by, Instant at) {}

  /**
   * A kept model with its life.
   *
   * @param refusal why it does not serve; null where it does
   * @param model null where it does not serve
   * @param card null where nobody has judged it
   */
  record Detail(
      String id,
      boolean champion,
      String status,
      @Nullable String refusal,
      List<ChangeView> changes,
      @Nullable ModelView model,
      @Nullable ModelCardView card) {}

  static ModelView of(ServingModel serving, ModelRegistry models) {
    ScoringModel model = serving.model();
    return new ModelView(
        model.id(),
        isChampion(model.id(), models),
        models.entry(model.id()).map(entry -> entry.status().id()).orElse("candidate"),
        model.body().getClass().getSimpleName(),
        model.schemaVersion(),
        model.inputs().stream().map(ModelInput::name).toList(),
        model.provenance());
  }

  static Detail detail(ModelEntry entry, ModelRegistry models) {
    return new Detail(
        entry.id(),
        isChampion(entry.id(), models),
        entry.status().id(),
        models.refusal(entry.id()).orElse(null),
        entry.changes().stream()
            .map(change -> new ChangeView(change.status().id(), change.by(), change.at()))
            .toList(),
        models.find(entry.id()).map(model -> of(model, models)).orElse(null),
        models.card(entry.id()).map(ModelCardView::of).orElse(null));
  }

  private static boolean isChampion(String id, ModelRegistry models) {
    return models.champion().filter(champion -> champion.id().equals(id)).isPresent();
  }
}
