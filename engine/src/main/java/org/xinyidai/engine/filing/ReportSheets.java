package org.xinyidai.engine.filing;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.report.ReportSheet;

/** The sheets of a report (报表各页), in order: the same for the workbook, the print and the page. */
public final class ReportSheets {
  private ReportSheets() {}

  /** All sheets; those that the content says nothing for are left out. */
  public static List<ReportSheet> of(ReportContent content, Tongue tongue) {
    IndicatorSheets indicators = new IndicatorSheets(content, tongue);
    MarketSheets market = new MarketSheets(content, tongue);
    List<ReportSheet> sheets = new ArrayList<>();
    sheets.add(CoverSheet.of(content, tongue));
    sheets.add(indicators.items());
    sheets.add(indicators.entered());
    if (!content.districts().isEmpty()) {
      sheets.add(indicators.districts());
    }
    sheets.add(market.lenders());
    sheets.add(market.sources());
    sheets.add(market.funnel());
    sheets.add(market.stays());
    sheets.add(market.refusals());
    sheets.add(market.overdue());
    return sheets;
  }
}
