package org.xinyidai.benchmarks.score;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.xinyidai.models.score.Calibration;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.TreeEnsemble;
import org.xinyidai.models.score.TreeInput;
import org.xinyidai.models.training.BoosterDump;

/**
 * One model of 200 trees of depth 6 over 100 inputs, in three hands: Tribuo's, XGBoost's and ours.
 * Tribuo grows a tree for good and one for bad in each round; the log-odds of bad are the
 * difference, so the trees for good come in with their leaves turned.
 */
final class TreeCase {
  static final int FEATURES = 100;
  static final int DEPTH = 6;
  static final int BATCH = 10_000;
  private static final int ROUNDS = 100;
  private static final int TRAINING_ROWS = 4_000;
  private static final double MISSING_SHARE = 0.02;

  final SplittableRandom random = new SplittableRandom(20_241_122);
  final String[] names =
      IntStream.range(0, FEATURES).mapToObj("x%02d"::formatted).toArray(String[]::new);
  final double[][] rows = rows(BATCH);
  final XGBoostModel<Label> tribuo = train();
  final Booster booster = tribuo.getInnerModels().get(0);
  final List<DecisionTree> trees = trees();
  final CompiledModel compiled = ensemble().compile(Scaling.STANDARD);
  final int badLabel = tribuo.getOutputIDInfo().getID(new Label("bad"));

  /** The rows as XGBoost and the bare layout take them. */
  final float[] floats = new float[BATCH * FEATURES];

  TreeCase() {
    for (int row = 0; row < BATCH; row++) {
      for (int i = 0; i < FEATURES; i++) {
        floats[row * FEATURES + i] = (float) rows[row][i];
      }
    }
    tribuo.setNumThreads(1);
  }

  Example<Label> example(double[] row) {
    ArrayExample<Label> example = new ArrayExample<>(new Label("bad"));
    for (int i = 0; i < FEATURES; i++) {
      if (!Double.isNaN(row[i])) {
        example.add(names[i], row[i]);
      }
    }
    return example;
  }

  private double[][] rows(int count) {
    double[][] made = new double[count][FEATURES];
    for (double[] row : made) {
      for (int i = 0; i < FEATURES; i++) {
        row[i] = random.nextDouble() < MISSING_SHARE ? Double.NaN : random.nextDouble(-3, 3);
      }
    }
    return made;
  }

  private XGBoostModel<Label> train() {
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> examples =
        new MutableDataset<>(
            new SimpleDataSourceProvenance(
                "synthetic", OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), labels),
            labels);
    for (double[] row : rows(TRAINING_ROWS)) {
      double sum = 0;
      for (int i = 0; i + 1 < FEATURES; i += 2) {
        sum += Double.isNaN(row[i] + row[i + 1]) ? 0 : row[i] * row[i + 1];
      }
      ArrayExample<Label> example =
          new ArrayExample<>(new Label(sum + random.nextDouble(-9, 9) > 0 ? "bad" : "good"));
      for (int i = 0; i < FEATURES; i++) {
        if (!Double.isNaN(row[i])) {
          example.add(names[i], row[i]);
        }
      }
      examples.add(example);
    }
    return new XGBoostClassificationTrainer(
            ROUNDS,
            Map.of(
                "eta",
                0.1,
                "max_depth",
                DEPTH,
                "tree_method",
                "hist",
                "nthread",
                1,
                "objective",
                "multi:softprob",
                "verbosity",
                0))
        .train(examples);
  }

  private List<DecisionTree> trees() {
    int bad = tribuo.getOutputIDInfo().getID(new Label("bad"));
    int[] columns = new int[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      columns[tribuo.getFeatureIDMap().getID(names[i])] = i;
    }
    try {
      String[] dump = booster.getModelDump("", true);
      List<DecisionTree> read = new ArrayList<>();
      for (int i = 0; i < dump.length; i++) {
        read.add(BoosterDump.tree(dump[i], columns, i % 2 == bad ? 1 : -1));
      }
      return read;
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost cannot print its trees", e);
    }
  }

  private TreeEnsemble ensemble() {
    return new TreeEnsemble(
        IntStream.range(0, FEATURES).mapToObj(i -> ModelInput.numeric(names[i])).toList(),
        IntStream.range(0, FEATURES).mapToObj(TreeInput::number).toList(),
        0,
        trees,
        Calibration.Platt.IDENTITY);
  }
}
