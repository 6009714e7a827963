package org.xinyidai.engine.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.xinyidai.connectors.cumcm.CumcmEnterprise;
import org.xinyidai.connectors.cumcm.CumcmEnterprise.Outcome;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.Learner;
import org.xinyidai.engine.learning.Learner.Learnt;
import org.xinyidai.engine.learning.TrainingSets;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.history.History;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.training.CardSettings;
import org.xinyidai.models.training.ModelSettings;
import org.xinyidai.models.training.TrainingSet;
import org.xinyidai.models.training.TreeSettings;

/** Learns from the enterprises whose outcome is known (真实数据建模), and keeps the better model. */
final class InvoiceLearning {
  private static final int FOLDS = 5;
  private static final int REPEATS = 10;
  private static final long SEED = 2020;
  private static final int THREADS = 2;

  private final Platform platform;
  private final Map<Uscc, History> histories;
  private final Show show;
  private final List<Label> labels;

  InvoiceLearning(
      Platform platform,
      List<CumcmEnterprise> enterprises,
      Map<Uscc, History> histories,
      LocalDate asOf,
      Show show) {
    this.platform = platform;
    this.histories = histories;
    this.show = show;
    this.labels =
        enterprises.stream()
            .filter(enterprise -> enterprise.outcome() != Outcome.UNKNOWN)
            .map(
                enterprise ->
                    new Label(enterprise.uscc(), asOf, enterprise.outcome() == Outcome.DEFAULTED))
            .toList();
  }

  int labelled() {
    return labels.size();
  }

  List<InvoiceReport.Model> run() {
    FeatureSchema schema = platform.vectors().schema();
    TrainingSet set = TrainingSets.join(labels, label -> known(label.uscc()), schema, done -> {});
    show.say(
        "%n%d labelled enterprises, %d defaulted; %d features have values"
            .formatted(set.size(), set.bads(), set.columns().size()));
    List<Learnt> learnt = new ArrayList<>();
    for (ModelSettings settings :
        List.of(
            CardSettings.forSample(set.size(), set.bads()),
            TreeSettings.boosted(set.size(), set.bads()))) {
      learnt.add(learn(set, settings, schema.version()));
    }
    Learnt best =
        learnt.stream()
            .max(Comparator.comparingDouble(one -> one.evaluation().auc().mean()))
            .orElseThrow();
    learnt.forEach(one -> platform.models().keep(one.trained().model()));
    platform.models().promote(best.trained().model().id());
    show.say("champion: " + best.trained().model().id());
    return learnt.stream().map(one -> model(one, one == best)).toList();
  }

  private Learnt learn(TrainingSet set, ModelSettings settings, int schemaVersion) {
    Learner.Plan plan =
        new Learner.Plan(
            settings.kind() + "-invoices-1", schemaVersion, settings, FOLDS, REPEATS, SEED);
    List<Learnt> result = new ArrayList<>();
    show.during(
        settings.kind() + " folds",
        plan.tasks(),
        done -> result.add(new Learner(THREADS).learn(set, plan, done)));
    ModelCardText.say(result.get(0), show);
    return result.get(0);
  }

  private History known(Uscc uscc) {
    History history = histories.get(uscc);
    if (history == null) {
      throw new IllegalArgumentException("no history of " + uscc);
    }
    return history;
  }

  private static InvoiceReport.Model model(Learnt learnt, boolean champion) {
    Evaluation evaluation = learnt.evaluation();
    return new InvoiceReport.Model(
        learnt.trained().model().id(),
        champion,
        new InvoiceReport.Spread(evaluation.auc().mean(), evaluation.auc().sd()),
        new InvoiceReport.Spread(evaluation.ks().mean(), evaluation.ks().sd()),
        evaluation.brier(),
        evaluation.calibration().stream()
            .map(
                band ->
                    new InvoiceReport.Calibration(band.rows(), band.predicted(), band.observed()))
            .toList(),
        learnt.trained().model().inputs().stream().map(ModelInput::name).toList());
  }
}
