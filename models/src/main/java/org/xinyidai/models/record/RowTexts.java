package org.xinyidai.models.record;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stored row in the texts of its columns (记录文本): canonical spellings that the feed reads back
 * into the same row. Absent columns are left out.
 */
public final class RowTexts {
  private static final int FEN_DECIMALS = 2;
  private static final int MILLI_DECIMALS = 3;

  private RowTexts() {}

  /** The texts by the name of their column, in the order of columns. */
  public static Map<String, String> of(Feed<?> feed, Row row) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < feed.columns().size(); i++) {
      if (row.has(i)) {
        texts.put(feed.columns().get(i).name(), text(feed.columns().get(i), row, i));
      }
    }
    return texts;
  }

  private static String text(Column column, Row row, int position) {
    return switch (column.kind()) {
      case TEXT -> row.text(position);
      case CODE -> column.codes().get((int) row.number(position)).get(0);
      case DAY -> row.day(position).toString();
      case MONTH -> row.month(position).toString();
      case FEN -> BigDecimal.valueOf(row.number(position), FEN_DECIMALS).toPlainString();
      case MILLI -> BigDecimal.valueOf(row.number(position), MILLI_DECIMALS).toPlainString();
      case COUNT -> Long.toString(row.number(position));
      case FLAG -> Boolean.toString(row.flag(position));
    };
  }
}
