package org.xinyidai.models.training;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tribuo.Tribuo;
import org.tribuo.provenance.TrainerProvenance;
import org.xinyidai.models.training.Trainer.Identity;

/** Where a model comes from (模型溯源), as words for its file. */
final class Provenances {
  /** The rest of the tree trainer's parameters stand there unused: these override them. */
  private static final Set<String> OF_TREES = Set.of("numTrees", "overrideParameters");

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
    Map<String, Provenance> parameters = trainer.getConfiguredParameters();
    boolean overridden = settings instanceof TreeSettings;
    parameters.forEach(
        (name, value) -> {
          if (!overridden || OF_TREES.contains(name)) {
            provenance.put("trainer." + name, value.toString());
          }
        });
    provenance.put("version.tribuo", Tribuo.VERSION);
    return provenance;
  }
}
