package org.xinyidai.engine.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.xinyidai.connectors.cumcm.CumcmEnterprise;
import org.xinyidai.connectors.cumcm.CumcmEnterprise.Outcome;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.Learner.Learnt;
import org.xinyidai.engine.learning.TrainingSets;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.history.History;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.training.TrainingSet;

/** Learns from the enterprises whose outcome is known (真实数据建模), and keeps the better model. */
final class InvoiceLearning {
  private static final ModelTraining.Folds FOLDS = new ModelTraining.Folds(5, 10);
  private static final String NAME = "invoices";

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
    TrainingSet set = trainingSet();
    List<Learnt> learnt = new ModelTraining(platform, show).train(set, FOLDS, NAME);
    Learnt best = ModelTraining.best(learnt);
    return learnt.stream().map(one -> model(one, one.equals(best))).toList();
  }

  TrainingSet trainingSet() {
    return TrainingSets.join(
        labels,
        label -> platform.vectors().at(known(label.uscc()), label.observedOn()).vector(),
        platform.vectors().schema(),
        done -> {});
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
