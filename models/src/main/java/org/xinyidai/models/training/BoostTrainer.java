package org.xinyidai.models.training;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Tribuo's XGBoost trainer for two outcomes. Tribuo's own one grows a tree for each outcome in each
 * round; this grows one for bad alone: half the trees, and monotone constraints keep their meaning.
 */
final class BoostTrainer extends XGBoostTrainer<Label> {

  /**
   * @param rounds how many times trees are added
   * @param parameters of XGBoost, {@code objective} among them
   */
  BoostTrainer(int rounds, Map<String, Object> parameters) {
    super(rounds, parameters);
    postConfig();
  }

  @Override
  public XGBoostModel<Label> train(Dataset<Label> examples, Map<String, Provenance> run) {
    return train(examples, run, INCREMENT_INVOCATION_COUNT);
  }

  @Override
  public XGBoostModel<Label> train(
      Dataset<Label> examples, Map<String, Provenance> run, int invocationCount) {
    if (invocationCount != INCREMENT_INVOCATION_COUNT) {
      setInvocationCount(invocationCount);
    }
    TrainerProvenance trainer = getProvenance();
    trainInvocationCounter++;
    Map<String, Object> parameters = new TreeMap<>(overrideParameters);
    try {
      DMatrix data =
          convertExamples(
                  examples,
                  examples.getFeatureIDMap(),
                  label -> label.getLabel().equals(Outcome.BAD_NAME) ? 1f : 0f)
              .data;
      Booster booster = XGBoost.train(data, parameters, numTrees, Map.of(), null, null);
      data.dispose();
      return createModel(
          "xgboost-binary-model",
          new ModelProvenance(
              XGBoostModel.class.getName(),
              OffsetDateTime.MIN,
              examples.getProvenance(),
              trainer,
              run),
          examples.getFeatureIDMap(),
          examples.getOutputIDInfo(),
          List.of(booster),
          new BinaryConverter());
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost refused " + parameters, e);
    }
  }

  @Override
  public TrainerProvenance getProvenance() {
    return new TrainerProvenanceImpl(this);
  }
}
