package org.xinyidai.engine.filing;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.quality.QualityReport;
import org.xinyidai.engine.supervision.FunnelDesk;
import org.xinyidai.engine.supervision.MarketFunnel;
import org.xinyidai.engine.supervision.OverdueDesk;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.uptake.Assessment;

/** Puts together what a report says (报表汇总). Blocks: call it on a worker. */
public final class OfficeReports {
  private static final int REGION_DIGITS = 6;

  private final Platform platform;
  private final Assessments assessments;
  private final FunnelDesk funnel;
  private final OverdueDesk overdue;

  OfficeReports(
      Platform platform, Assessments assessments, FunnelDesk funnel, OverdueDesk overdue) {
    this.platform = platform;
    this.assessments = assessments;
    this.funnel = funnel;
    this.overdue = overdue;
  }

  /** Who judges packs. */
  public Assessments assessments() {
    return assessments;
  }

  /**
   * All of a report.
   *
   * @param simulated whether the data is invented
   * @param correction which version it replaces and why; empty for none
   */
  public ReportContent content(ReportSubject subject, boolean simulated, String correction) {
    Assessment assessment = assessments.assess(subject.pack(), subject.asOf(), subject.district());
    MarketFunnel.Scope scope = new MarketFunnel.Scope(region(subject.district()), "");
    boolean whole = subject.district().isEmpty();
    return new ReportContent(
        subject,
        assessment,
        whole ? assessments.byDistrict(subject.pack(), subject.asOf()) : new TreeMap<>(),
        funnel.of(subject.asOf(), scope),
        whole ? sources(subject) : List.of(),
        overdue.of(subject.asOf(), scope),
        versions(),
        simulated,
        correction);
  }

  private static @Nullable Region region(String district) {
    return district.isEmpty()
        ? null
        : new Region(district + "0".repeat(REGION_DIGITS - district.length()));
  }

  /** Lines over all districts of the last month of the period. */
  private List<QualityReport.Line> sources(ReportSubject subject) {
    YearMonth month = YearMonth.from(subject.asOf());
    return platform.quality().month(month, QualityReport.Filter.NONE).report().lines().stream()
        .filter(line -> line.district().equals(QualityReport.ALL))
        .toList();
  }

  /** What the figures were computed with; none of it changes unless somebody changes it. */
  private SortedMap<String, String> versions() {
    SortedMap<String, String> versions = new TreeMap<>();
    versions.put("feature schema", Integer.toString(platform.vectors().schema().version()));
    platform.models().champion().ifPresent(model -> versions.put("model", model.id()));
    return versions;
  }
}
