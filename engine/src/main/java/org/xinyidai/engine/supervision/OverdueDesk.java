package org.xinyidai.engine.supervision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.engine.lending.ApplicationMark;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.quality.OwedReports;
import org.xinyidai.engine.quality.QualityDesk;
import org.xinyidai.engine.quality.QualityReport;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Region;

/** Who has let what pass its time (超期任务台): lenders their applications, sources their reports. */
public final class OverdueDesk {
  /** Sources report the month before by this day (C6). */
  private static final int DUE_DAY = 4;

  private static final Text APPLICATIONS = new Text("融资申请", "applications");

  private final Loans loans;
  private final QualityDesk quality;

  public OverdueDesk(Loans loans, QualityDesk quality) {
    this.loans = loans;
    this.quality = quality;
  }

  /**
   * Those of a day, lenders first. What sources owe is no lender's and no district's business.
   *
   * @param today applications are judged by it; reports by the month it lies in
   */
  public List<OverdueTask> of(LocalDate today, MarketFunnel.Scope scope) {
    List<OverdueTask> tasks = new ArrayList<>(lenders(today, scope));
    if (scope.equals(MarketFunnel.Scope.ALL)) {
      tasks.addAll(sources(YearMonth.from(today)));
    }
    return tasks;
  }

  private List<OverdueTask> lenders(LocalDate today, MarketFunnel.Scope scope) {
    Map<String, OverdueTask> byLender = new TreeMap<>();
    loans
        .applications()
        .forEachRunning(
            mark -> {
              LocalDate due = mark.dueOn();
              if (due != null && mark.overdue(today) && isIn(scope, mark)) {
                byLender.merge(
                    mark.lender(),
                    new OverdueTask(
                        OverdueTask.Kind.APPLICATION, mark.lender(), APPLICATIONS, 1, due),
                    OverdueDesk::together);
              }
            });
    return List.copyOf(byLender.values());
  }

  private static OverdueTask together(OverdueTask a, OverdueTask b) {
    LocalDate oldest = a.dueOn().isBefore(b.dueOn()) ? a.dueOn() : b.dueOn();
    return new OverdueTask(a.kind(), a.who(), a.what(), a.count() + b.count(), oldest);
  }

  private static boolean isIn(MarketFunnel.Scope scope, ApplicationMark mark) {
    Region district = scope.district();
    boolean here =
        district == null
            || (Region.isWellFormed(mark.district())
                && new Region(mark.district()).isWithin(district));
    return here && (scope.lender().isEmpty() || scope.lender().equals(mark.lender()));
  }

  private List<OverdueTask> sources(YearMonth month) {
    return quality.month(month, QualityReport.Filter.NONE).owed().stream()
        .filter(owed -> owed.state() != OwedReports.State.PENDING)
        .map(
            owed ->
                new OverdueTask(
                    owed.state() == OwedReports.State.LATE
                        ? OverdueTask.Kind.REPORT_LATE
                        : OverdueTask.Kind.REPORT_MISSING,
                    owed.source(),
                    feed(owed.feed()),
                    1,
                    month.atDay(DUE_DAY)))
        .toList();
  }

  private static Text feed(String id) {
    return new Text(Feeds.byId(id).map(Feed::titleZh).orElse(id), id);
  }
}
