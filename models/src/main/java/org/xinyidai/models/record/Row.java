package org.xinyidai.models.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;

/**
 * A checked row of a feed: one slot per column, a number or a text by the column's {@link Kind}.
 * Absent stays absent; asking for an absent number is a bug of the caller and throws.
 */
public final class Row {
  private static final long ABSENT = Long.MIN_VALUE;

  private final long[] numbers;
  private final @Nullable String[] texts;

  Row(int columns) {
    numbers = new long[columns];
    texts = new @Nullable String[columns];
    Arrays.fill(numbers, ABSENT);
  }

  /** How many columns the row has: those of the feed. */
  public int size() {
    return numbers.length;
  }

  public boolean has(int column) {
    return numbers[column] != ABSENT || texts[column] != null;
  }

  /** The number in its column's unit. */
  public long number(int column) {
    long value = numbers[column];
    if (value == ABSENT) {
      throw new IllegalStateException("column " + column + " is absent");
    }
    return value;
  }

  /** The number, or the given one where the column is absent. */
  public long numberOr(int column, long absent) {
    return numbers[column] == ABSENT ? absent : numbers[column];
  }

  /** The text, empty where absent. */
  public String text(int column) {
    String text = texts[column];
    return text == null ? "" : text;
  }

  public LocalDate day(int column) {
    return LocalDate.ofEpochDay(number(column));
  }

  /** The day, or null where the column is absent. */
  public @Nullable LocalDate dayOrNull(int column) {
    return has(column) ? day(column) : null;
  }

  /** The number, or null where the column is absent. */
  public @Nullable Long numberOrNull(int column) {
    return has(column) ? (Long) number(column) : null;
  }

  /** The code of a closed list whose order is what is stored. */
  public <C> C code(int column, List<C> codes) {
    return codes.get((int) number(column));
  }

  /** The enterprise that the row is about, column 0 of every feed. */
  public Uscc uscc() {
    return new Uscc(text(0));
  }

  public YearMonth month(int column) {
    long months = number(column);
    return YearMonth.of((int) (months / 12), (int) (months % 12) + 1);
  }

  public boolean flag(int column) {
    return numberOr(column, 0) == 1;
  }

  void set(int column, long number) {
    numbers[column] = number;
  }

  void set(int column, String text) {
    texts[column] = text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row
        && Arrays.equals(numbers, row.numbers)
        && Arrays.equals(texts, row.texts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(texts);
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers) + Arrays.toString(texts);
  }
}
