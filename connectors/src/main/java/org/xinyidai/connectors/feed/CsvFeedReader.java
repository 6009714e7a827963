package org.xinyidai.connectors.feed;

import static org.xinyidai.connectors.feed.ColumnNames.UNKNOWN;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Fields;

/**
 * Reads CSV. A record with more or fewer fields than the header is refused alone, for its values
 * may stand under the wrong names; a quote that is not closed ends the file.
 */
final class CsvFeedReader implements FeedReader {
  private final Reading reading;
  private final CsvReader<CsvRecord> csv;
  private final CloseableIterator<CsvRecord> records;
  private final ColumnNames names;
  private final int[] places;
  private final List<String> header;
  private @Nullable RawRecord current;

  CsvFeedReader(Reading reading, TextReader text) throws IOException {
    this.reading = reading;
    ReadLimits limits = reading.limits();
    csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(limits.maxRecordChars())
            .build(
                CsvRecordHandler.of(
                    handler ->
                        handler
                            .maxFields(limits.maxColumns())
                            .maxFieldSize(limits.maxRecordChars())
                            .maxRecordSize(limits.maxRecordChars())),
                text);
    records = csv.iterator();
    CsvRecord first = read();
    if (first == null) {
      throw new UnreadableFile("the file is empty; its first line must name the columns");
    }
    names = new ColumnNames(reading.feed(), reading.subject());
    header = first.getFields();
    places = names.places(reading.feed(), header);
  }

  @Override
  public boolean next() throws UnreadableFile {
    CsvRecord record;
    try {
      record = read();
    } catch (IOException failure) {
      throw UnreadableFile.of(reading.name(), failure);
    }
    if (record == null) {
      return false;
    }
    Fields fields = record.getFieldCount() == header.size() ? placed(record) : null;
    current =
        new RawRecord(
            record.getStartingLineNumber(),
            fields,
            () -> CsvText.line(record.getFields()),
            () -> named(record));
    return true;
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
    csv.close();
  }

  /** The next record, or null at the end; what the library throws becomes the file's fault. */
  private @Nullable CsvRecord read() throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (CsvParseException broken) {
      if (broken.getCause() instanceof IOException failure) {
        throw failure;
      }
      long line = current == null ? 1 : current.line();
      throw new UnreadableFile(
          "the CSV breaks behind line "
              + line
              + " (a quote that is not closed, or a record that is too long); mend it there",
          broken);
    }
  }

  private Map<String, String> named(CsvRecord record) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (!record.getField(i).isBlank()) {
        named.putIfAbsent(header.get(i).strip(), record.getField(i));
      }
    }
    return named;
  }

  private Fields placed(CsvRecord record) {
    return column -> {
      int place = places[column];
      if (place == UNKNOWN) {
        return null;
      }
      String text = record.getField(place);
      return column == 0 ? reading.subject().uscc().apply(text) : text;
    };
  }
}
