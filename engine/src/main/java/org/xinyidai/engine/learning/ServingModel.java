package org.xinyidai.engine.learning;

import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.ScoringModel;

/** A model that passed its check vectors, with its compiled form (在用模型). */
public record ServingModel(ScoringModel model, CompiledModel compiled) {
  public String id() {
    return model.id();
  }
}
