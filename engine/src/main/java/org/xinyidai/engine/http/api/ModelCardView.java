package org.xinyidai.engine.http.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.Evaluation.CalibrationBand;
import org.xinyidai.models.score.Evaluation.Spread;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.score.ModelCard.FeatureStrength;
import org.xinyidai.models.score.ModelCard.GroupFigures;
import org.xinyidai.models.score.ModelCard.Sample;
import org.xinyidai.models.score.ModelCard.Stability;

/** A model card as the API shows it (模型卡): without a figure where there is none, never NaN. */
record ModelCardView(
    String kind,
    Sample sample,
    Figures evaluation,
    List<Stability> stability,
    List<Group> fairness,
    List<FeatureStrength> features,
    List<String> limits) {

  /** What the model is worth on rows that it did not see. */
  record Figures(
      int folds,
      int repeats,
      Spread auc,
      Spread ks,
      double gini,
      double brier,
      double logLoss,
      List<CalibrationBand> calibration) {
    static Figures of(Evaluation evaluation) {
      return new Figures(
          evaluation.folds(),
          evaluation.repeats(),
          evaluation.auc(),
          evaluation.ks(),
          evaluation.gini(),
          evaluation.brier(),
          evaluation.logLoss(),
          evaluation.calibration());
    }
  }

  /**
   * How a group is treated.
   *
   * @param auc null where the group has one outcome alone
   */
  record Group(
      String by,
      String group,
      int rows,
      int bads,
      double predicted,
      double observed,
      double declined,
      double impact,
      @Nullable Double auc) {
    static Group of(GroupFigures figures) {
      return new Group(
          figures.by(),
          figures.group(),
          figures.rows(),
          figures.bads(),
          figures.predicted(),
          figures.observed(),
          figures.declined(),
          figures.impact(),
          Double.isNaN(figures.auc()) ? null : figures.auc());
    }
  }

  static ModelCardView of(ModelCard card) {
    return new ModelCardView(
        card.kind(),
        card.sample(),
        Figures.of(card.evaluation()),
        card.stability(),
        card.fairness().stream().map(Group::of).toList(),
        card.features(),
        card.limits());
  }
}
