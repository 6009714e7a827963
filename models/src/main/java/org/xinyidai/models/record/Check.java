package org.xinyidai.models.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.xinyidai.models.record.Validated.Reason;

/**
 * A rule between columns of one row (勾稽关系), run after every column was read on its own.
 *
 * @param reason said when it does not hold
 * @param column the column that is named then
 * @param others further columns that the rule speaks of
 * @param wording the rule for a person, with a place for the name of each column in that order
 */
public record Check(
    Reason reason, int column, List<Integer> others, String wording, Predicate<Row> holds) {
  public Check {
    others = List.copyOf(others);
  }

  /** Two amounts must add up to the third, to the fen (价税合计 = 金额 + 税额). */
  static Check sum(int total, int first, int second) {
    return new Check(
        Reason.AMOUNTS_DISAGREE,
        total,
        List.of(first, second),
        "%s = %s + %s",
        row -> row.number(first) + row.number(second) == row.number(total));
  }

  /** A day, where there is one, must not lie before another. */
  static Check notBefore(int later, int earlier) {
    return new Check(
        Reason.DATES_DISAGREE,
        later,
        List.of(earlier),
        "%s is not before %s",
        row -> !row.has(later) || !row.has(earlier) || row.number(later) >= row.number(earlier));
  }

  /** A day, where there is one, must not lie before the first day of a month. */
  static Check notBeforeMonth(int day, int month) {
    return new Check(
        Reason.DATES_DISAGREE,
        day,
        List.of(month),
        "%s is not before the first day of %s",
        row -> !row.has(day) || row.number(day) >= row.month(month).atDay(1).toEpochDay());
  }

  /** A year cannot be rated before it began. */
  static Check yearBegan(int year, int day) {
    return new Check(
        Reason.DATES_DISAGREE,
        year,
        List.of(day),
        "%s is not after the year of %s",
        row -> row.number(year) <= row.day(day).getYear());
  }

  /** A text must be a code of a standard that is too long to list (代码标准). */
  static Check code(int text, String standard, Predicate<String> isCode) {
    return new Check(
        Reason.CODE_UNKNOWN,
        text,
        List.of(),
        "%s is a code of " + standard,
        row -> isCode.test(row.text(text)));
  }

  /** The rule in words, with the names of the columns. */
  public String rule(Feed<?> feed) {
    List<String> names = new ArrayList<>();
    names.add(feed.columns().get(column).name());
    others.forEach(other -> names.add(feed.columns().get(other).name()));
    return String.format(wording, names.toArray());
  }
}
