package org.xinyidai.engine.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.Learner;
import org.xinyidai.engine.learning.Learner.Learnt;
import org.xinyidai.engine.learning.SampleGroups;
import org.xinyidai.engine.learning.TrainingSets;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.monitoring.Reference;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.training.CardSettings;
import org.xinyidai.models.training.ModelSettings;
import org.xinyidai.models.training.RejectInference;
import org.xinyidai.models.training.RejectInference.Inferred;
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
   * Applicants who were refused and so have no outcome (被拒样本).
   *
   * @param applicants with the day of their application; what their label says is not looked at
   * @param factor by how much likelier one of them is bad than a granted one of the same score
   */
  public record Rejected(List<Label> applicants, double factor) {
    public static final Rejected NONE = new Rejected(List.of(), 1);

    public Rejected {
      applicants = List.copyOf(applicants);
    }
  }

  /**
   * Joins the labels to what was known on their days, and trains on that. Those who were refused
   * are trained on with inferred outcomes; no figure is taken of them.
   *
   * @param name the last part of the models' ids
   */
  public List<Learnt> train(List<Label> labels, Rejected rejected, Folds folds, String name) {
    TrainingSets sets = new TrainingSets(platform.vectors().schema(), platform.vectors()::compute);
    List<TrainingSet> joined = new ArrayList<>();
    Set<String> known = labels.stream().map(TrainingSets::id).collect(Collectors.toSet());
    List<Label> refused =
        rejected.applicants().stream()
            .filter(label -> !known.contains(TrainingSets.id(label)))
            .toList();
    List<Label> all = new ArrayList<>(labels);
    all.addAll(refused);
    show.during("training set", all.size(), done -> joined.add(sets.join(all, done)));
    if (refused.isEmpty()) {
      return train(joined.get(0), joined.get(0), folds, name);
    }
    TrainingSet granted = rows(joined.get(0), known, true);
    Inferred inferred =
        new RejectInference(granted, rejected.factor(), SEED)
            .infer(rows(joined.get(0), known, false));
    show.warn("注意 warning: " + inferred.warningZh());
    return train(granted, inferred.set(), folds, name);
  }

  /** The rows whose ids are, or are not, among some. */
  private static TrainingSet rows(TrainingSet set, Set<String> ids, boolean among) {
    return set.rows(
        IntStream.range(0, set.size())
            .filter(row -> ids.contains(set.ids().get(row)) == among)
            .toArray());
  }

  /** Trains a scorecard alone, and neither keeps it nor lets it serve. */
  Learnt trainCard(List<Label> labels, Folds folds, String name) {
    TrainingSets sets = new TrainingSets(platform.vectors().schema(), platform.vectors()::compute);
    TrainingSet set = sets.join(labels, done -> {});
    return learn(set, set, plan(CardSettings.forSample(set.size(), set.bads()), folds, name));
  }

  /** Trains both models on a set, the scorecard first; the one of the better AUC is promoted. */
  List<Learnt> train(TrainingSet set, Folds folds, String name) {
    return train(set, set, folds, name);
  }

  private List<Learnt> train(TrainingSet set, TrainingSet whole, Folds folds, String name) {
    show.say(
        "%ntraining set 训练样本: %,d rows, %,d bad; %d features have values"
            .formatted(set.size(), set.bads(), set.columns().size()));
    List<Learnt> learnt = new ArrayList<>();
    for (ModelSettings settings :
        List.of(
            CardSettings.forSample(set.size(), set.bads()),
            TreeSettings.boosted(set.size(), set.bads()))) {
      learnt.add(learn(set, whole, plan(settings, folds, name)));
    }
    learnt.forEach(one -> platform.models().keep(one.trained().model()));
    learnt.forEach(one -> noteReference(set, one));
    String champion = best(learnt).trained().model().id();
    platform.models().promote(champion);
    show.say("champion 在用模型: " + champion);
    learnt.forEach(one -> platform.models().keepCard(one.card()));
    return learnt;
  }

  /** Tells monitoring what the model learned from; nothing where the rows have no days. */
  private void noteReference(TrainingSet set, Learnt one) {
    List<LocalDate> days =
        set.ids().stream()
            .flatMap(id -> TrainingSets.observedOn(id).stream())
            .distinct()
            .sorted()
            .toList();
    if (!days.isEmpty()) {
      Evaluation worth = one.evaluation();
      LocalDate last = days.get(days.size() - 1);
      platform
          .monitor()
          .learnt(
              one.trained().model().id(),
              new Reference(last, days, worth.auc().mean(), worth.ks().mean()));
    }
  }

  /** The one that ranks best on rows it did not see. */
  static Learnt best(List<Learnt> learnt) {
    return learnt.stream()
        .max(Comparator.comparingDouble(one -> one.evaluation().auc().mean()))
        .orElseThrow();
  }

  private Learner.Plan plan(ModelSettings settings, Folds folds, String name) {
    FeatureSchema schema = platform.vectors().schema();
    return new Learner.Plan(
        settings.kind() + "-" + name,
        schema.version(),
        settings,
        folds.count(),
        folds.repeats(),
        SEED);
  }

  private Learnt learn(TrainingSet set, TrainingSet whole, Learner.Plan plan) {
    SampleGroups groups = new SampleGroups(platform.store());
    Learner.Rows rows = new Learner.Rows(set, whole, groups.of(set), SampleGroups.period(set));
    List<Learnt> result = new ArrayList<>();
    show.during(
        plan.settings().kind() + " folds",
        plan.tasks(),
        done -> result.add(new Learner(THREADS).learn(rows, plan, done)));
    ModelCardText.say(result.get(0), show);
    return result.get(0);
  }
}
