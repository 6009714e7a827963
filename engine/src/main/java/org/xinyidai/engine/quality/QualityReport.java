package org.xinyidai.engine.quality;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.engine.ledger.Cell;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.quality.ReportCounts;
import org.xinyidai.models.quality.Threshold;
import org.xinyidai.models.record.Feeds;

/**
 * The quality of a month's reports (数据质量月报), by feed, source and district, with a line for each
 * feed and one for all. What was due is told by the office; where it is not told there is no report
 * rate.
 */
public final class QualityReport {
  /** Stands for all sources or districts together. */
  public static final String ALL = "合计";

  private static final int RATE_DECIMALS = 4;

  private static final List<String> COLUMNS =
      List.of(
          "月份", "数据目录", "数源", "行政区划", "应报", "已报", "合规", "错误", "重复", "更正", "及时", "入库", "代码错误", "上报率",
          "合规率", "及时率", "入库率", "重错率", "合规率达标", "重错率达标");

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
   * The report of a month.
   *
   * @param due records that should have come, by feed id
   */
  public static QualityReport of(YearMonth month, Ledger ledger, Map<String, Long> due) {
    List<Line> lines = new ArrayList<>();
    Map<String, Tally> byFeed = new TreeMap<>();
    Tally all = Tally.NONE;
    for (Map.Entry<Cell, Tally> entry : ledger.month(month).entrySet()) {
      Cell cell = entry.getKey();
      Tally tally = entry.getValue();
      lines.add(new Line(cell.feed(), cell.source(), cell.district(), tally, counts(tally, 0)));
      byFeed.merge(cell.feed(), tally, Tally::plus);
      all = all.plus(tally);
    }
    byFeed.forEach(
        (feed, tally) ->
            lines.add(new Line(feed, ALL, ALL, tally, counts(tally, due.getOrDefault(feed, 0L)))));
    long allDue = due.values().stream().mapToLong(Long::longValue).sum();
    lines.add(new Line(ALL, ALL, ALL, all, counts(all, allDue)));
    return new QualityReport(month, lines);
  }

  /** Cells in order, then a line for each feed, then one for all. */
  public List<Line> lines() {
    return lines;
  }

  /** The report as a table for CSV and XLSX. */
  public ReportTable table() {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(row(line));
    }
    return new ReportTable("数据质量月报 " + month, COLUMNS, rows);
  }

  private List<Object> row(Line line) {
    ReportCounts counts = line.counts();
    Tally tally = line.tally();
    List<Object> row = new ArrayList<>();
    row.add(month.toString());
    row.add(title(line.feed()));
    row.add(line.source());
    row.add(line.district().equals(Cell.UNKNOWN) ? "未知" : line.district());
    row.add(counts.due() == 0 ? "" : counts.due());
    row.add(counts.reported());
    row.add(counts.conforming());
    row.add(counts.wrong());
    row.add(counts.repeated());
    row.add(tally.corrected());
    row.add(counts.inTime());
    row.add(counts.loaded());
    row.add(tally.codeErrors());
    row.add(shown(counts.reportRate()));
    row.add(shown(counts.conformingRate()));
    row.add(shown(counts.timelyRate()));
    row.add(shown(counts.loadRate()));
    row.add(shown(counts.repeatAndErrorRate()));
    row.add(verdict(counts.conformingRate(), Threshold.CONFORMING_RATE));
    row.add(verdict(counts.repeatAndErrorRate(), Threshold.REPEAT_AND_ERROR_RATE));
    return row;
  }

  private static ReportCounts counts(Tally tally, long due) {
    long conforming = tally.accepted() + tally.repeated();
    long loaded = Math.min(tally.received(), conforming + tally.resolved());
    return new ReportCounts(
        due, tally.received(), conforming, tally.inTime(), loaded, tally.repeated(), 0);
  }

  private static String title(String feed) {
    return Feeds.byId(feed).map(known -> known.titleZh()).orElse(feed);
  }

  private static Object shown(Optional<Ratio> rate) {
    return rate.<Object>map(QualityReport::decimal).orElse("");
  }

  private static BigDecimal decimal(Ratio rate) {
    return rate.toDecimal(RATE_DECIMALS);
  }

  private static String verdict(Optional<Ratio> rate, Threshold threshold) {
    return rate.map(value -> threshold.isMetBy(value) ? "达标" : "未达标").orElse("");
  }
}
