package org.xinyidai.engine.http.api;

import java.util.List;
import java.util.Map;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.ScoringModel;

/** A serving model as the API shows it (评分模型): what it reads and where it comes from. */
record ModelView(
    String id,
    boolean champion,
    String kind,
    int schemaVersion,
    List<String> features,
    Map<String, String> provenance) {
  static ModelView of(ScoringModel model, boolean champion) {
    return new ModelView(
        model.id(),
        champion,
        model.body().getClass().getSimpleName(),
        model.schemaVersion(),
        model.inputs().stream().map(ModelInput::name).toList(),
        model.provenance());
  }
}
