package org.xinyidai.connectors.table;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Numbers in a column that are codes and not amounts (特殊值), such as -9 for refused or 98 for not
 * asked.
 */
final class SpecialCodes {
  /** A code stands in more rows than chance would put there. */
  private static final int LEAST_ROWS = 5;

  /** Codes lie beyond this multiple of the greatest amount. */
  private static final double FAR = 2;

  /** Where amounts are no greater, a small number below zero may be one of them. */
  private static final double LONGEST_STEP = 9;

  private SpecialCodes() {}

  /**
   * The codes of a column: those that the user names, and those that look like codes and stand far
   * from every amount.
   *
   * @param numbers NaN where missing
   * @param named by the user
   */
  static List<Double> of(double[] numbers, List<Double> named) {
    TreeSet<Double> codes = new TreeSet<>();
    double[] sorted = Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).toArray();
    Arrays.sort(sorted);
    for (double code : named) {
      if (rows(sorted, code) > 0) {
        codes.add(code);
      }
    }
    double[] amounts = Arrays.stream(sorted).filter(number -> !looksLikeCode(number)).toArray();
    if (amounts.length > 0) {
      double least = amounts[0];
      double greatest = amounts[amounts.length - 1];
      Arrays.stream(sorted)
          .distinct()
          .filter(SpecialCodes::looksLikeCode)
          .filter(code -> stands(code, least, greatest))
          .filter(code -> rows(sorted, code) >= LEAST_ROWS)
          .forEach(codes::add);
    }
    return List.copyOf(codes);
  }

  private static boolean stands(double code, double least, double greatest) {
    return code < 0
        ? least >= 0 && (code < -LONGEST_STEP || greatest > LONGEST_STEP)
        : code > FAR * Math.max(1, greatest);
  }

  /** Below zero: -1 to -9, -99, -999. Above: 95 to 99, 995 to 999 and so on. */
  private static boolean looksLikeCode(double number) {
    if (number != Math.rint(number) || Math.abs(number) > 99_999_999) {
      return false;
    }
    String digits = String.valueOf((long) Math.abs(number));
    return number < 0
        ? digits.matches("[1-9]|9{2,}[5-9]?|8{2,}")
        : digits.matches("9+[5-9]") && digits.length() > 1;
  }

  private static int rows(double[] sorted, double code) {
    int found = Arrays.binarySearch(sorted, code);
    if (found < 0) {
      return 0;
    }
    int from = found;
    while (from > 0 && sorted[from - 1] == code) {
      from--;
    }
    int to = found;
    while (to < sorted.length && sorted[to] == code) {
      to++;
    }
    return to - from;
  }
}
