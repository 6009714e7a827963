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
    String name = String.valueOf(file.getFileName());
    Format format =
        Format.ofFileName(name)
            .orElseThrow(
                () ->
                    new UnreadableFile(
                        name + ": the name must end in .csv, .ndjson or .jsonl, or these and .gz"));
    InputStream bytes;
    try {
      bytes = Files.newInputStream(file);
    } catch (IOException failure) {
      throw new UnreadableFile(name + ": cannot be opened; check the path and its rights", failure);
    }
    return open(Reading.of(feed, name), bytes, format);
  }

  /** Opens bytes that come from elsewhere, such as the body of a request. */
  static FeedReader open(Feed<?> feed, InputStream bytes, Format format) throws UnreadableFile {
    return open(Reading.of(feed, feed.id()), bytes, format);
  }

  /** Opens bytes; the reader closes them, also when opening fails. */
  static FeedReader open(Reading reading, InputStream bytes, Format format) throws UnreadableFile {
    try {
      TextReader text = new TextReader(new Inflater(bytes, reading.limits()));
      return switch (format) {
        case CSV -> new CsvFeedReader(reading, text);
        case NDJSON -> new NdjsonFeedReader(reading, text);
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
}
