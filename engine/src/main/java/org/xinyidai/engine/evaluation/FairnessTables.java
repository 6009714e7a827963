package org.xinyidai.engine.evaluation;

import static org.xinyidai.engine.evaluation.Html.text;

import java.util.List;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.score.ModelCard.GroupFigures;
import org.xinyidai.models.score.ModelCard.Stability;
import org.xinyidai.models.score.StabilityIndex;

/** Stability and fairness as tables (稳定性与公平性). */
final class FairnessTables {
  private FairnessTables() {}

  static String of(List<Stability> stability, List<GroupFigures> fairness) {
    StringBuilder html = new StringBuilder(Html.heading("稳定性（PSI）"));
    html.append(
        Html.table(
            List.of("部分", "PSI", "判断"),
            stability.stream().map(FairnessTables::stability).toList()));
    html.append(Html.heading("公平性"));
    if (fairness.isEmpty()) {
      return html.append("<p>样本中没有规模、地区、年限一类的变量；可用 --group 指定。</p>").toString();
    }
    return html.append("<p>以风险最高的五分之一为拒绝，比较各组通过率；低于最优组的五分之四者须复核。</p>")
        .append(
            Html.table(
                List.of("分组变量", "组", "样本", "平均预测概率", "实际违约率", "拒绝率", "通过率比", "组内 AUC", "判断"),
                fairness.stream().map(FairnessTables::group).toList()))
        .toString();
  }

  private static List<String> stability(Stability part) {
    String verdict =
        part.psi() < StabilityIndex.WATCH
            ? "稳定"
            : part.psi() < StabilityIndex.SHIFTED ? "关注" : "偏移";
    return List.of(part.part(), text("%.4f", part.psi()), verdict);
  }

  private static List<String> group(GroupFigures group) {
    return List.of(
        group.by(),
        group.group(),
        text("%,d", group.rows()),
        text("%.2f%%", 100 * group.predicted()),
        text("%.2f%%", 100 * group.observed()),
        text("%.2f%%", 100 * group.declined()),
        text("%.3f", group.impact()),
        Double.isNaN(group.auc()) ? "无" : text("%.4f", group.auc()),
        group.impact() < ModelCard.LEAST_IMPACT ? "须复核" : "");
  }
}
