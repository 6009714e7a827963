package org.xinyidai.engine.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.xinyidai.engine.demo.Show;
import org.xinyidai.engine.evaluation.EvaluationReport.Figure;
import org.xinyidai.engine.learning.Learner;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.training.ColumnReport;
import org.xinyidai.models.training.CrossValidation;
import org.xinyidai.models.training.FoldResult;
import org.xinyidai.models.training.ModelCards;
import org.xinyidai.models.training.ModelSettings;
import org.xinyidai.models.training.RankingCurve;
import org.xinyidai.models.training.Suspicion;
import org.xinyidai.models.training.TrainedModel;
import org.xinyidai.models.training.Trainer;
import org.xinyidai.models.training.TrainingSet;

/** Judges one way of training on one set (模型评估), and trains it once on all rows. */
public final class EvaluationRun {
  private static final double NANOS = 1e9;

  private final Samples samples;
  private final Plan plan;
  private final Show show;

  public EvaluationRun(Samples samples, Plan plan, Show show) {
    this.samples = samples;
    this.plan = plan;
    this.show = show;
  }

  /**
   * What is judged.
   *
   * @param notes on how the set came about
   * @param groupBy columns to compare the treatment of groups by, besides those found by their
   *     names
   */
  public record Samples(String name, TrainingSet set, List<String> notes, Set<String> groupBy) {
    public Samples {
      notes = List.copyOf(notes);
      groupBy = Set.copyOf(groupBy);
    }

    public Samples(String name, TrainingSet set, List<String> notes) {
      this(name, set, notes, Set.of());
    }

    public Samples groupedBy(Set<String> columns) {
      return new Samples(name, set, notes, columns);
    }
  }

  /** How it is judged; the figures do not depend on the threads. */
  public record Plan(ModelSettings settings, int folds, int repeats, long seed, int threads) {
    /** As many folds at once as there are processors. */
    public static Plan of(ModelSettings settings, int folds, int repeats, long seed) {
      return new Plan(settings, folds, repeats, seed, Runtime.getRuntime().availableProcessors());
    }
  }

  /**
   * What came out.
   *
   * @param risks per row, its mean out-of-fold probability of default
   */
  public record Result(EvaluationReport report, TrainedModel trained, List<Double> risks) {
    public Result {
      risks = List.copyOf(risks);
    }
  }

  /** Runs the folds and then trains on all rows. */
  public Result run() {
    TrainingSet set = samples.set();
    List<String> warnings = warnings(set);
    warnings.forEach(warning -> show.warn("注意 warning: " + warning));
    CrossValidation validation =
        new CrossValidation(set, plan.settings(), plan.folds(), plan.repeats(), plan.seed());
    List<FoldResult> results = new ArrayList<>();
    long began = System.nanoTime();
    show.during(
        plan.settings().kind() + " folds",
        validation.taskCount(),
        done -> results.addAll(new Learner(plan.threads()).folds(validation, done)));
    double seconds = (System.nanoTime() - began) / NANOS;
    List<Double> risks = DoubleStream.of(validation.outOfFold(results)).boxed().toList();
    TrainedModel trained =
        Trainer.train(set, plan.settings(), plan.seed(), plan.settings().kind() + "-evaluated", 0);
    ModelCard card =
        ModelCards.of(
            trained,
            set,
            new ModelCards.Judged(validation.summarise(results), results, risks),
            FairnessColumns.of(set, samples.groupBy()),
            ModelCards.Period.UNKNOWN);
    EvaluationReport report =
        report(validation, results, trained, new Judged(seconds, risks, card, warnings));
    return new Result(report, trained, risks);
  }

  private static List<String> warnings(TrainingSet set) {
    return Suspicion.of(set).stream()
        .map(
            suspicion ->
                String.format(
                    Locale.ROOT,
                    "column %s alone reaches AUC %.3f; if it is known only after the outcome, leave"
                        + " it out with --drop",
                    suspicion.column(),
                    suspicion.auc()))
        .toList();
  }

  private record Judged(
      double seconds, List<Double> risks, ModelCard card, List<String> warnings) {}

  private EvaluationReport report(
      CrossValidation validation, List<FoldResult> results, TrainedModel trained, Judged judged) {
    TrainingSet set = samples.set();
    Evaluation evaluation = judged.card().evaluation();
    double[] risks = judged.risks().stream().mapToDouble(Double::doubleValue).toArray();
    RankingCurve curve = RankingCurve.of(risks, set.labels());
    return new EvaluationReport(
        samples.name(),
        set.digest(),
        set.size(),
        set.bads(),
        set.columns().size(),
        plan.settings().kind(),
        plan.folds(),
        plan.repeats(),
        plan.seed(),
        new Figure(evaluation.auc().mean(), evaluation.auc().sd(), curve.auc()),
        new Figure(evaluation.ks().mean(), evaluation.ks().sd(), curve.ks()),
        evaluation.gini(),
        evaluation.brier(),
        evaluation.logLoss(),
        evaluation.calibration(),
        judged.seconds(),
        validation.figures(results),
        trained.columns().stream()
            .sorted(Comparator.comparingDouble(ColumnReport::informationValue).reversed())
            .toList(),
        judged.card().stability(),
        judged.card().fairness(),
        judged.card().limits(),
        samples.notes(),
        judged.warnings());
  }
}
