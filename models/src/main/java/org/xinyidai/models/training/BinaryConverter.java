package org.xinyidai.models.training;

import com.google.protobuf.Any;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.common.xgboost.protos.XGBoostOutputConverterProto;
import org.tribuo.protos.ProtoSerializableClass;
import org.tribuo.protos.ProtoUtil;

/** Reads XGBoost's one probability, that of bad, as Tribuo's two. */
@ProtoSerializableClass(version = BinaryConverter.CURRENT_VERSION)
public final class BinaryConverter implements XGBoostOutputConverter<Label> {
  /** Of the form in Tribuo's files. */
  public static final int CURRENT_VERSION = 0;

  private static final long serialVersionUID = 1L;

  /** Tribuo calls it, by its name, when it reads a file. */
  public static BinaryConverter deserializeFromProto(int version, String className, Any message) {
    if (version != CURRENT_VERSION) {
      throw new IllegalArgumentException("version " + version + " of " + className);
    }
    return new BinaryConverter();
  }

  @Override
  public boolean generatesProbabilities() {
    return true;
  }

  @Override
  public Prediction<Label> convertOutput(
      ImmutableOutputInfo<Label> outcomes,
      List<float[]> outputs,
      int featuresUsed,
      Example<Label> example) {
    double bad = outputs.get(0)[0];
    Label good = new Label(Outcome.GOOD_NAME, 1 - bad);
    Label worse = new Label(Outcome.BAD_NAME, bad);
    return new Prediction<>(
        bad > 0.5 ? worse : good,
        Map.of(Outcome.GOOD_NAME, good, Outcome.BAD_NAME, worse),
        featuresUsed,
        example,
        true);
  }

  @Override
  public List<Prediction<Label>> convertBatchOutput(
      ImmutableOutputInfo<Label> outcomes,
      List<float[][]> outputs,
      int[] featuresUsed,
      Example<Label>[] examples) {
    List<Prediction<Label>> predictions = new ArrayList<>();
    for (int i = 0; i < examples.length; i++) {
      predictions.add(
          convertOutput(outcomes, List.of(outputs.get(0)[i]), featuresUsed[i], examples[i]));
    }
    return predictions;
  }

  @Override
  public XGBoostOutputConverterProto serialize() {
    return ProtoUtil.serialize(this);
  }

  @Override
  public Class<Label> getTypeWitness() {
    return Label.class;
  }
}
