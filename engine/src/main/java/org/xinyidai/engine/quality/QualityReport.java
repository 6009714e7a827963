package org.xinyidai.engine.quality;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.xinyidai.engine.ledger.Cell;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.models.quality.OfficeFigure;
import org.xinyidai.models.quality.ReportCounts;

/**
 * The quality of a month's reports (数据质量月报), by feed, source and district, with a line for each
 * source, each feed and one for all. What was due and concealed the office tells; where it told
 * nothing there is no report rate.
 */
public final class QualityReport {
  /** Stands for all sources or districts together. */
  public static final String ALL = "合计";

  private final YearMonth month;
  private final List<Line> lines;

  private QualityReport(YearMonth month, List<Line> lines) {
    this.month = month;
    this.lines = List.copyOf(lines);
  }

  /** One line: what was counted, and whose it is. */
  public record Line(
      String feed, String source, String district, Tally tally, ReportCounts counts) {}

  /**
   * Which part of a month is wanted.
   *
   * @param feed empty for all
   * @param source empty for all
   * @param district empty for all; fewer digits than six take in all that begin so
   */
  public record Filter(String feed, String source, String district) {
    public static final Filter NONE = new Filter("", "", "");

    boolean admits(Cell cell) {
      return (feed.isEmpty() || feed.equals(cell.feed()))
          && (source.isEmpty() || source.equals(cell.source()))
          && cell.district().startsWith(district);
    }
  }

  /** The report of a month. */
  public static QualityReport of(
      YearMonth month, Ledger ledger, MonthFigures figures, Filter filter) {
    Map<String, Map<String, Tally>> bySource = new TreeMap<>();
    List<Line> lines = new ArrayList<>();
    Lines told = new Lines(figures, filter);
    ledger
        .month(month)
        .forEach(
            (cell, tally) -> {
              if (filter.admits(cell)) {
                lines.add(told.line(cell.feed(), cell.source(), cell.district(), tally));
                bySource
                    .computeIfAbsent(cell.feed(), feed -> new TreeMap<>())
                    .merge(cell.source(), tally, Tally::plus);
              }
            });
    ReportCounts all = ReportCounts.NONE;
    Tally allTallies = Tally.NONE;
    boolean dueKnown = true;
    for (Map.Entry<String, Map<String, Tally>> feed : bySource.entrySet()) {
      Map<String, Tally> sources = feed.getValue();
      if (sources.size() > 1) {
        sources.forEach((source, tally) -> lines.add(told.line(feed.getKey(), source, ALL, tally)));
      }
      Tally sum = sources.values().stream().reduce(Tally.NONE, Tally::plus);
      Line line = told.line(feed.getKey(), ALL, ALL, sum);
      lines.add(line);
      all = all.plus(line.counts());
      allTallies = allTallies.plus(sum);
      dueKnown &= line.counts().due() > 0;
    }
    lines.add(new Line(ALL, ALL, ALL, allTallies, dueKnown ? all : withoutDue(all)));
    return new QualityReport(month, lines);
  }

  /** Makes lines with what the office told of their place. */
  private record Lines(MonthFigures figures, Filter filter) {
    Line line(String feed, String source, String district, Tally tally) {
      long due = told(OfficeFigure.DUE, feed, source, district).orElse(0);
      long concealed = told(OfficeFigure.CONCEALED, feed, source, district).orElse(0);
      return new Line(feed, source, district, tally, counts(tally, due, concealed));
    }

    private OptionalLong told(OfficeFigure figure, String feed, String source, String district) {
      return figures.of(
          figure,
          feed,
          source.equals(ALL) ? filter.source() : source,
          district.equals(ALL) ? filter.district() : district);
    }
  }

  public YearMonth month() {
    return month;
  }

  /** Cells in order, then a line for each feed, before it one for each of several sources. */
  public List<Line> lines() {
    return lines;
  }

  /** What a tally comes to in the words of the scheme. */
  public static ReportCounts counts(Tally tally, long due, long concealed) {
    long conforming = tally.accepted() + tally.repeated();
    long loaded = Math.min(tally.received(), conforming + Math.max(0, tally.resolved()));
    long inTime = Math.max(0, Math.min(tally.received(), tally.inTime()));
    return new ReportCounts(
        due, tally.received(), conforming, inTime, loaded, tally.repeated(), concealed);
  }

  private static ReportCounts withoutDue(ReportCounts all) {
    return new ReportCounts(
        0,
        all.reported(),
        all.conforming(),
        all.inTime(),
        all.loaded(),
        all.repeated(),
        all.concealed());
  }
}
