package org.xinyidai.connectors.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the cells of a table as numbers or days (单元格解析). */
final class CellNumbers {
  private static final Set<String> NOTHING =
      Set.of(
          "",
          "na",
          "n/a",
          "n.a.",
          "#n/a",
          "<na>",
          "nan",
          "null",
          "(null)",
          "none",
          "nil",
          "missing",
          "unknown",
          "?",
          "-",
          "--",
          ".",
          "inf",
          "-inf",
          "infinity",
          "-infinity",
          "无",
          "不详",
          "未知",
          "缺失",
          "空");

  private static final Pattern PLAIN =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");

  private static final Pattern MONEY =
      Pattern.compile("[-+(]{0,2}[$¥￥€£]?\\s*([\\d,]*\\.\\d+|[\\d,]*\\d)\\s*[%)]?");

  /** Two-digit years of loans and births lie in the century before this year. */
  private static final int LATEST_TWO_DIGIT_YEAR = 2035;

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-M-d"),
          DateTimeFormatter.ofPattern("uuuu/M/d"),
          DateTimeFormatter.ofPattern("uuuu.M.d"),
          DateTimeFormatter.ofPattern("uuuu年M月d日"),
          DateTimeFormatter.ofPattern("M/d/uuuu"),
          DateTimeFormatter.BASIC_ISO_DATE,
          shortYear("d-MMM-"),
          shortYear("M/d/"));

  private CellNumbers() {}

  private static DateTimeFormatter shortYear(String before) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(before)
        .appendValueReduced(ChronoField.YEAR, 2, 2, LATEST_TWO_DIGIT_YEAR - 99)
        .toFormatter(Locale.ENGLISH);
  }

  static boolean isMissing(String cell) {
    return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /**
   * A number, with or without a currency, thousands commas, brackets for minus or a percent sign.
   */
  static OptionalDouble number(String cell) {
    if (PLAIN.matcher(cell).matches()) {
      double number = Double.parseDouble(cell);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
    return MONEY.matcher(cell).matches() ? money(cell) : OptionalDouble.empty();
  }

  private static OptionalDouble money(String cell) {
    boolean negative = cell.contains("-") || cell.startsWith("(");
    String digits = cell.replaceAll("[^\\d.]", "");
    double value = Double.parseDouble(digits) / (cell.endsWith("%") ? 100 : 1);
    return OptionalDouble.of(negative ? -value : value);
  }

  /** Days since 1970 of a date, with or without a time after it. */
  static OptionalDouble day(String cell) {
    String date = cell.length() > 10 ? cell.split("[T ]", 2)[0] : cell;
    for (DateTimeFormatter format : DAYS) {
      OptionalDouble day = day(format, date);
      if (day.isPresent()) {
        return day;
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble day(DateTimeFormatter format, String date) {
    try {
      return OptionalDouble.of((double) LocalDate.parse(date, format).toEpochDay());
    } catch (DateTimeParseException notThis) {
      return OptionalDouble.empty();
    }
  }
}
