package org.xinyidai.connectors.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.xinyidai.models.record.Feed;

/**
 * Reads the records of one file of a feed (归集文件读取), one after the other, in memory bounded by
 * {@link ReadLimits}. Gzip is seen by its first bytes, GB18030 by bytes that UTF-8 cannot have.
 *
 * <pre>{@code
 * try (FeedReader reader = FeedReader.open(feed, path)) {
 *   while (reader.next()) {
 *     Validated<Row> row = reader.current().validate(feed, receivedOn);
 *   }
 * }
 * }</pre>
 */
public interface FeedReader extends Closeable {
  /**
   * Goes on to the next record; false at the end.
   *
   * @throws UnreadableFile when the rest cannot be read
   */
  boolean next() throws UnreadableFile;

  /** The record that {@link #next} went to. */
  RawRecord current();

  /** Names in the file that no column of the feed answers to, in order of sight, bounded. */
  Set<String> ignoredColumns();

  /** Opens a file whose name tells its format. */
  static FeedReader open(Feed<?> feed, Path file) throws UnreadableFile {
    return open(Reading.of(feed, String.valueOf(file.getFileName())), file);
  }

  /** Opens a file whose name, that of the reading, tells its format. */
  static FeedReader open(Reading reading, Path file) throws UnreadableFile {
    Format format =
        Format.ofFileName(reading.name())
            .orElseThrow(
                () ->
                    new UnreadableFile(reading.name() + ": the name must end in " + Format.NAMES));
    if (format == Format.PARQUET && Files.isReadable(file)) {
      return parquet(reading, file, false);
    }
    InputStream bytes;
    try {
      bytes = Files.newInputStream(file);
    } catch (IOException failure) {
      throw new UnreadableFile(
          reading.name() + ": cannot be opened; check the path and its rights", failure);
    }
    return open(reading, bytes, format);
  }

  /** Opens bytes that come from elsewhere, such as the body of a request. */
  static FeedReader open(Feed<?> feed, InputStream bytes, Format format) throws UnreadableFile {
    return open(Reading.of(feed, feed.id()), bytes, format);
  }

  /** Opens bytes; the reader closes them, also when opening fails. */
  static FeedReader open(Reading reading, InputStream bytes, Format format) throws UnreadableFile {
    try {
      return switch (format) {
        case CSV -> new CsvFeedReader(reading, text(reading, bytes));
        case NDJSON -> new NdjsonFeedReader(reading, text(reading, bytes));
        case XLSX -> workbook(reading, bytes);
        case PARQUET -> {
          Path spooled = Spool.of(bytes, reading.limits().maxInflatedBytes());
          bytes.close();
          yield parquet(reading, spooled, true);
        }
        case ARROW -> table(reading, new ArrowTable(bytes, reading.limits()));
      };
    } catch (IOException failure) {
      try {
        bytes.close();
      } catch (IOException alsoFailed) {
        failure.addSuppressed(alsoFailed);
      }
      throw UnreadableFile.of(reading.name(), failure);
    }
  }

  private static TextReader text(Reading reading, InputStream bytes) throws IOException {
    return new TextReader(new Inflater(bytes, reading.limits()));
  }

  private static FeedReader workbook(Reading reading, InputStream bytes) throws IOException {
    byte[] whole = bytes.readNBytes(WorkbookCheck.MAX_BYTES + 1);
    if (whole.length > WorkbookCheck.MAX_BYTES) {
      throw new UnreadableFile(
          "a workbook of more than " + (WorkbookCheck.MAX_BYTES >> 20) + " MiB; send it as CSV");
    }
    bytes.close();
    WorkbookCheck.check(whole, reading.limits());
    return table(reading, new WorkbookTable(whole));
  }

  private static FeedReader parquet(Reading reading, Path file, boolean temporary)
      throws UnreadableFile {
    try {
      return table(reading, new ParquetTable(file, temporary));
    } catch (IOException failure) {
      throw UnreadableFile.of(reading.name(), failure);
    }
  }

  private static FeedReader table(Reading reading, Table table) throws IOException {
    try {
      return new TableFeedReader(reading, table);
    } catch (UnreadableFile refused) {
      table.close();
      throw refused;
    }
  }
}
