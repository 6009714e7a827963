package org.xinyidai.connectors.bdci;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Cells of the tables as the feeds write them (取值转换): numbers there are written {@code 5.0}. What
 * cannot be read is passed on as it came, for the checks of the feed to tell of.
 */
final class Cells {
  private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,6})?";
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

  private Cells() {}

  /** Empty where the table has no such column. */
  static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  static String whole(Map<String, String> row, String column) {
    String text = text(row, column);
    return text.matches(NUMBER) ? plain(new BigDecimal(text)) : text;
  }

  /** Out of 10,000 yuan (万元). */
  static String yuanOfWan(Map<String, String> row, String column) {
    String text = text(row, column);
    return text.matches(NUMBER) ? plain(new BigDecimal(text).multiply(WAN)) : text;
  }

  /** Of what both tell; empty where neither does. */
  static String sum(Map<String, String> row, String column, String other) {
    String left = text(row, column);
    String right = text(row, other);
    if (left.matches(NUMBER) && right.matches(NUMBER)) {
      return plain(new BigDecimal(left).add(new BigDecimal(right)));
    }
    return left.isEmpty() ? whole(row, other) : whole(row, column);
  }

  /** 1 for yes, 2 for no. */
  static String flag(Map<String, String> row, String column) {
    String code = whole(row, column);
    return switch (code) {
      case "1" -> "1";
      case "2" -> "0";
      default -> code;
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
