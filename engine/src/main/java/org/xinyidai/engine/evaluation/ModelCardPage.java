package org.xinyidai.engine.evaluation;

import static org.xinyidai.engine.evaluation.Html.text;

import java.util.List;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.score.ModelCard.FeatureStrength;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;

/** A model card as one page to print and sign (模型卡网页). */
public final class ModelCardPage {
  private final ModelCard card;
  private final FeatureSchema schema;

  private ModelCardPage(ModelCard card, FeatureSchema schema) {
    this.card = card;
    this.schema = schema;
  }

  /**
   * The page.
   *
   * @param life who gave the model which status and when, one sentence each
   * @param schema whose titles the features get
   */
  public static String of(
      ScoringModel model, ModelCard card, List<String> life, FeatureSchema schema) {
    ModelCardPage page = new ModelCardPage(card, schema);
    StringBuilder html = new StringBuilder(Html.head("模型卡：" + model.id()));
    html.append(Html.heading("概要")).append(page.summary(model));
    html.append(Html.heading("入模变量")).append(page.features());
    html.append(Html.heading("校准"))
        .append(EvaluationPage.calibration(card.evaluation().calibration()));
    html.append(FairnessTables.of(card.stability(), card.fairness()));
    if (model.body() instanceof Scorecard scorecard) {
      html.append(Html.heading("评分卡")).append(CardPage.tables(scorecard, model.scaling()));
    }
    html.append(Html.heading("适用范围与局限")).append(Html.list(card.limits()));
    html.append(Html.heading("审批经过")).append(Html.list(life));
    html.append("<p>风险管理负责人（签字）：　　　　　　　　日期：</p>");
    return html.append("</body></html>\n").toString();
  }

  private String summary(ScoringModel model) {
    Evaluation evaluation = card.evaluation();
    ModelCard.Sample sample = card.sample();
    return Html.table(
        List.of("项目", "数值", "说明"),
        List.of(
            List.of("模型", model.id(), card.kind() + "，特征版本 " + model.schemaVersion()),
            List.of(
                "样本",
                text("%,d", sample.rows()),
                text("坏样本 %,d（%.2f%%）", sample.bads(), 100.0 * sample.bads() / sample.rows())),
            List.of("样本期间", period(sample), "观察日"),
            List.of("数据摘要", sample.digest(), "SHA-256；随机种子 " + sample.seed()),
            figure("AUC", evaluation.auc()),
            figure("KS", evaluation.ks()),
            List.of("Gini", text("%.4f", evaluation.gini()), "2 × AUC − 1"),
            List.of("Brier", text("%.4f", evaluation.brier()), "概率预测的均方误差，越小越好"),
            List.of(
                "评估方式",
                evaluation.repeats() + " 次 " + evaluation.folds() + " 份",
                "逐份在未参与训练的样本上评估；外部模型按原样逐份评估")));
  }

  private static String period(ModelCard.Sample sample) {
    return sample.from() == null ? "未知" : sample.from() + " 至 " + sample.to();
  }

  private static List<String> figure(String name, Evaluation.Spread spread) {
    return List.of(name, text("%.4f", spread.mean()), text("各份标准差 %.4f", spread.sd()));
  }

  private String features() {
    return Html.table(
        List.of("变量", "名称", "信息值 IV", "缺失率"),
        card.features().stream()
            .map(
                feature ->
                    List.of(
                        feature.name(),
                        title(feature),
                        text("%.4f", feature.informationValue()),
                        text("%.2f%%", 100 * feature.missingShare())))
            .toList());
  }

  private String title(FeatureStrength feature) {
    return schema.features().stream()
        .filter(one -> one.name().equals(feature.name()))
        .map(FeatureDefinition::titleZh)
        .findFirst()
        .orElse("");
  }
}
