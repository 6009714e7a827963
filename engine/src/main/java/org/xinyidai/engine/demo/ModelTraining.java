package org.xinyidai.engine.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.Learner;
import org.xinyidai.engine.learning.Learner.Learnt;
import org.xinyidai.engine.learning.TrainingSets;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.training.CardSettings;
import org.xinyidai.models.training.ModelSettings;
import org.xinyidai.models.training.TrainingSet;
import org.xinyidai.models.training.TreeSettings;

/** Trains a scorecard and a challenger, keeps both and lets the better one serve (模型训练). */
public final class ModelTraining {
  private static final long SEED = 2020;
  private static final int THREADS = 2;

  private final Platform platform;
  private final Show show;

  public ModelTraining(Platform platform, Show show) {
    this.platform = platform;
    this.show = show;
  }

  /** How often the rows are split, and into how many parts. */
  public record Folds(int count, int repeats) {}

  /**
   * Joins the labels to what was known on their days, and trains on that.
   *
   * @param name the last part of the models' ids
   */
  public List<Learnt> train(List<Label> labels, Folds folds, String name) {
    TrainingSets sets = new TrainingSets(platform.store(), platform.vectors().schema());
    List<TrainingSet> joined = new ArrayList<>();
    show.during("training set", labels.size(), done -> joined.add(sets.join(labels, done)));
    return train(joined.get(0), folds, name);
  }

  /** Trains a scorecard alone, and neither keeps it nor lets it serve. */
  Learnt trainCard(List<Label> labels, Folds folds, String name) {
    TrainingSets sets = new TrainingSets(platform.store(), platform.vectors().schema());
    TrainingSet set = sets.join(labels, done -> {});
    return learn(set, CardSettings.forSample(set.size(), set.bads()), folds, name);
  }

  /** Trains both models on a set, the scorecard first; the one of the better AUC is promoted. */
  List<Learnt> train(TrainingSet set, Folds folds, String name) {
    show.say(
        "%ntraining set 训练样本: %,d rows, %,d bad; %d features have values"
            .formatted(set.size(), set.bads(), set.columns().size()));
    List<Learnt> learnt = new ArrayList<>();
    for (ModelSettings settings :
        List.of(
            CardSettings.forSample(set.size(), set.bads()),
            TreeSettings.boosted(set.size(), set.bads()))) {
      learnt.add(learn(set, settings, folds, name));
    }
    learnt.forEach(one -> platform.models().keep(one.trained().model()));
    String champion = best(learnt).trained().model().id();
    platform.models().promote(champion);
    show.say("champion 在用模型: " + champion);
    return learnt;
  }

  /** The one that ranks best on rows it did not see. */
  static Learnt best(List<Learnt> learnt) {
    return learnt.stream()
        .max(Comparator.comparingDouble(one -> one.evaluation().auc().mean()))
        .orElseThrow();
  }

  private Learnt learn(TrainingSet set, ModelSettings settings, Folds folds, String name) {
    FeatureSchema schema = platform.vectors().schema();
    Learner.Plan plan =
        new Learner.Plan(
            settings.kind() + "-" + name,
            schema.version(),
            settings,
            folds.count(),
            folds.repeats(),
            SEED);
    List<Learnt> result = new ArrayList<>();
    show.during(
        settings.kind() + " folds",
        plan.tasks(),
        done -> result.add(new Learner(THREADS).learn(set, plan, done)));
    ModelCardText.say(result.get(0), show);
    return result.get(0);
  }
}
