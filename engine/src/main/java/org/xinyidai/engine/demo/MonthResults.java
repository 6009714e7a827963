package org.xinyidai.engine.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.engine.demo.CityIntake.Taken;
import org.xinyidai.engine.ingest.Batch;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.quality.QualityDesk.Quality;
import org.xinyidai.engine.quality.QualityReport;
import org.xinyidai.engine.quality.QualityTables;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.simulation.Tally;
import org.xinyidai.models.dispute.UndisputedVector.Moment;

/**
 * What came of a month (月度结果): counts against what the city sent, scores, and the quality report.
 */
final class MonthResults {
  private static final double PERCENT = 100.0;

  private final Platform platform;
  private final Show show;
  private boolean sound = true;

  MonthResults(Platform platform, Show show) {
    this.platform = platform;
    this.show = show;
  }

  /** Scores everyone of whom anything is known, in a run whose scores are kept. */
  static ScoreSummary score(Platform platform, LocalDate asOf) {
    Moment at = new Moment(asOf, platform.store().instant());
    return platform
        .models()
        .champion()
        .map(model -> ScoreSummary.of(platform, model, at, done -> {}))
        .orElseGet(ScoreSummary::new);
  }

  /** The quality report of the month in which the rows came, as CSV and as a workbook. */
  static void write(Platform platform, YearMonth received, Path folder, Show show)
      throws IOException {
    Quality quality = platform.quality().month(received, QualityReport.Filter.NONE);
    Path csv = folder.resolve("quality-" + received + ".csv");
    Path xlsx = folder.resolve("quality-" + received + ".xlsx");
    try (OutputStream out = Files.newOutputStream(csv)) {
      ReportFiles.csv(QualityTables.lines(quality.report()), out);
    }
    try (OutputStream out = Files.newOutputStream(xlsx)) {
      ReportFiles.xlsx(QualityTables.all(quality), out);
    }
    show.say(
        "quality 数据质量月报: %s, %s (%,d lines)".formatted(csv, xlsx, quality.report().lines().size()));
  }

  /** Says the counts of the month; whether they reconcile. */
  boolean say(Taken before, Taken taken, ScoreSummary summary) {
    Counts counts = taken.counts();
    Tally sent = taken.sent();
    show.say("register before 期初登记: %,d rows".formatted(before.counts().received()));
    show.say(
        "city sent 城市报送: %,d rows: %,d without a code, %,d bad, %,d late, %,d repeated, %,d corrected"
            .formatted(
                sent.rows(),
                sent.unnamed(),
                sent.rejectedRows() - sent.unnamed(),
                sent.late(),
                sent.repeated(),
                sent.corrected()));
    show.say(
        "records 归集: received %,d = accepted %,d (corrected %,d) + repeated %,d + rejected %,d"
            .formatted(
                counts.received(),
                counts.accepted(),
                counts.corrected(),
                counts.repeated(),
                counts.rejected()));
    show.say("  rejected by reason 拒收原因: " + counts.rejectedByReason());
    expect("received as sent", counts.received(), sent.rows());
    expect("accepted as sent", counts.accepted(), sent.accepted());
    expect("repeated as sent", counts.repeated(), sent.repeated());
    // Bills that are settled later correct the unpaid ones, beside what the city counts.
    expect("corrected as sent", Math.min(counts.corrected(), sent.corrected()), sent.corrected());
    expect("rejected as sent", counts.rejected(), sent.rejectedRows());
    sayCases();
    show.say(
        "scores 评分: %,d enterprises, mean points %.0f, mean probability of default %.2f%%, grades %s"
            .formatted(
                summary.count(),
                summary.meanPoints(),
                summary.meanRisk() * PERCENT,
                summary.grades()));
    return sound;
  }

  /** Rows whose code is missing or wrong, whatever became of them, are those that were refused. */
  private void sayCases() {
    long filed = MonthDemo.cases(platform, Status.FILED_AUTOMATICALLY);
    long queued = MonthDemo.cases(platform, Status.QUEUED);
    long unresolved = MonthDemo.cases(platform, Status.UNRESOLVED);
    List<Receipt> refiled = platform.batches().startingWith(Batch.REFILED);
    long found =
        refiled.stream().mapToLong(r -> r.counts().accepted() + r.counts().repeated()).sum();
    show.say(
        "without a usable code 无有效代码: %,d = filed %,d + queued %,d + unresolved %,d; %,d rows filed anew"
            .formatted(filed + queued + unresolved, filed, queued, unresolved, found));
    long sentAnew = refiled.stream().mapToLong(r -> r.counts().received()).sum();
    expect("filed rows sent through ingest again", sentAnew, filed);
  }

  private void expect(String what, long counted, long wanted) {
    if (counted != wanted) {
      sound = false;
      show.warn("%s: %,d, but %,d was to be".formatted(what, counted, wanted));
    }
  }
}
