package org.xinyidai.engine.filing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.xinyidai.connectors.report.Cell;
import org.xinyidai.connectors.report.CellFormat;
import org.xinyidai.connectors.report.ReportSheet;
import org.xinyidai.engine.quality.QualityReport;
import org.xinyidai.engine.supervision.FunnelDimension;
import org.xinyidai.engine.supervision.FunnelLine;
import org.xinyidai.engine.supervision.FunnelStage;
import org.xinyidai.engine.supervision.LendingSum;
import org.xinyidai.engine.supervision.OverdueTask;
import org.xinyidai.engine.supervision.RefusalCount;
import org.xinyidai.engine.supervision.StateStay;
import org.xinyidai.models.quality.Ratio;

/** What the market fills (市场页): lenders, sources, the funnel, times, refusals, what is overdue. */
final class MarketSheets {
  private static final int SHARE_SCALE = 10;
  private static final BigDecimal MINUTES_A_DAY = BigDecimal.valueOf(24 * 60);
  private static final int DAY_SCALE = 4;

  private final ReportContent content;
  private final Tongue tongue;

  MarketSheets(ReportContent content, Tongue tongue) {
    this.content = content;
    this.tongue = tongue;
  }

  ReportSheet lenders() {
    return new ReportSheet(
        tongue.of("金融机构", "Lenders"),
        titles(
            "金融机构",
            "Lender",
            "申请",
            "Applications",
            "授信",
            "Granted",
            "放款",
            "Drawn",
            "结清",
            "Settled",
            "授信金额（元）",
            "Granted (yuan)",
            "放款金额（元）",
            "Drawn (yuan)",
            "还款金额（元）",
            "Repaid (yuan)",
            "首贷占比",
            "First loans",
            "信用贷款占比",
            "Unsecured"),
        List.of(3, 1, 1, 1, 1, 2, 2, 2, 1, 1),
        content.funnel().by(FunnelDimension.LENDER).stream().map(this::lending).toList());
  }

  private List<Cell> lending(FunnelLine line) {
    LendingSum sum = line.lending();
    return List.of(
        Cell.of(tongue.of(line.title())),
        Cell.count(sum.applications()),
        Cell.count(sum.granted()),
        Cell.count(sum.drawn()),
        Cell.count(sum.settled()),
        Cell.fen(sum.grantedFen()),
        Cell.fen(sum.drawnFen()),
        Cell.fen(sum.repaidFen()),
        share(sum.firstLoanShare()),
        share(sum.unsecuredShare()));
  }

  ReportSheet sources() {
    return new ReportSheet(
        tongue.of("数源单位", "Sources"),
        titles(
            "数据",
            "Feed",
            "数源单位",
            "Source",
            "应报",
            "Due",
            "上报",
            "Reported",
            "合规",
            "Conforming",
            "及时",
            "In time",
            "合规率",
            "Conforming rate",
            "及时率",
            "Timely rate"),
        List.of(3, 3, 1, 1, 1, 1, 1, 1),
        content.sources().stream().map(MarketSheets::source).toList());
  }

  private static List<Cell> source(QualityReport.Line line) {
    long reported = line.counts().reported();
    return List.of(
        Cell.of(line.feed()),
        Cell.of(line.source()),
        line.counts().due() > 0 ? Cell.count(line.counts().due()) : Cell.EMPTY,
        Cell.count(reported),
        Cell.count(line.counts().conforming()),
        Cell.count(line.counts().inTime()),
        rate(line.counts().conforming(), reported),
        rate(line.counts().inTime(), reported));
  }

  ReportSheet funnel() {
    List<String> columns = new ArrayList<>(titles("维度", "By", "分组", "Group"));
    for (FunnelStage stage : FunnelStage.values()) {
      columns.add(tongue.of(stage.titleZh() + "（户）", stage.code()));
    }
    columns.addAll(titles("申请笔数", "Applications", "放款金额（元）", "Drawn (yuan)"));
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(funnel(tongue.of("合计", "total"), content.funnel().total()));
    for (FunnelDimension dimension : FunnelDimension.values()) {
      String by = tongue.of(dimension.titleZh(), dimension.code());
      content.funnel().by(dimension).forEach(line -> rows.add(funnel(by, line)));
    }
    return ReportSheet.of(tongue.of("融资漏斗", "Funnel"), columns, rows);
  }

  private List<Cell> funnel(String by, FunnelLine line) {
    List<Cell> row = new ArrayList<>(List.of(Cell.of(by), Cell.of(tongue.of(line.title()))));
    for (FunnelStage stage : FunnelStage.values()) {
      row.add(line.reached(stage).map(Cell::count).orElse(Cell.EMPTY));
    }
    row.add(Cell.count(line.lending().applications()));
    row.add(Cell.fen(line.lending().drawnFen()));
    return row;
  }

  ReportSheet stays() {
    return ReportSheet.of(
        tongue.of("环节用时", "Times"),
        titles(
            "申请状态",
            "State",
            "已离开（笔）",
            "Left",
            "中位用时（天）",
            "Median (days)",
            "九成不超过（天）",
            "P90 (days)",
            "当前（笔）",
            "There now"),
        content.funnel().stays().stream().map(this::stay).toList());
  }

  private List<Cell> stay(StateStay stay) {
    boolean known = stay.left() > 0;
    return List.of(
        Cell.of(tongue.of(stay.state().titleZh(), stay.state().titleEn())),
        Cell.count(stay.left()),
        known ? days(stay.medianMinutes()) : Cell.EMPTY,
        known ? days(stay.p90Minutes()) : Cell.EMPTY,
        Cell.count(stay.there()));
  }

  ReportSheet refusals() {
    return new ReportSheet(
        tongue.of("拒贷原因", "Refusals"),
        titles("代码", "Code", "原因", "Reason", "不予受理", "Declined", "审批未通过", "Refused", "合计", "All"),
        List.of(1, 5, 1, 1, 1),
        content.funnel().refusals().stream().map(this::refusal).toList());
  }

  private List<Cell> refusal(RefusalCount count) {
    return List.of(
        Cell.of(count.reason().code()),
        Cell.of(tongue.of(count.reason().words())),
        Cell.count(count.declined()),
        Cell.count(count.refused()),
        Cell.count(count.all()));
  }

  ReportSheet overdue() {
    return new ReportSheet(
        tongue.of("超期任务", "Overdue"),
        titles("任务", "Task", "单位", "Who", "事项", "What", "数量", "Count", "最早到期日", "Due on"),
        List.of(2, 3, 3, 1, 1),
        content.overdue().stream().map(this::overdue).toList());
  }

  private List<Cell> overdue(OverdueTask task) {
    return List.of(
        Cell.of(tongue.of(task.kind().titleZh(), task.kind().code())),
        Cell.of(task.who()),
        Cell.of(tongue.of(task.what())),
        Cell.count(task.count()),
        Cell.of(task.dueOn().toString()));
  }

  private static Cell days(long minutes) {
    return Cell.of(
        BigDecimal.valueOf(minutes).divide(MINUTES_A_DAY, DAY_SCALE, RoundingMode.HALF_UP),
        CellFormat.DECIMAL);
  }

  private static Cell rate(long part, long whole) {
    return Ratio.of(part, whole)
        .map(rate -> Cell.of(rate.toDecimal(SHARE_SCALE), CellFormat.PERCENT))
        .orElse(Cell.EMPTY);
  }

  private static Cell share(OptionalDouble share) {
    return share.isPresent()
        ? Cell.of(
            BigDecimal.valueOf(share.getAsDouble()).setScale(SHARE_SCALE, RoundingMode.HALF_UP),
            CellFormat.PERCENT)
        : Cell.EMPTY;
  }

  private List<String> titles(String... pairs) {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      titles.add(tongue.of(pairs[i], pairs[i + 1]));
    }
    return titles;
  }
}
