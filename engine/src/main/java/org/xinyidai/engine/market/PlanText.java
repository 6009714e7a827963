package org.xinyidai.engine.market;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.engine.market.MatchDays.Line;
import org.xinyidai.engine.market.MatchDays.Plan;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.Text;

/** A plan as a table that opens in a spreadsheet (撮合方案表). */
public final class PlanText {
  /** What stands beside every plan. */
  public static final Text NOTE =
      new Text(
          "撮合建议，仅供参考；是否申请由企业决定，是否放款由金融机构决定",
          "Advice only: the enterprise decides where to apply, the lender whether to grant");

  private static final List<String> COLUMNS =
      List.of(
          "demandId",
          "uscc",
          "productId",
          "version",
          "lender",
          "product",
          "amountFen",
          "termMonths",
          "worthFen");

  private PlanText() {}

  /** One line for each demand that got a place, then those that got none. */
  public static String csv(Plan plan) {
    List<List<Object>> rows = new ArrayList<>();
    plan.lines().forEach(line -> rows.add(row(line)));
    plan.unassigned().forEach(id -> rows.add(List.of(id, "", "", "", "", "", "", "", "")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReportFiles.csv(new ReportTable(NOTE.zh(), COLUMNS, rows), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Object> row(Line line) {
    Offer offer = line.offer().offer();
    return List.of(
        line.demand().id().value(),
        line.demand().uscc().value(),
        offer.product().id().value(),
        offer.product().version(),
        offer.product().lender().name().zh(),
        offer.product().name().zh(),
        offer.amountFen(),
        offer.termMonths(),
        line.offer().benefit().expectedFen());
  }
}
