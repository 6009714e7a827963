package org.xinyidai.models.monitoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.monitoring.Alert.Level;
import org.xinyidai.models.monitoring.Alert.Measure;
import org.xinyidai.models.product.Text;

/** What of a report passes the limits (预警判定), in sentences. */
final class Alerts {
  private static final double PERCENT = 100;

  private static final Comparator<Alert> URGENT_FIRST =
      Comparator.comparing(Alert::level)
          .thenComparing(Alert::measure)
          .thenComparing(Comparator.comparingDouble(Alert::value).reversed())
          .thenComparing(Alert::subject);

  private final MonitoringReport report;
  private final MonitoringRules rules;
  private final FeatureWords words;
  private final List<Alert> raised = new ArrayList<>();

  Alerts(MonitoringReport report, MonitoringRules rules, FeatureWords words) {
    this.report = report;
    this.rules = rules;
    this.words = words;
  }

  List<Alert> all() {
    if (report.score().beyondChance()) {
      raise(Measure.SCORE_PSI, "", report.score().stability(), rules.scorePsi(), scoreMoved());
    }
    for (Shift shift : report.features()) {
      if (shift.beyondChance()) {
        raise(
            Measure.FEATURE_PSI,
            shift.name(),
            shift.stability(),
            rules.featurePsi(),
            moved(words.title(shift.name()), shift));
      }
    }
    worth();
    raise(Measure.UNSCORED, "", report.unscoredShare(), rules.unscoredShare(), unscored());
    overrides();
    raised.sort(URGENT_FIRST);
    return raised;
  }

  /** Holds the last vintage that counts against what the model promised, else against the first. */
  private void worth() {
    List<Vintage> measured =
        report.vintages().stream().filter(one -> one.state() == Vintage.State.MEASURED).toList();
    if (measured.isEmpty()) {
      return;
    }
    Vintage first = measured.get(0);
    Vintage last = measured.get(measured.size() - 1);
    drop(Measure.AUC_DROP, report.reference().auc(), first.auc(), last.auc(), last);
    drop(Measure.KS_DROP, report.reference().ks(), first.ks(), last.ks(), last);
  }

  private void drop(
      Measure measure,
      @Nullable Double promised,
      @Nullable Double first,
      @Nullable Double last,
      Vintage vintage) {
    @Nullable Double reference = promised == null ? first : promised;
    if (reference == null || last == null) {
      return;
    }
    String figure = measure == Measure.AUC_DROP ? "AUC" : "KS";
    Text moved =
        text(
            "%s批次%s为%.3f，基准为%.3f，样本%d户、违约%d户"
                .formatted(
                    vintage.month(), figure, last, reference, vintage.rows(), vintage.bads()),
            "%s of vintage %s is %.3f, the reference %.3f; %d scores, %d bads"
                .formatted(
                    figure, vintage.month(), last, reference, vintage.rows(), vintage.bads()));
    Limits limits = measure == Measure.AUC_DROP ? rules.aucDrop() : rules.ksDrop();
    raise(measure, vintage.month().toString(), reference - last, limits, moved);
  }

  private void overrides() {
    List<MonthOfDecisions> months = MonthOfDecisions.of(report.decisions());
    if (months.isEmpty() || months.get(months.size() - 1).decided() < rules.fewestDecisions()) {
      return;
    }
    MonthOfDecisions last = months.get(months.size() - 1);
    Text moved =
        text(
            "%s共%d笔审批，%d笔与评分建议相反".formatted(last.month(), last.decided(), last.overridden()),
            "%d of %d decisions in %s go against the score"
                .formatted(last.overridden(), last.decided(), last.month()));
    raise(
        Measure.OVERRIDE,
        last.month().toString(),
        last.overrideRate(),
        rules.overrideRate(),
        moved);
  }

  private Text scoreMoved() {
    Text most =
        report.features().isEmpty()
            ? new Text("", "")
            : words.title(report.features().get(0).name());
    Text shift = moved(new Text("违约概率", "The probability of default"), report.score());
    return new Text(
        shift.zh() + (most.zh().isEmpty() ? "" : "；偏移最大的入模指标是“" + most.zh() + "”"),
        shift.en()
            + (most.en().isEmpty() ? "" : "; the input that moved most is “" + most.en() + "”"));
  }

  private Text unscored() {
    return text(
        "%d户有记录而没有评分，%d户有评分".formatted(report.unscored(), report.scored()),
        "%d enterprises have records and no score, %d have one"
            .formatted(report.unscored(), report.scored()));
  }

  private Text moved(Text name, Shift shift) {
    Text before = words.value(shift.name(), shift.medianBefore());
    Text now = words.value(shift.name(), shift.medianNow());
    double was = PERCENT * shift.coverageBefore();
    double is = PERCENT * shift.coverageNow();
    return text(
        "%s：中位数由%s到%s，有值率由%.1f%%到%.1f%%".formatted(name.zh(), before.zh(), now.zh(), was, is),
        "%s: median from %s to %s, known of %.1f%% before and %.1f%% now"
            .formatted(name.en(), before.en(), now.en(), was, is));
  }

  private static Text text(String zh, String en) {
    return new Text(zh, en);
  }

  private void raise(Measure measure, String subject, double value, Limits limits, Text moved) {
    Optional<Level> level = limits.level(value);
    level.ifPresent(
        reached ->
            raised.add(
                new Alert(
                    measure,
                    reached,
                    subject,
                    value,
                    limits.of(reached),
                    moved,
                    NextStep.of(measure, reached))));
  }
}
