package org.xinyidai.connectors.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.ScoringModel;

/**
 * What a lender declares beside its model (模型说明): which of our features each column of the graph
 * is, how a missing value is told, and which output is the answer.
 *
 * @param id how the model shall be called here
 * @param institution who made it
 * @param features of the columns, in the graph's order
 * @param output the graph's output; null for its last one
 * @param badColumn position of the outcome bad among the output's columns, from 0; 1 when null, or
 *     0 where the output has one column alone
 * @param answer what the output tells: {@code probability} of bad, which is taken when null, or
 *     {@code logOdds} of bad
 * @param tolerance how far a probability may stray from the check vectors; {@link #USUAL_TOLERANCE}
 *     when null, {@link #GREATEST_TOLERANCE} at most
 * @param scaling how odds become points; {@link Scaling#STANDARD} when null
 */
public record ModelMapping(
    String id,
    String institution,
    List<Feature> features,
    @Nullable String output,
    @Nullable Integer badColumn,
    @Nullable String answer,
    @Nullable Double tolerance,
    @Nullable Scaling scaling) {
  /** Outside runtimes sum in floats. */
  public static final double USUAL_TOLERANCE = 1e-5;

  /** A hundredth of a percent: more would be another model. */
  public static final double GREATEST_TOLERANCE = 1e-4;

  /** Far above any model on the features of this platform. */
  public static final int MOST_FEATURES = 2_000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * One column.
   *
   * @param feature the name of ours
   * @param factor what our value is multiplied by before the graph sees it, such as 0.01 from fen
   *     to yuan; 1 when null
   * @param missing the number that tells the graph that the value is missing; NaN when null
   */
  public record Feature(String feature, @Nullable Double factor, @Nullable Double missing) {
    public Feature {
      Objects.requireNonNull(feature, "feature");
      if (factor != null && !(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(feature + ": factor must be above 0");
      }
    }

    public double times() {
      return factor == null ? 1 : factor;
    }

    public double missingCode() {
      return missing == null ? Double.NaN : missing;
    }
  }

  public ModelMapping {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(institution, "institution");
    features = List.copyOf(Objects.requireNonNull(features, "features"));
    if (features.isEmpty() || features.size() > MOST_FEATURES) {
      throw new IllegalArgumentException("features: from 1 to " + MOST_FEATURES + " are taken");
    }
    if (new HashSet<>(features.stream().map(Feature::feature).toList()).size() < features.size()) {
      throw new IllegalArgumentException("features: one is named twice");
    }
    if (tolerance != null && !(tolerance >= 0 && tolerance <= GREATEST_TOLERANCE)) {
      throw new IllegalArgumentException("tolerance: at most " + GREATEST_TOLERANCE + " is taken");
    }
    if (answer != null && !answer.equals("probability") && !answer.equals("logOdds")) {
      throw new IllegalArgumentException("answer: probability or logOdds");
    }
  }

  /**
   * Reads the declaration.
   *
   * @throws UnreadableModel when it is no JSON of this form, with the member that is wrong
   */
  public static ModelMapping read(byte[] file) throws UnreadableModel {
    try {
      JsonNode tree = JSON.readTree(file);
      return JSON.treeToValue(tree, ModelMapping.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new UnreadableModel(
          "the mapping cannot be read: " + String.valueOf(e.getMessage()).lines().findFirst().get(),
          e);
    } catch (IOException e) {
      throw new UnreadableModel("the mapping cannot be read; write it again", e);
    }
  }

  /** The mapping of a model whose inputs bear the names of our features and their units. */
  public static ModelMapping of(ScoringModel model) {
    return new ModelMapping(
        model.id(),
        model.provenance().getOrDefault("institution", ""),
        model.inputs().stream().map(input -> new Feature(input.name(), null, null)).toList(),
        null,
        null,
        null,
        null,
        model.scaling());
  }

  /** The inputs of the model, in the order of the columns. */
  public List<ModelInput> inputs() {
    return features.stream().map(one -> ModelInput.numeric(one.feature())).toList();
  }

  public double toleranceOrUsual() {
    return tolerance == null ? USUAL_TOLERANCE : tolerance;
  }

  public Scaling scalingOrStandard() {
    return scaling == null ? Scaling.STANDARD : scaling;
  }

  public boolean answersLogOdds() {
    return "logOdds".equals(answer);
  }
}
