package org.xinyidai.models.record;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.xinyidai.models.record.Feed.Frequency;

/** A feed while it is being declared (归集目录编制): its parts by name, ended by {@link #reads}. */
public final class FeedDeclaration {
  private final String id;
  private final int number;
  private final String titleZh;
  private String source = "";
  private String content = "";
  private String mode = "";
  private Frequency frequency = Frequency.ON_EVENT;
  private List<Column> columns = List.of();
  private int dayColumn;
  private List<Integer> identity = List.of();
  private List<Integer> signedColumns = List.of();
  private List<Integer> futureColumns = List.of();
  private List<Check> checks = List.of();

  FeedDeclaration(String id, int number, String titleZh) {
    this.id = id;
    this.number = number;
    this.titleZh = titleZh;
  }

  /** Where the data comes from, what it says, how and how often it comes (requirement C3). */
  public FeedDeclaration from(String source, String content, String mode, Frequency frequency) {
    this.source = source;
    this.content = content;
    this.mode = mode;
    this.frequency = frequency;
    return this;
  }

  /** All columns in stored order, {@link Column#USCC} first; later ones are only appended. */
  public FeedDeclaration columns(Column... columns) {
    this.columns = List.of(columns);
    return this;
  }

  /** The column that says which day or month the record is about. */
  public FeedDeclaration day(int column) {
    dayColumn = column;
    return this;
  }

  /** The columns that name the same fact again within one enterprise and day. */
  public FeedDeclaration identity(int... columns) {
    identity = boxed(columns);
    return this;
  }

  /** The columns that may be negative. */
  public FeedDeclaration signed(int... columns) {
    signedColumns = boxed(columns);
    return this;
  }

  /** The days that may lie ahead. */
  public FeedDeclaration future(int... columns) {
    futureColumns = boxed(columns);
    return this;
  }

  /** The rules between columns. */
  public FeedDeclaration checks(Check... checks) {
    this.checks = List.of(checks);
    return this;
  }

  /** Ends the declaration with the way a checked row becomes its record. */
  public <R extends SourceRecord> Feed<R> reads(Function<Row, R> reader) {
    return new Feed<>(
        id,
        number,
        titleZh,
        source,
        content,
        mode,
        frequency,
        columns,
        dayColumn,
        identity,
        signedColumns,
        futureColumns,
        checks,
        reader);
  }

  private static List<Integer> boxed(int[] columns) {
    return Arrays.stream(columns).boxed().toList();
  }
}
