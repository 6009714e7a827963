package org.xinyidai.models.training;

import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Tribuo;
import org.tribuo.provenance.TrainerProvenance;
import org.xinyidai.models.training.Trainer.Identity;

/** Where a model comes from (模型溯源), as words for its file. */
final class Provenances {
  private Provenances() {}

  static Map<String, String> of(
      TrainingSet set, ModelSettings settings, Identity identity, TrainerProvenance trainer) {
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("kind", settings.kind());
    provenance.put("data.sha256", set.digest());
    provenance.put("data.rows", String.valueOf(set.size()));
    provenance.put("data.bads", String.valueOf(set.bads()));
    provenance.put("data.columns", String.valueOf(set.columns().size()));
    provenance.put("seed", String.valueOf(identity.seed()));
    provenance.put("settings", settings.toString());
    provenance.put("trainer", trainer.getClassName());
    trainer
        .getConfiguredParameters()
        .forEach((name, value) -> provenance.put("trainer." + name, value.toString()));
    provenance.put("version.tribuo", Tribuo.VERSION);
    return provenance;
  }
}
