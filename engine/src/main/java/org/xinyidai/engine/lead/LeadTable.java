package org.xinyidai.engine.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinyidai.connectors.report.ReportTable;

/**
 * An export as a table (线索表): one row a lead, and in every row who pulled it and when, so that a
 * page that was cut out of it tells so too.
 */
public final class LeadTable {
  /** Columns of numbers, also where no lead has one. */
  public static final Set<String> NUMBERS =
      Set.of(
          "stars_band",
          "score_points",
          "sales_invoiced_fen_12m",
          "tax_paid_fen_12m",
          "insured_persons_count_1m");

  private LeadTable() {}

  /** The table; what is not told is an empty cell. */
  public static ReportTable of(Grid grid, Export export, List<LeadExports.Told> rows) {
    List<String> columns = new ArrayList<>(List.of("lead_id"));
    grid.attributes().forEach(attribute -> columns.add(attribute.name() + "_band"));
    Details.NAMES.forEach(columns::add);
    columns.add("mark");
    columns.addAll(watermark(export).keySet());
    List<List<Object>> cells = rows.stream().map(row -> cells(grid, export, row)).toList();
    return new ReportTable("leads " + export.id(), columns, cells);
  }

  /** Who pulled what, when and why. */
  public static Map<String, String> watermark(Export export) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("pulled_by", export.lender());
    told.put("account", export.account());
    told.put("pulled_at", export.at().toString());
    told.put("export_id", export.id());
    told.put("purpose", export.purpose());
    return told;
  }

  private static List<Object> cells(Grid grid, Export export, LeadExports.Told told) {
    List<Object> cells = new ArrayList<>();
    cells.add(told.row().leadId());
    for (CoarseAttribute attribute : grid.attributes()) {
      cells.add(told.row().coarse().getOrDefault(attribute.name(), ""));
    }
    Details.NAMES.forEach(name -> cells.add(told.details().getOrDefault(name, "")));
    cells.add(told.row().mark());
    cells.addAll(watermark(export).values());
    return cells;
  }
}
