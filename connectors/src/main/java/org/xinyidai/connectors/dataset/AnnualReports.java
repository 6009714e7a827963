package org.xinyidai.connectors.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The annual reports of each enterprise (企业年报) as one row: the newest, the course, the gaps. */
final class AnnualReports {
  private static final String YEAR = "ANCHEYEAR";
  private static final String ZERO = "0.0";

  private AnnualReports() {}

  static Map<String, Map<String, String>> summarise(Map<String, List<Map<String, String>>> byId) {
    Map<String, Map<String, String>> summaries = new LinkedHashMap<>();
    byId.forEach((id, reports) -> summaries.put(id, summary(reports)));
    return summaries;
  }

  private static Map<String, String> summary(List<Map<String, String>> unordered) {
    List<Map<String, String>> reports = new ArrayList<>(unordered);
    reports.sort(Comparator.comparing(report -> report.getOrDefault(YEAR, "")));
    Map<String, String> row = new LinkedHashMap<>();
    Map<String, String> newest = reports.get(reports.size() - 1);
    row.put("reports", "" + reports.size());
    row.put("reports first year", reports.get(0).getOrDefault(YEAR, ""));
    row.put("reports last year", newest.getOrDefault(YEAR, ""));
    row.put("reports zero cells", "" + meanCount(reports, report -> cells(report, ZERO)));
    row.put("reports changed cells", "" + changed(reports));
    row.put("newest empty cells", "" + cells(newest, ""));
    row.put("reports empty cells", "" + meanCount(reports, report -> cells(report, "")));
    for (String name : newest.keySet()) {
      if (!name.equals(YEAR)) {
        addCourse(row, name, reports);
      }
    }
    return row;
  }

  private static long cells(Map<String, String> report, String content) {
    return report.values().stream().filter(content::equals).count();
  }

  private static double meanCount(
      List<Map<String, String>> reports, ToLongFunction<Map<String, String>> count) {
    return (double) reports.stream().mapToLong(count).sum() / reports.size();
  }

  /** Cells that differ from the year before, on average: a report copied from the last has none. */
  private static double changed(List<Map<String, String>> reports) {
    long changed = 0;
    for (int i = 1; i < reports.size(); i++) {
      Map<String, String> before = reports.get(i - 1);
      changed +=
          reports.get(i).entrySet().stream()
              .filter(cell -> !cell.getKey().equals(YEAR))
              .filter(cell -> !cell.getValue().equals(before.getOrDefault(cell.getKey(), "")))
              .count();
    }
    return reports.size() < 2 ? 0 : (double) changed / (reports.size() - 1);
  }

  private static void addCourse(
      Map<String, String> row, String name, List<Map<String, String>> reports) {
    row.put(name + " newest", reports.get(reports.size() - 1).getOrDefault(name, ""));
    List<Double> numbers = Numbers.of(reports, name);
    if (!numbers.isEmpty()) {
      row.put(name + " first", "" + numbers.get(0));
      row.put(name + " mean", "" + Numbers.mean(numbers));
      row.put(name + " greatest", "" + Numbers.greatest(numbers));
      row.put(name + " change", "" + (numbers.get(numbers.size() - 1) - numbers.get(0)));
    }
  }
}
