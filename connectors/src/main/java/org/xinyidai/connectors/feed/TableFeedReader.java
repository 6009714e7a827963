package org.xinyidai.connectors.feed;

import static org.xinyidai.connectors.feed.ColumnNames.UNKNOWN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Fields;
import org.xinyidai.models.record.Kind;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.record.Validated.Rejected;

/** Reads the rows of a table as records; a row that is too long or too wide is refused alone. */
final class TableFeedReader implements FeedReader {
  /** Columnar files may state endless rows in a few bytes; no office sends so many in one. */
  private static final long MAX_ROWS = 50_000_000;

  private final Reading reading;
  private final Table table;
  private final ColumnNames names;
  private final List<String> header;
  private final int[] places;
  private final @Nullable Column[] columns;
  private @Nullable RawRecord current;
  private long rows;

  TableFeedReader(Reading reading, Table table) throws UnreadableFile {
    this.reading = reading;
    this.table = table;
    header = table.header();
    if (header.size() > reading.limits().maxColumns()) {
      throw new UnreadableFile("more than " + reading.limits().maxColumns() + " columns");
    }
    Feed<?> feed = reading.feed();
    names = new ColumnNames(feed, reading.subject());
    places = names.places(feed, header);
    columns = new @Nullable Column[header.size()];
    for (int i = 0; i < places.length; i++) {
      if (places[i] != UNKNOWN) {
        columns[places[i]] = feed.columns().get(i);
      }
    }
  }

  @Override
  public boolean next() throws UnreadableFile {
    try {
      if (!table.next()) {
        return false;
      }
      if (++rows > MAX_ROWS) {
        throw new UnreadableFile("more than " + MAX_ROWS + " rows; split the file");
      }
      current = record();
      return true;
    } catch (IOException failure) {
      throw UnreadableFile.of(reading.name(), failure);
    }
  }

  @Override
  public RawRecord current() {
    if (current == null) {
      throw new IllegalStateException("next() was not asked, or there was no record");
    }
    return current;
  }

  @Override
  public Set<String> ignoredColumns() {
    return names.ignored();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  private RawRecord record() throws IOException {
    @Nullable String[] texts = new @Nullable String[columns.length];
    @Nullable Rejected<Row> fault = null;
    long chars = 0;
    for (int i = 0; i < texts.length; i++) {
      Column column = columns[i];
      Kind kind = column == null ? null : column.kind();
      String text = table.text(i, kind);
      texts[i] = text;
      chars += text == null ? 0 : text.length();
      Reason reason = column == null ? null : table.fault(i, kind);
      if (column != null && reason != null && fault == null) {
        fault = new Rejected<>(reason, column.name());
      }
    }
    boolean fits = chars <= reading.limits().maxRecordChars() && !table.isWider();
    return new RawRecord(
        table.line(),
        fits ? placed(texts) : null,
        fault,
        () -> CsvText.line(values(texts)),
        () -> named(texts));
  }

  private Fields placed(@Nullable String[] texts) {
    return column -> {
      int place = places[column];
      String text = place == UNKNOWN ? null : texts[place];
      return column == 0 && text != null ? reading.subject().uscc().apply(text) : text;
    };
  }

  private static List<String> values(@Nullable String[] texts) {
    List<String> values = new ArrayList<>(texts.length);
    for (String text : texts) {
      values.add(text == null ? "" : text);
    }
    return values;
  }

  private Map<String, String> named(@Nullable String[] texts) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      if (text != null && !text.isBlank()) {
        named.putIfAbsent(header.get(i).strip(), text);
      }
    }
    return named;
  }
}
