package org.xinyidai.engine.demo;

import java.util.Comparator;
import java.util.List;
import org.xinyidai.engine.learning.Learner.Learnt;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.Evaluation.CalibrationBand;
import org.xinyidai.models.training.ColumnReport;

/** The model card in plain lines (模型卡): what was trained on what, and what it is worth. */
public final class ModelCardText {
  private static final int COLUMNS_SHOWN = 12;

  private ModelCardText() {}

  /** Says the card of a model that was just learnt. */
  public static void say(Learnt learnt, Show show) {
    Evaluation evaluation = learnt.evaluation();
    show.say(
        "%nmodel card 模型卡: %s  (%d x %d-fold, out of fold)"
            .formatted(learnt.trained().model().id(), evaluation.repeats(), evaluation.folds()));
    show.say(
        "  AUC %.4f ± %.4f   KS %.4f ± %.4f   Brier %.4f"
            .formatted(
                evaluation.auc().mean(),
                evaluation.auc().sd(),
                evaluation.ks().mean(),
                evaluation.ks().sd(),
                evaluation.brier()));
    show.say("  calibration 校准 (predicted → observed): " + bands(evaluation.calibration()));
    show.say("  strongest features 主要特征 (IV):");
    learnt.trained().columns().stream()
        .sorted(Comparator.comparingDouble(ColumnReport::informationValue).reversed())
        .limit(COLUMNS_SHOWN)
        .forEach(
            column ->
                show.say(
                    "    %-46s %.3f  %s"
                        .formatted(column.name(), column.informationValue(), column.fate())));
    learnt
        .trained()
        .model()
        .provenance()
        .forEach((name, value) -> show.say("  %s: %s".formatted(name, value)));
  }

  private static String bands(List<CalibrationBand> bands) {
    StringBuilder text = new StringBuilder();
    for (CalibrationBand band : bands) {
      text.append("%.2f→%.2f ".formatted(band.predicted(), band.observed()));
    }
    return text.toString().stripTrailing();
  }
}
