package org.xinyidai.models.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Raw text of one record that every feed accepts, with single columns to be replaced. */
final class SampleFields implements Fields {
  static final String USCC = "91350100M000100Y43";

  private final Feed<?> feed;
  private final Map<String, String> replaced = new HashMap<>();

  SampleFields(Feed<?> feed) {
    this.feed = feed;
  }

  SampleFields with(String column, String text) {
    if (feed.position(column).isEmpty()) {
      throw new IllegalArgumentException(feed + " has no column " + column);
    }
    replaced.put(column, text);
    return this;
  }

  @Override
  public String text(int position) {
    Column column = feed.columns().get(position);
    return replaced.getOrDefault(column.name(), position == 0 ? USCC : usual(column));
  }

  private static String usual(Column column) {
    return switch (column.kind()) {
      case TEXT ->
          switch (column.name()) {
            case "industryCode" -> "F5123";
            case "divisionCode" -> "431102";
            default -> "永州" + column.name();
          };
      case CODE -> List.copyOf(column.codes()).get(0).get(0);
      case DAY -> column.name().equals("foundedOn") ? "1984-10-01" : "2024-03-05";
      case MONTH -> "2024-03";
      case FEN -> column.name().equals("totalYuan") ? "246.90" : "123.45";
      case COUNT -> column.name().equals("year") ? "2023" : "17";
      case MILLI -> "4.125";
      case FLAG -> "是";
    };
  }
}
