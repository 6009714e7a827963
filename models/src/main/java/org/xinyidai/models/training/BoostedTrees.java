package org.xinyidai.models.training;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.provenance.TrainerProvenance;
import org.xinyidai.models.score.DecisionTree;

/**
 * Several XGBoost models by Tribuo, taken as one by their mean margin. They differ by seed; where
 * the set has combined columns, every other one sees these too and the rest do not: two views of
 * the same rows err in different places.
 */
final class BoostedTrees {
  /** With few rows, trying every cut is quicker than counting classes of cuts. */
  private static final int EXACT_BELOW = 4_000;

  /** Of the many columns of the combined view a tree sees this part of its usual share. */
  private static final double COMBINED_SHARE = 0.6;

  private final List<XGBoostModel<Label>> models = new ArrayList<>();
  private final String[] names;
  private final float baseRate;

  /** Trains as many models as the size says. */
  BoostedTrees(TrainingSet set, TreeColumns columns, TreeSettings settings, Size size, long seed) {
    names =
        IntStream.range(0, set.columns().size())
            .mapToObj(BoostedTrees::name)
            .toArray(String[]::new);
    baseRate = (float) ((double) set.bads() / set.size());
    boolean[] plain = new boolean[names.length];
    boolean[] every = new boolean[names.length];
    for (int column = 0; column < names.length; column++) {
      plain[column] = !set.columns().get(column).combined();
      every[column] = true;
    }
    boolean twoViews = !Arrays.equals(plain, every) && settings.treesPerRound() == 1;
    for (int view = 0; view < Math.min(twoViews ? 2 : 1, size.bags()); view++) {
      boolean combined = view == 1;
      MutableDataset<Label> examples = examples(set, columns, combined ? every : plain);
      String constraints = constraints(set, columns, settings.monotoneByData(), examples);
      for (int bag = view; bag < size.bags(); bag += twoViews ? 2 : 1) {
        Map<String, Object> parameters = parameters(settings, set.size(), seed + bag, combined);
        parameters.put("monotone_constraints", constraints);
        models.add(new BoostTrainer(size.rounds(), parameters).train(examples, Map.of()));
      }
    }
  }

  /** The rows with only those columns that a view has. */
  private MutableDataset<Label> examples(TrainingSet set, TreeColumns columns, boolean[] view) {
    MutableDataset<Label> examples = Outcome.dataset("tree inputs");
    for (int row = 0; row < set.size(); row++) {
      float[] values = columns.row(row);
      for (int column = 0; column < values.length; column++) {
        values[column] = view[column] ? values[column] : Float.NaN;
      }
      examples.add(Outcome.example(set.isBad(row), names, values));
    }
    return examples;
  }

  /** How much to train. */
  record Size(int rounds, int bags) {}

  /**
   * Tribuo numbers features in the order of their names; these keep the columns' own, after the
   * constant's.
   */
  private static String name(int column) {
    return "f%06d".formatted(column);
  }

  private Map<String, Object> parameters(
      TreeSettings settings, int rows, long seed, boolean combined) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("base_score", baseRate);
    parameters.put("eta", settings.learningRate());
    parameters.put("max_depth", settings.depth());
    parameters.put("min_child_weight", settings.minimumWeight());
    parameters.put("subsample", settings.rowShare());
    boolean forest = settings.treesPerRound() > 1;
    parameters.put(
        forest ? "colsample_bynode" : "colsample_bytree",
        settings.columnShare() * (combined ? COMBINED_SHARE : 1));
    parameters.put("num_parallel_tree", settings.treesPerRound());
    parameters.put("lambda", settings.ridge());
    parameters.put("tree_method", rows < EXACT_BELOW ? "exact" : "hist");
    parameters.put("seed", seed);
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }

  private static String constraints(
      TrainingSet set, TreeColumns columns, boolean byData, Dataset<Label> examples) {
    int[] senses = new int[examples.getFeatureMap().size()];
    int feature = 1;
    for (int column = 0; column < set.columns().size(); column++) {
      if (examples.getFeatureMap().get(name(column)) != null) {
        senses[feature++] = sense(set, columns, column, byData);
      }
    }
    return IntStream.of(senses)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static int sense(TrainingSet set, TreeColumns columns, int column, boolean byData) {
    if (set.columns().get(column).input().isCategorical()) {
      return 1;
    }
    return switch (set.columns().get(column).sense()) {
      case RISK_RISES -> 1;
      case RISK_FALLS -> -1;
      case ANY -> byData ? senseOfData(set, columns.values()[column]) : 0;
    };
  }

  private static int senseOfData(TrainingSet set, float[] values) {
    int[] rows =
        IntStream.range(0, values.length).filter(row -> !Float.isNaN(values[row])).toArray();
    double[] risks = IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    boolean[] bad = new boolean[rows.length];
    int bads = 0;
    for (int i = 0; i < rows.length; i++) {
      bad[i] = set.isBad(rows[i]);
      bads += bad[i] ? 1 : 0;
    }
    if (bads == 0 || bads == rows.length) {
      return 0;
    }
    return Double.compare(Ranking.of(risks, bad).auc(), 0.5);
  }

  /** The log-odds of bad before any tree. */
  double baseMargin() {
    return Math.log(baseRate / (1.0 - baseRate));
  }

  /** All trees, each leaf divided by the number of models; features are columns of the set. */
  /** All trees, their leaves multiplied so that the models share this part of the margin. */
  List<DecisionTree> trees(double share) {
    List<DecisionTree> trees = new ArrayList<>();
    for (XGBoostModel<Label> model : models) {
      int[] columnOf = new int[model.getFeatureIDMap().size()];
      for (int column = 0; column < names.length; column++) {
        int feature = model.getFeatureIDMap().getID(names[column]);
        if (feature >= 0) {
          columnOf[feature] = column;
        }
      }
      trees.addAll(BoosterDump.trees(model, columnOf, share / models.size()));
    }
    return trees;
  }

  /** Tribuo's own log-odds of bad, the mean over the models. */
  double[] margins(List<float[]> rows) {
    MutableDataset<Label> examples = Outcome.dataset("rows");
    rows.forEach(row -> examples.add(Outcome.example(true, names, row)));
    double[] margins = new double[rows.size()];
    try {
      for (XGBoostModel<Label> model : models) {
        List<Prediction<Label>> predictions = model.predict(examples);
        for (int i = 0; i < margins.length; i++) {
          double p = Outcome.probabilityOfBad(predictions.get(i));
          margins[i] += Math.log(p / (1 - p)) / models.size();
        }
      }
    } finally {
      Reference.reachabilityFence(models);
    }
    return margins;
  }

  TrainerProvenance provenance() {
    return models.get(0).getProvenance().getTrainerProvenance();
  }
}
