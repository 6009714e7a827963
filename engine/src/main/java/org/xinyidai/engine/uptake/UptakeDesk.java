package org.xinyidai.engine.uptake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.uptake.FigureCatalogue;
import org.xinyidai.connectors.uptake.TargetPackFile;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.quality.Figures;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.Assessor;
import org.xinyidai.models.uptake.Drift;
import org.xinyidai.models.uptake.Gap;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.SubjectFigure;
import org.xinyidai.models.uptake.TargetItem;
import org.xinyidai.models.uptake.TargetPack;
import org.xinyidai.models.uptake.Trend;

/**
 * Judges the office's targets (考核台): a pack as of any day, each item's trend and forecast, and
 * where the subjects are that would close a gap. Blocks: call it on a worker. The first question
 * reads every subject once; what changes afterwards is followed.
 */
public final class UptakeDesk {
  /** Months of a trend at most: a plan of three years. */
  public static final int MOST_MONTHS = 36;

  /** Places of each kind that are told with a gap. */
  private static final int PLACES = 3;

  private final Store store;
  private final PlatformFigures.Sources sources;
  private final Figures monthly;
  private final Map<String, TargetPack> packs = new LinkedHashMap<>();
  private final FigureCatalogue figures = FigureCatalogue.bundled();

  /** The targets of one platform. */
  public UptakeDesk(Platform platform) {
    this.store = platform.store();
    this.sources =
        new PlatformFigures.Sources(
            new SubjectFacts(store), platform.shelf(), new HandFigures(store));
    this.monthly = platform.quality().figures();
    TargetPackFile.bundled().forEach(pack -> packs.put(pack.id(), pack));
  }

  /** All packs in the order in which they are shipped. */
  public List<TargetPack> packs() {
    return List.copyOf(packs.values());
  }

  public Optional<TargetPack> pack(String id) {
    return Optional.ofNullable(packs.get(id));
  }

  /** The figures that packs are made of. */
  public FigureCatalogue figures() {
    return figures;
  }

  /** What the office enters. */
  public HandFigures hand() {
    return sources.hand();
  }

  /** Who is behind the figures. */
  public Drilldown drilldown() {
    return new Drilldown(store, sources.subjects());
  }

  /** Items beside each other by district, lender or source. */
  public Comparisons comparisons() {
    return new Comparisons(this);
  }

  /** A pack as of a day, each gap with where it could be closed. */
  public Assessment assess(TargetPack pack, Asked asked) {
    PlatformFigures told = figures(asked, Scope.of(asked.district()));
    Assessment judged = new Assessor(told).assess(pack, asked.asOf(), asked.district());
    return new Assessment(
        pack,
        asked.asOf(),
        asked.district(),
        judged.items().stream().map(result -> withPlaces(result, told, asked)).toList());
  }

  /** One item as of a day. */
  public ItemResult assess(TargetItem item, Asked asked) {
    PlatformFigures told = figures(asked, Scope.of(asked.district()));
    return withPlaces(new Assessor(told).assess(item, asked.asOf()), told, asked);
  }

  /**
   * The values of an item at the ends of months and on the asked day, with a forecast.
   *
   * @param months 1 to {@link #MOST_MONTHS}
   * @param until the day to forecast; null for the item's own deadline
   */
  public Trend trend(TargetItem item, Asked asked, int months, @Nullable LocalDate until) {
    Assessor assessor = new Assessor(figures(asked, Scope.of(asked.district())));
    List<Trend.Point> points = new ArrayList<>();
    YearMonth last = YearMonth.from(asked.asOf());
    for (int ago = Math.min(months, MOST_MONTHS) - 1; ago >= 0; ago--) {
      LocalDate day = ago == 0 ? asked.asOf() : last.minusMonths(ago).atEndOfMonth();
      points.add(new Trend.Point(day, assessor.assess(item, day).value()));
    }
    return new Trend(item, points, Drift.forecast(item, points, until));
  }

  /** Reads every subject anew, as the first question does. */
  public void rebuild() {
    sources.subjects().rebuild();
  }

  /** Figures of one question for a part. */
  PlatformFigures figures(Asked asked, Scope scope) {
    return new PlatformFigures(
        sources,
        asked,
        scope,
        new MonthlyEntries(monthly),
        new LedgerCounts(store, YearMonth.from(asked.asOf())));
  }

  private static ItemResult withPlaces(ItemResult result, PlatformFigures told, Asked asked) {
    Optional<Gap> gap = result.lacking();
    Optional<SubjectFigure> figure = gap.flatMap(one -> SubjectFigure.ofId(one.figure().id()));
    return figure.isEmpty()
        ? result
        : result.at(
            told.cube(asked.asOf())
                .places(figure.get(), gap.get().more(), asked.district(), PLACES));
  }
}
