package org.xinyidai.models.record;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A feed (归集数据目录项): declared once with its source, content, mode and frequency (requirement C3),
 * its columns, what identifies a record, and how a checked row becomes its typed record. Column 0
 * is always {@code uscc}.
 *
 * @param <R> the record type of this feed
 * @param id name in paths and files, such as {@code vat_output}
 * @param number stable number in stored keys, 1 to 255, never reused
 * @param source the office that owns the data (数源单位)
 * @param mode how the data comes (归集方式)
 * @param dayColumn position of the DAY or MONTH column that the record is about
 * @param identity positions of the columns that, with the code and the day, name the same fact
 *     again when it is sent again or corrected
 * @param signedColumns positions of the numeric columns that may be negative
 * @param futureColumns positions of the DAY columns that may lie after the day of receipt, such as
 *     a due day
 */
public record Feed<R extends SourceRecord>(
    String id,
    int number,
    String titleZh,
    String source,
    String content,
    String mode,
    Frequency frequency,
    List<Column> columns,
    int dayColumn,
    List<Integer> identity,
    List<Integer> signedColumns,
    List<Integer> futureColumns,
    List<Check> checks,
    Function<Row, R> reader) {

  public Feed {
    columns = List.copyOf(columns);
    identity = List.copyOf(identity);
    signedColumns = List.copyOf(signedColumns);
    futureColumns = List.copyOf(futureColumns);
    checks = List.copyOf(checks);
    if (number < 1 || number > 255) {
      throw new IllegalArgumentException("feed number outside 1 to 255: " + id);
    }
    if (!columns.get(0).equals(Column.USCC)) {
      throw new IllegalArgumentException("column 0 is uscc in every feed: " + id);
    }
    Kind kind = columns.get(dayColumn).kind();
    if ((kind != Kind.DAY && kind != Kind.MONTH) || !columns.get(dayColumn).required()) {
      throw new IllegalArgumentException("the day of a feed is a required day or month: " + id);
    }
  }

  /** Starts the declaration of a feed. */
  public static FeedDeclaration declare(String id, int number, String titleZh) {
    return new FeedDeclaration(id, number, titleZh);
  }

  /** How often the source sends (更新频率). */
  public enum Frequency {
    DAILY("每日"),
    MONTHLY("每月"),
    QUARTERLY("每季"),
    YEARLY("每年"),
    ON_EVENT("实时");

    private final String titleZh;

    Frequency(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** The typed record of a row that was accepted. */
  public R read(Row row) {
    return reader.apply(row);
  }

  /**
   * Checks one source record as it came.
   *
   * @param fields the raw text of each column
   * @param receivedOn the day of receipt, which no period may pass
   */
  public Validated<Row> validate(Fields fields, LocalDate receivedOn) {
    return RowReader.validate(this, fields, receivedOn);
  }

  /** The day a row is about, as epoch day: an event's day, or the last day of its month. */
  public long epochDay(Row row) {
    return columns.get(dayColumn).kind() == Kind.MONTH
        ? row.month(dayColumn).atEndOfMonth().toEpochDay()
        : row.number(dayColumn);
  }

  /** The position of a column by its name in files. */
  public OptionalInt position(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** A feed is its number: declarations of one number are the same feed. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Feed<?> feed && feed.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public String toString() {
    return id;
  }
}
