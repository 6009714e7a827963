package org.xinyidai.connectors.bdci;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinyidai.models.record.AnnualReport;

/**
 * The annual reports (企业年报). The table tells the year and no day: it counts as reported on the last
 * day on which it was due, 30 June of the next (企业信息公示暂行条例, article 8), so never as known too
 * early. Of a flag 1 means yes and 2 no; funds are in 10,000 yuan.
 */
final class AnnualReportRows {
  static final String FILE = "annual_report_info.csv";

  private AnnualReportRows() {}

  static BdciTable table(List<Map<String, String>> rows) {
    Set<Map<String, String>> once = new LinkedHashSet<>(rows);
    return new BdciTable(
        FILE,
        AnnualReport.FEED,
        rows.size(),
        once.stream().map(AnnualReportRows::record).toList(),
        "the same report told again");
  }

  private static Map<String, String> record(Map<String, String> row) {
    Map<String, String> record = new LinkedHashMap<>();
    String year = Cells.whole(row, "ANCHEYEAR");
    record.put("uscc", BdciCodes.uscc(Cells.text(row, "id")).value());
    record.put("reportedOn", dueOn(year));
    record.put("year", year);
    record.put("operatingState", Cells.text(row, "BUSSTNAME"));
    record.put("employees", Cells.whole(row, "EMPNUM"));
    record.put("contributedYuan", Cells.yuanOfWan(row, "FUNDAM"));
    record.put("graduates", Cells.sum(row, "COLGRANUM", "COLEMPLNUM"));
    record.put("veterans", Cells.sum(row, "RETSOLNUM", "RETEMPLNUM"));
    record.put("disabled", Cells.sum(row, "DISPERNUM", "DISEMPLNUM"));
    record.put("reemployed", Cells.sum(row, "UNENUM", "UNEEMPLNUM"));
    record.put("website", Cells.flag(row, "WEBSITSIGN"));
    record.put("invests", Cells.flag(row, "FORINVESTSIGN"));
    record.put("sharesTransferred", Cells.flag(row, "STOCKTRANSIGN"));
    return record;
  }

  /** The year as it came where it is none: the check of the feed then tells of it. */
  static String dueOn(String year) {
    return year.matches("\\d{4}") ? (Integer.parseInt(year) + 1) + "-06-30" : year;
  }
}
