package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.monitoring.MonitoringText;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.monitoring.Alert;
import org.xinyidai.models.monitoring.DecisionCell;
import org.xinyidai.models.monitoring.FeatureWords;
import org.xinyidai.models.monitoring.MonitoringReport;
import org.xinyidai.models.monitoring.MonthOfDecisions;
import org.xinyidai.models.monitoring.Shift;
import org.xinyidai.models.monitoring.Vintage;

/**
 * How a model stands, as the API shows it (模型监控).
 *
 * @param noOutcomes why there is no vintage; null where there are some
 * @param noDecisions why there is no month of decisions; null where there are some
 * @param days of which there is a report
 */
record MonitoringView(
    String modelId,
    LocalDate asOf,
    LocalDate base,
    int rulesVersion,
    long scored,
    long unscored,
    Map<String, Long> grades,
    ShiftView score,
    List<ShiftView> features,
    @Nullable Double referenceAuc,
    @Nullable Double referenceKs,
    List<VintageView> vintages,
    @Nullable TextView noOutcomes,
    List<MonthView> decisions,
    @Nullable TextView noDecisions,
    List<AlertView> alerts,
    List<LocalDate> days) {

  /** How far the score or an input moved. */
  record ShiftView(
      String name,
      @Nullable TextView title,
      double psi,
      double chance,
      double coverageBefore,
      double coverageNow,
      @Nullable Double medianBefore,
      @Nullable Double medianNow) {
    static ShiftView of(Shift shift, @Nullable TextView title) {
      return new ShiftView(
          shift.name(),
          title,
          shift.stability(),
          // Infinite where one of them is empty, which JSON cannot say.
          Math.min(shift.chance(), Double.MAX_VALUE),
          shift.coverageBefore(),
          shift.coverageNow(),
          shift.medianBefore(),
          shift.medianNow());
    }
  }

  /** The scores of a month with their outcomes. */
  record VintageView(
      String month,
      LocalDate maturesOn,
      String state,
      String stateZh,
      long rows,
      long bads,
      double predicted,
      @Nullable Double auc,
      @Nullable Double ks) {
    static VintageView of(Vintage vintage) {
      return new VintageView(
          vintage.month().toString(),
          vintage.maturesOn(),
          vintage.state().id(),
          vintage.state().titleZh(),
          vintage.rows(),
          vintage.bads(),
          vintage.predicted(),
          vintage.auc(),
          vintage.ks());
    }
  }

  /** The decisions of a month, and by lender and grade. */
  record MonthView(
      String month, long decided, double declineRate, double overrideRate, List<CellView> cells) {
    static MonthView of(MonthOfDecisions month, List<DecisionCell> cells) {
      return new MonthView(
          month.month().toString(),
          month.decided(),
          month.declineRate(),
          month.overrideRate(),
          cells.stream()
              .filter(cell -> cell.month().equals(month.month()))
              .map(CellView::of)
              .toList());
    }
  }

  /** The decisions of a lender on a grade. */
  record CellView(
      String lender, String grade, long decided, double declineRate, double overrideRate) {
    static CellView of(DecisionCell cell) {
      return new CellView(
          cell.lender(),
          cell.grade().name(),
          cell.decided(),
          cell.declineRate(),
          cell.overrideRate());
    }
  }

  /** A measure beyond its limit. */
  record AlertView(
      String measure,
      String measureZh,
      String level,
      String levelZh,
      String subject,
      double value,
      double limit,
      TextView moved,
      TextView next) {
    static AlertView of(Alert alert) {
      return new AlertView(
          alert.measure().id(),
          alert.measure().titleZh(),
          alert.level().id(),
          alert.level().titleZh(),
          alert.subject(),
          alert.value(),
          alert.limit(),
          TextView.of(alert.moved()),
          TextView.of(alert.next()));
    }
  }

  static MonitoringView of(MonitoringReport report, List<LocalDate> days, FeatureSchema schema) {
    FeatureWords words = new FeatureWords(schema);
    return new MonitoringView(
        report.modelId(),
        report.asOf(),
        report.reference().asOf(),
        report.rulesVersion(),
        report.scored(),
        report.unscored(),
        report.grades(),
        ShiftView.of(report.score(), null),
        report.features().stream()
            .map(shift -> ShiftView.of(shift, TextView.of(words.title(shift.name()))))
            .toList(),
        report.reference().auc(),
        report.reference().ks(),
        report.vintages().stream().map(VintageView::of).toList(),
        report.vintages().isEmpty()
            ? new TextView(MonitoringText.NO_OUTCOMES, MonitoringText.NO_OUTCOMES_EN)
            : null,
        MonthOfDecisions.of(report.decisions()).stream()
            .map(month -> MonthView.of(month, report.decisions()))
            .toList(),
        report.decisions().isEmpty()
            ? new TextView(MonitoringText.NO_DECISIONS, MonitoringText.NO_DECISIONS_EN)
            : null,
        report.alerts().stream().map(AlertView::of).toList(),
        days);
  }
}
