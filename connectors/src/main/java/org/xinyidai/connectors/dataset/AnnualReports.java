package org.xinyidai.connectors.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The annual reports of each enterprise (企业年报) as one row: the newest, the course, the gaps. */
final class AnnualReports {
  private static final String YEAR = "ANCHEYEAR";

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
    long empty =
        reports.stream()
            .mapToLong(report -> report.values().stream().filter(String::isEmpty).count())
            .sum();
    row.put("reports empty cells", "" + (double) empty / reports.size());
    for (String name : newest.keySet()) {
      if (!name.equals(YEAR)) {
        addCourse(row, name, reports);
      }
    }
    return row;
  }

  private static void addCourse(
      Map<String, String> row, String name, List<Map<String, String>> reports) {
    row.put(name + " newest", reports.get(reports.size() - 1).getOrDefault(name, ""));
    List<Double> numbers = Numbers.of(reports, name);
    if (!numbers.isEmpty()) {
      row.put(name + " mean", "" + Numbers.mean(numbers));
      row.put(name + " greatest", "" + Numbers.greatest(numbers));
      row.put(name + " change", "" + (numbers.get(numbers.size() - 1) - numbers.get(0)));
    }
  }
}
