package org.xinyidai.connectors.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the cells of a column are (列类型). */
enum ColumnKind {
  NUMBER,
  DAY,
  CATEGORY,
  /** Numbers that are names, such as postcodes: digits of one length that is no year's. */
  CODE,
  /** Nearly every row has another text: names, addresses, contract numbers. */
  IDENTIFIER,
  /** The same in every row, or nothing at all. */
  CONSTANT;

  /** Cells that decide on a kind; more would cost time and change nothing. */
  private static final int SAMPLE = 20_000;

  /** A stray word among numbers is taken as missing. */
  private static final double ENOUGH = 0.98;

  /** So few texts are categories, however few rows there are. */
  private static final int FEW = 50;

  private static final double NEARLY_ALL = 0.5;

  /** Fewer rows than this have different whole numbers by chance. */
  private static final int ENOUGH_TO_NUMBER = 100;

  /** Numbers of rows leave few gaps: at most so many times the rows from the least to the last. */
  private static final double DENSE = 1.2;

  private static final Pattern COMPACT_DAY =
      Pattern.compile("(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
  private static final Pattern CODE_DIGITS = Pattern.compile("\\d{5,18}");
  private static final Pattern ID_NAME = Pattern.compile("(?i)(.*[_ ])?(id|no|nr|number|编号|代号|序号)");

  static ColumnKind of(String name, List<String> cells) {
    List<String> present = cells.stream().filter(cell -> !CellNumbers.isMissing(cell)).toList();
    Set<String> distinct = new HashSet<>(present);
    if (distinct.size() < 2) {
      return distinct.size() == 1 && present.size() < cells.size() ? CATEGORY : CONSTANT;
    }
    List<String> sample = present.subList(0, Math.min(SAMPLE, present.size()));
    boolean unique = distinct.size() == cells.size();
    if (share(sample, cell -> COMPACT_DAY.matcher(cell).matches()) == 1) {
      return DAY;
    }
    if (share(sample, cell -> CellNumbers.number(cell).isPresent()) >= ENOUGH) {
      return number(name, sample, distinct, unique);
    }
    if (share(sample, cell -> CellNumbers.day(cell).isPresent()) >= ENOUGH) {
      return DAY;
    }
    boolean names = distinct.size() > FEW && distinct.size() > NEARLY_ALL * present.size();
    return names ? IDENTIFIER : CATEGORY;
  }

  private static ColumnKind number(
      String name, List<String> sample, Set<String> distinct, boolean unique) {
    if (unique
        && (ID_NAME.matcher(name).matches() || isCounting(sample) || isNumbering(distinct))) {
      return IDENTIFIER;
    }
    boolean sameLength = sample.stream().mapToInt(String::length).distinct().count() == 1;
    boolean digits = share(sample, cell -> CODE_DIGITS.matcher(cell).matches()) == 1;
    boolean repeats = distinct.size() <= NEARLY_ALL * sample.size();
    return sameLength && digits && repeats ? CODE : NUMBER;
  }

  /** Whole numbers that rise from row to row are line or contract numbers. */
  private static boolean isCounting(List<String> sample) {
    double last = Double.NEGATIVE_INFINITY;
    for (String cell : sample) {
      double value = CellNumbers.number(cell).orElse(Double.NaN);
      if (!(value > last && value == Math.rint(value))) {
        return false;
      }
      last = value;
    }
    return true;
  }

  /** The same when the rows have been shuffled: whole numbers, all different, close together. */
  private static boolean isNumbering(Set<String> distinct) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (String cell : distinct) {
      double value = CellNumbers.number(cell).orElse(Double.NaN);
      if (value != Math.rint(value)) {
        return false;
      }
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return distinct.size() >= ENOUGH_TO_NUMBER && greatest - least < DENSE * distinct.size();
  }

  private interface Test {
    boolean holds(String cell);
  }

  private static double share(List<String> cells, Test test) {
    return (double) cells.stream().filter(test::holds).count() / cells.size();
  }
}
