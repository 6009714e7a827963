package org.xinyidai.engine.ingest;

import java.io.IOException;
import java.util.Set;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.RawRecord;
import org.xinyidai.connectors.feed.UnreadableFile;

/** A reader that dies after some records, as a process does. */
final class FailingReader implements FeedReader {
  private final FeedReader reader;
  private int left;

  FailingReader(FeedReader reader, int records) {
    this.reader = reader;
    left = records;
  }

  @Override
  public boolean next() throws UnreadableFile {
    if (left-- == 0) {
      throw new IllegalStateException("killed, as the test asked");
    }
    return reader.next();
  }

  @Override
  public RawRecord current() {
    return reader.current();
  }

  @Override
  public Set<String> ignoredColumns() {
    return reader.ignoredColumns();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
