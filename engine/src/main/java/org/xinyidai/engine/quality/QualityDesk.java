package org.xinyidai.engine.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ledger.Cell;
import org.xinyidai.engine.ledger.CodeFaults;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.engine.quality.OwedReports.Owed;
import org.xinyidai.engine.quality.QualityReport.Filter;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.quality.CodeOwner;
import org.xinyidai.models.quality.Indicator;
import org.xinyidai.models.quality.OfficeFigure;
import org.xinyidai.models.quality.ReportCounts;
import org.xinyidai.models.quality.Scheme;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.Permit;
import org.xinyidai.models.record.UtilityBill;

/**
 * Puts the quality of a month together (数据质量考核台): rates by cell, items of the scheme, wrong codes
 * by their owner, and reports that are owed. Blocks: call it on a worker.
 */
public final class QualityDesk {
  private static final List<String> PUBLICITY = List.of(Permit.FEED.id(), Penalty.FEED.id());
  private static final List<String> UTILITIES =
      List.of(
          UtilityBill.ELECTRICITY.id(),
          UtilityBill.WATER.id(),
          UtilityBill.GAS.id(),
          UtilityBill.HEAT.id());

  /** The register is counted by reading every enterprise, so one count serves for a while. */
  private static final Duration COUNT_SERVES = Duration.ofMinutes(10);

  private final Store store;
  private final InstantSource clock;
  private final Ledger ledger;
  private final Figures figures;
  private volatile @Nullable Count count;

  private record Count(YearMonth month, Instant at, Scheme.Register register) {}

  public QualityDesk(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    ledger = new Ledger(store);
    figures = new Figures(store);
  }

  /**
   * The quality of a month.
   *
   * @param indicators of the whole office, empty where only a part of the month was asked for
   * @param wrongCodes refused codes by the office that registers them; those of no such office and
   *     rows without a code are left out
   * @param otherCodes refused codes whose first character names no office
   */
  public record Quality(
      QualityReport report,
      List<Indicator> indicators,
      Map<CodeOwner, Long> wrongCodes,
      long otherCodes,
      List<Owed> owed) {
    public Quality {
      indicators = List.copyOf(indicators);
      wrongCodes = Map.copyOf(wrongCodes);
      owed = List.copyOf(owed);
    }
  }

  /** What the office enters. */
  public Figures figures() {
    return figures;
  }

  /** The month in China, for a question that names none. */
  public YearMonth thisMonth() {
    return YearMonth.from(today());
  }

  /** The quality of a month or of a part of it. */
  public Quality month(YearMonth month, Filter filter) {
    MonthFigures told = figures.month(month);
    QualityReport report = QualityReport.of(month, ledger, told, filter);
    Map<CodeFaults.Fault, Long> faults = CodeFaults.month(store, month);
    Map<CodeOwner, Long> owners = new EnumMap<>(CodeOwner.class);
    long others = 0;
    for (Map.Entry<CodeFaults.Fault, Long> fault : faults.entrySet()) {
      if (filter.admits(fault.getKey().cell())) {
        String first = String.valueOf(fault.getKey().first());
        if (CodeOwner.of(first).isPresent()) {
          owners.merge(CodeOwner.of(first).get(), fault.getValue(), Long::sum);
        } else {
          others += fault.getValue();
        }
      }
    }
    List<Indicator> indicators =
        filter.equals(Filter.NONE) ? indicators(month, told, faults) : List.of();
    return new Quality(report, indicators, owners, others, owed(month, filter));
  }

  private List<Indicator> indicators(
      YearMonth month, MonthFigures told, Map<CodeFaults.Fault, Long> faults) {
    Map<String, Tally> byFeed = new TreeMap<>();
    ledger.month(month).forEach((cell, tally) -> byFeed.merge(cell.feed(), tally, Tally::plus));
    Map<OfficeFigure, Long> known = told.known(Feeds.ALL.stream().map(f -> f.id()).toList());
    known.remove(OfficeFigure.CONCEALED);
    known.putAll(concealed(told));
    ReportCounts publicity = ReportCounts.NONE;
    for (String feed : PUBLICITY) {
      publicity = publicity.plus(QualityReport.counts(byFeed.getOrDefault(feed, Tally.NONE), 0, 0));
    }
    long utility = 0;
    for (String feed : UTILITIES) {
      Tally tally = byFeed.getOrDefault(feed, Tally.NONE);
      utility += QualityReport.counts(tally, 0, 0).loaded();
    }
    long refused =
        faults.entrySet().stream()
            .filter(e -> e.getKey().cell().feed().equals(MarketRegistration.FEED.id()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    Scheme.Register register = register(month, refused);
    return new Scheme(new Scheme.Counted(publicity, utility, register), known).indicators();
  }

  /** Concealed permits and penalties, known when it was told of both or of either. */
  private static Map<OfficeFigure, Long> concealed(MonthFigures told) {
    Map<OfficeFigure, Long> known = new EnumMap<>(OfficeFigure.class);
    for (String feed : PUBLICITY) {
      told.of(OfficeFigure.CONCEALED, feed, "", "")
          .ifPresent(value -> known.merge(OfficeFigure.CONCEALED, value, Long::sum));
    }
    return known;
  }

  private Scheme.Register register(YearMonth month, long refused) {
    Count known = count;
    Instant now = clock.instant();
    if (known == null
        || !known.month().equals(month)
        || known.at().plus(COUNT_SERVES).isBefore(now)) {
      known = new Count(month, now, RegisterCount.of(store, refused));
      count = known;
    }
    return known.register();
  }

  private List<Owed> owed(YearMonth month, Filter filter) {
    return OwedReports.of(ledger, month, today()).stream()
        .filter(each -> filter.admits(new Cell(month, each.feed(), each.source(), "")))
        .filter(each -> filter.district().isEmpty())
        .toList();
  }

  private LocalDate today() {
    return ChinaTime.dayOf(clock.instant());
  }
}
