package org.xinyidai.models.record;

import java.util.List;
import java.util.function.Function;

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
    List<Check> checks,
    Function<Row, R> reader) {

  public Feed {
    columns = List.copyOf(columns);
    identity = List.copyOf(identity);
    signedColumns = List.copyOf(signedColumns);
    checks = List.copyOf(checks);
  }

  /** How often the source sends (更新频率). */
  public enum Frequency {
    DAILY,
    MONTHLY,
    QUARTERLY,
    YEARLY,
    ON_EVENT
  }

  /** The typed record of a row that was accepted. */
  public R read(Row row) {
    return reader.apply(row);
  }
}
