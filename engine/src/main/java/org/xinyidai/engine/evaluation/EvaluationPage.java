package org.xinyidai.engine.evaluation;

import static org.xinyidai.engine.evaluation.Html.text;

import java.util.List;
import java.util.Map;
import org.xinyidai.models.score.Evaluation.CalibrationBand;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.training.RankingCurve;

/** An evaluation as one page that needs nothing else (评估报告网页). */
public final class EvaluationPage {
  private static final int FEATURES_SHOWN = 25;

  private static final Map<String, String> KINDS =
      Map.of("card", "评分卡（WOE 逻辑回归）", "xgboost", "梯度提升树（XGBoost）", "forest", "随机森林");

  private EvaluationPage() {}

  /**
   * The page.
   *
   * @param result what the evaluation found
   * @param bad per row, whether it went bad
   */
  public static String of(EvaluationRun.Result result, boolean[] bad) {
    EvaluationReport report = result.report();
    double[] risks = result.risks().stream().mapToDouble(Double::doubleValue).toArray();
    RankingCurve curve = RankingCurve.of(risks, bad);
    StringBuilder page = new StringBuilder();
    page.append(Html.head("模型评估报告：" + report.data()));
    if (!report.warnings().isEmpty()) {
      page.append("<div class='warn'>")
          .append(Html.list(NoteText.zh(report.warnings())))
          .append("</div>");
    }
    page.append(Html.heading("概要")).append(summary(report)).append("<div class='plots'>");
    page.append(EvaluationPlots.roc(curve)).append(EvaluationPlots.ks(curve));
    page.append(EvaluationPlots.calibration(report.calibration()));
    page.append(EvaluationPlots.scores(risks, bad)).append("</div>\n");
    page.append(Html.heading("变量"));
    page.append(EvaluationPlots.informationValues(report.features(), FEATURES_SHOWN));
    page.append(features(report)).append(Html.heading("各折")).append(folds(report));
    page.append(Html.heading("校准")).append(calibration(report.calibration()));
    page.append(FairnessTables.of(report.stability(), report.fairness()));
    ScoringModel model = result.trained().model();
    if (model.body() instanceof Scorecard card) {
      page.append(Html.heading("评分卡")).append(CardPage.tables(card, model.scaling()));
    }
    page.append(Html.heading("适用范围与局限")).append(Html.list(report.limits()));
    page.append(Html.heading("数据处理说明")).append(Html.list(NoteText.zh(report.notes())));
    return page.append("</body></html>\n").toString();
  }

  private static String summary(EvaluationReport report) {
    return Html.table(
        List.of("项目", "数值", "说明"),
        List.of(
            List.of(
                "样本",
                text("%,d", report.rows()),
                text(
                    "坏样本 %,d（%.2f%%），变量 %d 个",
                    report.bads(), 100.0 * report.bads() / report.rows(), report.columns())),
            List.of(
                "模型",
                KINDS.getOrDefault(report.model(), report.model()),
                text(
                    "%d 次 %d 折分层交叉验证，随机种子 %d，用时 %.1f 秒；分箱、选变量、编码、调参、校准均在折内完成",
                    report.repeats(), report.folds(), report.seed(), report.seconds())),
            List.of(
                "AUC",
                text("%.4f", report.auc().mean()),
                text("各折标准差 %.4f，合并 %.4f", report.auc().sd(), report.auc().pooled())),
            List.of(
                "KS",
                text("%.4f", report.ks().mean()),
                text("各折标准差 %.4f，合并 %.4f", report.ks().sd(), report.ks().pooled())),
            List.of("Gini", text("%.4f", report.gini()), "2 × AUC − 1"),
            List.of("Brier", text("%.4f", report.brier()), "概率预测的均方误差，越小越好"),
            List.of("数据摘要", report.digest().substring(0, 16), "SHA-256 前 16 位，同一数据同一摘要")));
  }

  private static String features(EvaluationReport report) {
    return Html.table(
        List.of("变量", "信息值 IV", "缺失率", "去留"),
        report.features().stream()
            .map(
                feature ->
                    List.of(
                        feature.name(),
                        text("%.4f", feature.informationValue()),
                        text("%.2f%%", 100 * feature.missingShare()),
                        FateText.zh(feature.fate())))
            .toList());
  }

  private static String folds(EvaluationReport report) {
    return Html.table(
        List.of("轮次", "折", "样本", "坏样本", "AUC", "KS", "Brier"),
        report.perFold().stream()
            .map(
                fold ->
                    List.of(
                        "" + (fold.repeat() + 1),
                        "" + (fold.fold() + 1),
                        text("%,d", fold.rows()),
                        text("%,d", fold.bads()),
                        text("%.4f", fold.auc()),
                        text("%.4f", fold.ks()),
                        text("%.4f", fold.brier())))
            .toList());
  }

  /** How the predicted chance compares with what came, by bands of the rows. */
  static String calibration(List<CalibrationBand> bands) {
    return Html.table(
        List.of("样本（按预测概率由低到高）", "平均预测概率", "实际违约率"),
        bands.stream()
            .map(
                band ->
                    List.of(
                        text("%,d", band.rows()),
                        text("%.2f%%", 100 * band.predicted()),
                        text("%.2f%%", 100 * band.observed())))
            .toList());
  }
}
