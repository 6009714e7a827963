package org.xinyidai.engine.evaluation;

import java.util.Locale;
import org.xinyidai.engine.demo.Show;

/** The main figures of an evaluation as plain lines (评估摘要). */
public final class EvaluationText {
  private static final int FEATURES_SHOWN = 12;

  private EvaluationText() {}

  /** Says them. */
  public static void say(EvaluationReport report, Show show) {
    line(
        show,
        "样本 %s: %,d 行 rows, %,d 坏样本 bad, %d 变量 columns",
        report.data(),
        report.rows(),
        report.bads(),
        report.columns());
    report.notes().forEach(note -> show.say("  " + NoteText.zh(note)));
    line(
        show,
        "模型 %s, %d x %d-fold, 折外 out of fold, seed %d, %.1f s",
        report.model(),
        report.repeats(),
        report.folds(),
        report.seed(),
        report.seconds());
    line(
        show,
        "  AUC %.4f ± %.4f (合并 pooled %.4f)   KS %.4f ± %.4f   Gini %.4f   Brier %.4f",
        report.auc().mean(),
        report.auc().sd(),
        report.auc().pooled(),
        report.ks().mean(),
        report.ks().sd(),
        report.gini(),
        report.brier());
    show.say("  校准 calibration (预测→实际):");
    report
        .calibration()
        .forEach(band -> line(show, "    %.4f → %.4f", band.predicted(), band.observed()));
    show.say("  主要变量 strongest features (IV):");
    report.features().stream()
        .limit(FEATURES_SHOWN)
        .forEach(
            feature ->
                line(
                    show,
                    "    %-46s %.3f  %s",
                    feature.name(),
                    feature.informationValue(),
                    feature.fate()));
  }

  private static void line(Show show, String format, Object... values) {
    show.say(String.format(Locale.ROOT, format, values));
  }
}
