package org.xinyidai.connectors.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.xinyidai.connectors.model.ModelMapping;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.models.score.Calibration;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.ModelBody;
import org.xinyidai.models.score.ScoringModel;

/**
 * A lender's model in ONNX (外部ONNX模型): logistic regressions and trees, with scalers and imputers
 * before them, as the exporters of scikit-learn, XGBoost, LightGBM and Tribuo write them. Nothing
 * of the graph is run: it is translated, and what cannot be is refused by name.
 */
public final class OnnxModel {
  private static final Calibration AS_IT_IS =
      new Calibration.Isotonic(List.of(0.0, 1.0), List.of(0.0, 1.0));

  private OnnxModel() {}

  /**
   * Translates a graph; whether the model may serve is for its check vectors to say.
   *
   * @param schemaVersion of the features that the mapping names
   * @return the model without check vectors
   * @throws UnreadableModel when it is no ONNX file or computes what is not taken
   */
  public static ScoringModel read(byte[] file, ModelMapping mapping, int schemaVersion)
      throws UnreadableModel {
    ModelProto proto = parse(file);
    Graph graph = new Graph(proto.getGraph(), mapping);
    Value.Answer answer = graph.answer();
    ModelBody body;
    try {
      body = answer.margin().body(mapping.inputs(), calibration(answer, mapping));
    } catch (IllegalArgumentException e) {
      throw new UnreadableModel("the model does not hold together: " + e.getMessage(), e);
    }
    return new ScoringModel(
        mapping.id(),
        schemaVersion,
        body,
        mapping.scalingOrStandard(),
        GradeScale.STANDARD,
        List.of(),
        Map.of(
            "format",
            "ONNX",
            "kind",
            "onnx",
            "institution",
            mapping.institution(),
            "producer",
            (proto.getProducerName() + " " + proto.getProducerVersion()).strip()));
  }

  /** What makes a probability of the sum. */
  private static Calibration calibration(Value.Answer answer, ModelMapping mapping)
      throws UnreadableModel {
    if (answer.logistic() && mapping.answersLogOdds()) {
      throw new UnreadableModel("the output is a probability; the mapping says logOdds");
    }
    return answer.logistic() || mapping.answersLogOdds() ? Calibration.Platt.IDENTITY : AS_IT_IS;
  }

  private static ModelProto parse(byte[] file) throws UnreadableModel {
    try {
      ModelProto proto = ModelProto.parseFrom(CodedInputStream.newInstance(file));
      if (!proto.hasGraph()) {
        throw new UnreadableModel("the file holds no graph; save the model as ONNX again");
      }
      return proto;
    } catch (IOException e) {
      throw new UnreadableModel("not an ONNX file; save the model as ONNX again", e);
    }
  }
}
