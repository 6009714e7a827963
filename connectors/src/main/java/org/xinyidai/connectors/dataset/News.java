package org.xinyidai.connectors.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** News about each enterprise (舆情) as one row: how many of each tone, and when. */
final class News {
  private static final String TONE = "positive_negtive";
  private static final String DAY = "public_date";
  private static final String DAY_FORM = "\\d{4}-\\d{2}-\\d{2}";

  private News() {}

  static Map<String, Map<String, String>> summarise(Map<String, List<Map<String, String>>> byId) {
    Map<String, Map<String, String>> summaries = new LinkedHashMap<>();
    byId.forEach((id, news) -> summaries.put(id, summary(news)));
    return summaries;
  }

  private static Map<String, String> summary(List<Map<String, String>> news) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("news", "" + news.size());
    TreeSet<String> days = new TreeSet<>();
    for (String tone : List.of("积极", "中立", "消极")) {
      row.put(
          "news " + tone,
          "" + news.stream().filter(one -> tone.equals(one.getOrDefault(TONE, ""))).count());
    }
    for (Map<String, String> one : news) {
      String day = one.getOrDefault(DAY, "");
      if (day.matches(DAY_FORM)) {
        days.add(day);
      }
    }
    row.put("news first day", days.isEmpty() ? "" : days.first());
    row.put("news last day", days.isEmpty() ? "" : days.last());
    return row;
  }
}
