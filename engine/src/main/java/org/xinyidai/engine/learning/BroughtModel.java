package org.xinyidai.engine.learning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.model.ModelFile;
import org.xinyidai.connectors.model.ModelMapping;
import org.xinyidai.connectors.model.OutsideChecks;
import org.xinyidai.connectors.model.PmmlReader;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.connectors.onnx.OnnxModel;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.ScoringModel;

/**
 * A model that somebody brings (引入的模型): our own JSON, PMML, or ONNX with its mapping and check
 * vectors.
 */
public final class BroughtModel {
  /** Trees of a whole forest as JSON stay below; a scorecard takes a thousandth. */
  public static final long LARGEST_FILE_BYTES = 64L << 20;

  private final byte[] file;
  private final String id;
  private final byte @Nullable [] mapping;
  private final @Nullable String checks;
  private final @Nullable Scaling points;

  private BroughtModel(
      byte[] file,
      String id,
      byte @Nullable [] mapping,
      @Nullable String checks,
      @Nullable Scaling points) {
    this.points = points;
    this.file = file;
    this.id = id;
    this.mapping = mapping;
    this.checks = checks;
  }

  /** Our own JSON, which carries its check vectors and its name. */
  public static BroughtModel json(byte[] file) {
    return new BroughtModel(file, "", null, null, null);
  }

  /**
   * PMML.
   *
   * @param id how it shall be called here
   * @param checks CSV of inputs and expected probabilities; null for a file that carries its own
   * @param points how the scores of a Scorecard in points are scaled; null for log-odds of bad, and
   *     for a file that says it itself
   */
  public static BroughtModel pmml(
      byte[] file, String id, @Nullable String checks, @Nullable Scaling points) {
    return new BroughtModel(file, id, null, checks, points);
  }

  /**
   * ONNX.
   *
   * @param mapping of the graph's columns, JSON
   * @param checks CSV of inputs and expected probabilities
   */
  public static BroughtModel onnx(byte[] file, byte[] mapping, String checks) {
    return new BroughtModel(file, "", mapping, checks, null);
  }

  /**
   * A model that may be kept.
   *
   * @param untried features of an outside model that no check vector misses, so that nothing proves
   *     what it does when they are missing
   */
  public record Read(ScoringModel model, List<String> untried) {
    public Read {
      untried = List.copyOf(untried);
    }
  }

  /**
   * Reads the model and, where check vectors came beside it, holds it against them.
   *
   * @param schema whose features the model may read
   * @throws UnreadableModel with what is wrong and what to do
   */
  public Read read(FeatureSchema schema) throws UnreadableModel {
    if (file.length > LARGEST_FILE_BYTES) {
      throw new UnreadableModel("larger than " + (LARGEST_FILE_BYTES >> 20) + " MiB");
    }
    Read read = readAny(schema.version());
    if (!ModelRegistry.isModelId(read.model().id())) {
      throw new UnreadableModel(
          "a model's id takes lower-case letters, digits, dots and hyphens; give another");
    }
    List<String> strange =
        read.model().inputs().stream()
            .map(ModelInput::name)
            .filter(name -> schema.position(name).isEmpty())
            .toList();
    if (!strange.isEmpty()) {
      throw new UnreadableModel(
          "no such features here: " + strange + "; docs/features.md lists all");
    }
    return read;
  }

  private Read readAny(int schemaVersion) throws UnreadableModel {
    if (mapping != null && checks != null) {
      ModelMapping read = ModelMapping.read(mapping);
      OutsideChecks vectors = OutsideChecks.read(checks, read);
      return held(vectors, OnnxModel.read(file, read, schemaVersion), read);
    }
    if (id.isEmpty()) {
      return new Read(ModelFile.read(file), List.of());
    }
    ScoringModel pmml = PmmlReader.read(file, id, schemaVersion, points);
    if (checks == null) {
      return new Read(pmml, List.of());
    }
    ModelMapping own = ModelMapping.of(pmml);
    return held(OutsideChecks.read(checks, own), pmml, own);
  }

  private Read held(OutsideChecks vectors, ScoringModel model, ModelMapping read)
      throws UnreadableModel {
    Map<String, String> provenance = new TreeMap<>(model.provenance());
    provenance.put("sourceSha256", digest());
    ScoringModel named =
        new ScoringModel(
            model.id(),
            model.schemaVersion(),
            model.body(),
            model.scaling(),
            model.grades(),
            model.checks(),
            provenance);
    return new Read(vectors.hold(named, read), vectors.neverMissing(named, read));
  }

  private String digest() {
    return DigestUtils.sha256Hex(file);
  }
}
