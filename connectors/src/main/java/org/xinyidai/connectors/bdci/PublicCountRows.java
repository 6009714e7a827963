package org.xinyidai.connectors.bdci;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.record.PublicCount;

/**
 * The counts of judgments, trademarks and patents (裁判文书、商标、专利件数). The table tells no day: they
 * count as counted on the last day that any table of the folder tells. Of two rows of one
 * enterprise the greater count stands, for a count can only have been short.
 */
final class PublicCountRows {
  static final String FILE = "other_info.csv";
  private static final Map<String, String> COUNTS =
      Map.of("judgments", "legal_judgment_num", "trademarks", "brand_num", "patents", "patent_num");

  private PublicCountRows() {}

  static BdciTable table(List<Map<String, String>> rows, LocalDate countedOn) {
    Map<String, Map<String, String>> byId = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      byId.merge(Cells.text(row, "id"), record(row, countedOn), PublicCountRows::greater);
    }
    return new BdciTable(
        FILE,
        PublicCount.FEED,
        rows.size(),
        List.copyOf(byId.values()),
        "two rows of one enterprise, the greater count kept; counted on " + countedOn);
  }

  private static Map<String, String> record(Map<String, String> row, LocalDate countedOn) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("uscc", BdciCodes.uscc(Cells.text(row, "id")).value());
    record.put("countedOn", countedOn.toString());
    COUNTS.forEach((column, from) -> record.put(column, Cells.whole(row, from)));
    return record;
  }

  private static Map<String, String> greater(Map<String, String> a, Map<String, String> b) {
    Map<String, String> both = new LinkedHashMap<>(a);
    for (String column : COUNTS.keySet()) {
      both.merge(column, b.getOrDefault(column, ""), PublicCountRows::greater);
    }
    return both;
  }

  private static String greater(String a, String b) {
    boolean readable = a.matches("\\d{1,9}") && b.matches("\\d{1,9}");
    return readable ? Integer.parseInt(a) >= Integer.parseInt(b) ? a : b : a.isEmpty() ? b : a;
  }
}
