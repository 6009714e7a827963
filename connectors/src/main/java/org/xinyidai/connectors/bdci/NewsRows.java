package org.xinyidai.connectors.bdci;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.record.News;

/**
 * The news (舆情): the table tells the day and the tone of each article and nothing by which a
 * reprint could be told, so articles of one day and tone are counted. Some days are told from an
 * hour of reading that nobody knows, such as 4小时前: those rows are refused.
 */
final class NewsRows {
  static final String FILE = "news_info.csv";
  private static final String TONE = "positive_negtive";
  static final String DAY = "public_date";

  private NewsRows() {}

  static BdciTable table(List<Map<String, String>> rows) {
    Map<List<String>, Integer> articles = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      articles.merge(
          List.of(Cells.text(row, "id"), Cells.text(row, DAY), Cells.text(row, TONE)),
          1,
          Integer::sum);
    }
    return new BdciTable(
        FILE,
        News.FEED,
        rows.size(),
        articles.entrySet().stream().map(NewsRows::record).toList(),
        "articles of one day and tone, counted");
  }

  private static Map<String, String> record(Map.Entry<List<String>, Integer> articles) {
    return Map.of(
        "uscc", BdciCodes.uscc(articles.getKey().get(0)).value(),
        "publishedOn", articles.getKey().get(1),
        "tone", articles.getKey().get(2),
        "articles", articles.getValue().toString());
  }
}
