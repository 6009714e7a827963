package org.xinyidai.models.record;

import java.util.Optional;
import java.util.function.Predicate;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.record.Validated.Rejected;

/** A rule between columns of one row (勾稽关系), run after every column was read on its own. */
@FunctionalInterface
public interface Check {
  /** Empty when the row holds together. */
  Optional<Rejected<Row>> fault(Row row);

  /** Two amounts must add up to the third, to the fen (价税合计 = 金额 + 税额). */
  static Check sum(String field, int total, int first, int second) {
    return row ->
        row.number(first) + row.number(second) == row.number(total)
            ? Optional.empty()
            : Optional.of(new Rejected<>(Reason.AMOUNTS_DISAGREE, field));
  }

  /** A day, where there is one, must not lie before another. */
  static Check notBefore(String field, int later, int earlier) {
    return row ->
        !row.has(later) || !row.has(earlier) || row.number(later) >= row.number(earlier)
            ? Optional.empty()
            : Optional.of(new Rejected<>(Reason.DATES_DISAGREE, field));
  }

  /** A day, where there is one, must not lie before the first day of a month. */
  static Check notBeforeMonth(String field, int day, int month) {
    return row ->
        !row.has(day) || row.number(day) >= row.month(month).atDay(1).toEpochDay()
            ? Optional.empty()
            : Optional.of(new Rejected<>(Reason.DATES_DISAGREE, field));
  }

  /** A text must be a code of a standard that is too long to list (代码标准). */
  static Check code(String field, int text, Predicate<String> isCode) {
    return row ->
        isCode.test(row.text(text))
            ? Optional.empty()
            : Optional.of(new Rejected<>(Reason.CODE_UNKNOWN, field));
  }

  /** A year cannot be rated before it began. */
  static Check yearBegan(String field, int year, int day) {
    return row ->
        row.number(year) <= row.day(day).getYear()
            ? Optional.empty()
            : Optional.of(new Rejected<>(Reason.DATES_DISAGREE, field));
  }
}
