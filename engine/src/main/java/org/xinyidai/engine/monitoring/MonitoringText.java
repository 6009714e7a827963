package org.xinyidai.engine.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.monitoring.Alert;
import org.xinyidai.models.monitoring.DecisionCell;
import org.xinyidai.models.monitoring.FeatureWords;
import org.xinyidai.models.monitoring.MonitoringReport;
import org.xinyidai.models.monitoring.MonthOfDecisions;
import org.xinyidai.models.monitoring.Shift;
import org.xinyidai.models.monitoring.Vintage;

/** A report of monitoring as lines for people (模型监控报告文本), Chinese first. */
public final class MonitoringText {
  /** What is said where the platform was told of no outcome. */
  public static final String NO_OUTCOMES =
      "没有融资结果，无法计量 AUC、KS；用 xyd monitor outcomes 或 POST /api/v1/lending/outcomes 报送";

  /** The same in English. */
  public static final String NO_OUTCOMES_EN =
      "No outcome is known, so no AUC or KS can be told; report them by xyd monitor outcomes or POST"
          + " /api/v1/lending/outcomes";

  /** What is said where the platform was told of no decision. */
  public static final String NO_DECISIONS =
      "没有审批结论，无法计量推翻率、拒绝率；用 xyd monitor decisions 或 POST /api/v1/lending/decisions 报送";

  /** The same in English. */
  public static final String NO_DECISIONS_EN =
      "No decision is known, so no override or decline rate can be told; report them by xyd monitor"
          + " decisions or POST /api/v1/lending/decisions";

  /** Inputs that are listed in a summary: those that moved most. */
  private static final int MOST_SHIFTS = 5;

  private static final double PERCENT = 100;

  private MonitoringText() {}

  /** A few lines: the score, the last vintages and the alerts. */
  public static List<String> summary(MonitoringReport report) {
    List<String> lines = new ArrayList<>(head(report));
    vintages(report, lines);
    alerts(report, lines);
    return lines;
  }

  /** Everything, with every input and every month, lender and grade. */
  public static List<String> whole(MonitoringReport report, FeatureSchema schema) {
    FeatureWords words = new FeatureWords(schema);
    List<String> lines = new ArrayList<>(head(report));
    lines.add("入模指标偏移（PSI）：");
    for (Shift shift : report.features()) {
      lines.add(
          "  %-42s %8s  有值率 %5.1f%% → %5.1f%%  %s"
              .formatted(
                  shift.name(),
                  number(shift.stability()),
                  PERCENT * shift.coverageBefore(),
                  PERCENT * shift.coverageNow(),
                  words.title(shift.name()).zh()));
    }
    vintages(report, lines);
    decisions(report, lines);
    alerts(report, lines);
    return lines;
  }

  private static List<String> head(MonitoringReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "模型监控 %s，%s，基准日 %s，规则第 %d 版"
            .formatted(
                report.modelId(), report.asOf(), report.reference().asOf(), report.rulesVersion()));
    lines.add(
        "评分 %,d 户，未评分 %,d 户，等级 %s；评分 PSI %s"
            .formatted(
                report.scored(),
                report.unscored(),
                report.grades(),
                number(report.score().stability())));
    if (!report.features().isEmpty()) {
      lines.add(
          "偏移最大的入模指标："
              + String.join(
                  "，",
                  report.features().stream()
                      .limit(MOST_SHIFTS)
                      .map(shift -> shift.name() + " " + number(shift.stability()))
                      .toList()));
    }
    return lines;
  }

  private static void vintages(MonitoringReport report, List<String> lines) {
    if (report.vintages().isEmpty()) {
      lines.add(NO_OUTCOMES);
      return;
    }
    lines.add(
        "按评分月份的区分度（基准 AUC %s，KS %s）："
            .formatted(number(report.reference().auc()), number(report.reference().ks())));
    for (Vintage vintage : report.vintages()) {
      lines.add(
          "  %s  %6d 户  违约 %5d  预测 %5.2f%%  AUC %s  KS %s  %s"
              .formatted(
                  vintage.month(),
                  vintage.rows(),
                  vintage.bads(),
                  PERCENT * vintage.predicted(),
                  number(vintage.auc()),
                  number(vintage.ks()),
                  vintage.state() == Vintage.State.IMMATURE
                      ? "未满表现期，至 " + vintage.maturesOn()
                      : vintage.state().titleZh()));
    }
  }

  private static void decisions(MonitoringReport report, List<String> lines) {
    if (report.decisions().isEmpty()) {
      lines.add(NO_DECISIONS);
      return;
    }
    lines.add("审批：");
    for (MonthOfDecisions month : MonthOfDecisions.of(report.decisions())) {
      lines.add(
          "  %s  %5d 笔  拒绝率 %5.1f%%  推翻率 %5.1f%%"
              .formatted(
                  month.month(),
                  month.decided(),
                  PERCENT * month.declineRate(),
                  PERCENT * month.overrideRate()));
      report.decisions().stream()
          .filter(cell -> cell.month().equals(month.month()))
          .map(MonitoringText::cell)
          .forEach(lines::add);
    }
  }

  private static String cell(DecisionCell cell) {
    return "    %s 级  %5d 笔  拒绝率 %5.1f%%  推翻率 %5.1f%%  %s"
        .formatted(
            cell.grade(),
            cell.decided(),
            PERCENT * cell.declineRate(),
            PERCENT * cell.overrideRate(),
            cell.lender());
  }

  private static void alerts(MonitoringReport report, List<String> lines) {
    if (report.alerts().isEmpty()) {
      lines.add("没有预警");
    }
    for (Alert alert : report.alerts()) {
      lines.add(
          "[%s] %s %s（阈值 %s）"
              .formatted(
                  alert.level().titleZh(),
                  alert.measure().titleZh(),
                  number(alert.value()),
                  number(alert.limit())));
      lines.add("  " + alert.moved().zh());
      lines.add("  下一步：" + alert.next().zh());
    }
  }

  private static String number(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
