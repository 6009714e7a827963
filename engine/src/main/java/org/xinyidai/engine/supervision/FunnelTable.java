package org.xinyidai.engine.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.xinyidai.connectors.report.ReportTable;

/** The funnel as a table (漏斗表): a row for each group; what cannot be told is an empty cell. */
public final class FunnelTable {
  private static final double FEN_PER_YUAN = 100;

  private FunnelTable() {}

  /** All lines, the total first. */
  public static ReportTable of(MarketFunnel funnel) {
    List<String> columns = new ArrayList<>(List.of("dimension", "key", "title"));
    for (FunnelStage stage : FunnelStage.values()) {
      columns.add(stage.code() + "_enterprises");
    }
    columns.addAll(
        List.of(
            "applications",
            "granted",
            "drawn",
            "settled",
            "granted_yuan",
            "drawn_yuan",
            "repaid_yuan",
            "first_loans",
            "first_loan_share",
            "unsecured",
            "unsecured_share"));
    List<List<Object>> rows = new ArrayList<>();
    rows.add(row("total", funnel.total()));
    for (FunnelDimension dimension : FunnelDimension.values()) {
      funnel.by(dimension).forEach(line -> rows.add(row(dimension.code(), line)));
    }
    return new ReportTable("funnel " + funnel.asOf(), columns, rows);
  }

  private static List<Object> row(String dimension, FunnelLine line) {
    List<Object> cells = new ArrayList<>(List.of(dimension, line.key(), line.title().zh()));
    for (FunnelStage stage : FunnelStage.values()) {
      cells.add(line.reached(stage).<Object>map(count -> count).orElse(""));
    }
    LendingSum sum = line.lending();
    cells.addAll(
        List.of(
            sum.applications(),
            sum.granted(),
            sum.drawn(),
            sum.settled(),
            sum.grantedFen() / FEN_PER_YUAN,
            sum.drawnFen() / FEN_PER_YUAN,
            sum.repaidFen() / FEN_PER_YUAN,
            sum.firstLoans(),
            share(sum.firstLoanShare()),
            sum.unsecured(),
            share(sum.unsecuredShare())));
    return cells;
  }

  private static Object share(OptionalDouble share) {
    return share.isPresent() ? (Object) share.getAsDouble() : "";
  }
}
