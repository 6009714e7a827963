package org.xinyidai.engine.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.engine.ledger.Cell;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.engine.quality.OwedReports.Owed;
import org.xinyidai.engine.quality.QualityDesk.Quality;
import org.xinyidai.engine.quality.QualityReport.Line;
import org.xinyidai.models.quality.CodeOwner;
import org.xinyidai.models.quality.Indicator;
import org.xinyidai.models.quality.OfficeFigure;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.quality.ReportCounts;
import org.xinyidai.models.quality.Threshold;
import org.xinyidai.models.record.Feeds;

/** The quality of a month as tables for people (数据质量月报表); what is not known says so. */
public final class QualityTables {
  /** Stands where a rate or points cannot be told. */
  public static final String NOT_KNOWN = "未知";

  private static final int RATE_DECIMALS = 4;
  private static final int POINT_DECIMALS = 2;

  private static final List<String> LINE_COLUMNS =
      List.of(
          "月份", "数据目录", "数源", "行政区划", "应报", "已报", "漏报", "合规", "错误", "重复", "更正", "及时", "迟报", "入库",
          "代码错误", "瞒报", "上报率", "合规率", "及时率", "入库率", "重错率", "上报率达标", "合规率达标", "及时率达标", "重错率达标");

  private QualityTables() {}

  /** All tables, that of the lines first. */
  public static List<ReportTable> all(Quality quality) {
    return List.of(
        lines(quality.report()), indicators(quality), wrongCodes(quality), owed(quality));
  }

  /** Rates by feed, source and district. */
  public static ReportTable lines(QualityReport report) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : report.lines()) {
      rows.add(row(report.month().toString(), line));
    }
    return new ReportTable("数据质量月报 " + report.month(), LINE_COLUMNS, rows);
  }

  /** Items of the scheme with points. */
  public static ReportTable indicators(Quality quality) {
    List<List<Object>> rows = new ArrayList<>();
    for (Indicator each : quality.indicators()) {
      rows.add(
          List.of(
              each.requirement(),
              each.titleZh(),
              shown(each.known(), RATE_DECIMALS),
              each.most() == 0 ? "" : shown(each.earned(), POINT_DECIMALS),
              each.most() == 0 ? "" : each.most(),
              verdicts(each),
              each.missing().stream().map(OfficeFigure::titleZh).collect(Collectors.joining("、")),
              each.byHand() ? "含人工填报" : ""));
    }
    return new ReportTable(
        "考核指标", List.of("编号", "指标", "数值", "得分", "满分", "达标线", "缺少填报", "来源"), rows);
  }

  /** Wrong codes by the office that registers them. */
  public static ReportTable wrongCodes(Quality quality) {
    List<List<Object>> rows = new ArrayList<>();
    for (CodeOwner owner : CodeOwner.values()) {
      rows.add(
          List.of(
              String.valueOf(owner.digit()),
              owner.titleZh(),
              quality.wrongCodes().getOrDefault(owner, 0L)));
    }
    rows.add(List.of("其他", "首位不属于登记机关", quality.otherCodes()));
    return new ReportTable("重错码责任", List.of("首位", "登记机关", "错误代码"), rows);
  }

  /** Reports that are owed or came late. */
  public static ReportTable owed(Quality quality) {
    List<List<Object>> rows = new ArrayList<>();
    for (Owed each : quality.owed()) {
      rows.add(
          List.of(
              title(each.feed()), each.source(), each.state().titleZh(), each.last().toString()));
    }
    return new ReportTable("漏报迟报", List.of("数据目录", "数源", "状态", "上次报送"), rows);
  }

  private static List<Object> row(String month, Line line) {
    ReportCounts counts = line.counts();
    Tally tally = line.tally();
    List<Object> row = new ArrayList<>();
    row.add(month);
    row.add(title(line.feed()));
    row.add(line.source());
    row.add(line.district().equals(Cell.UNKNOWN) ? NOT_KNOWN : line.district());
    row.add(counts.due() == 0 ? "" : counts.due());
    row.add(counts.reported());
    row.add(counts.due() == 0 ? "" : counts.missing());
    row.add(counts.conforming());
    row.add(counts.wrong());
    row.add(counts.repeated());
    row.add(tally.corrected());
    row.add(counts.inTime());
    row.add(counts.late());
    row.add(counts.loaded());
    row.add(tally.codeErrors());
    row.add(counts.concealed());
    row.add(shown(counts.reportRate(), RATE_DECIMALS));
    row.add(shown(counts.conformingRate(), RATE_DECIMALS));
    row.add(shown(counts.timelyRate(), RATE_DECIMALS));
    row.add(shown(counts.loadRate(), RATE_DECIMALS));
    row.add(shown(counts.repeatAndErrorRate(), RATE_DECIMALS));
    row.add(verdict(counts.reportRate(), Threshold.REPORT_RATE));
    row.add(verdict(counts.conformingRate(), Threshold.CONFORMING_RATE));
    row.add(verdict(counts.timelyRate(), Threshold.TIMELY_RATE));
    row.add(verdict(counts.repeatAndErrorRate(), Threshold.REPEAT_AND_ERROR_RATE));
    return row;
  }

  private static String verdicts(Indicator each) {
    return each.thresholds().stream()
        .map(
            t ->
                "%s%s（%s）%s"
                    .formatted(
                        t.comparison().sign(),
                        t.bound().toDecimal(RATE_DECIMALS),
                        t.source(),
                        verdict(each.known(), t)))
        .collect(Collectors.joining("；"));
  }

  private static String title(String feed) {
    return Feeds.byId(feed).map(known -> known.titleZh()).orElse(feed);
  }

  private static Object shown(Optional<Ratio> ratio, int decimals) {
    return ratio.<Object>map(value -> value.toDecimal(decimals)).orElse(NOT_KNOWN);
  }

  private static String verdict(Optional<Ratio> rate, Threshold threshold) {
    return rate.map(value -> threshold.isMetBy(value) ? "达标" : "未达标").orElse(NOT_KNOWN);
  }
}
