package org.xinyidai.connectors.cumcm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.connectors.feed.Reading;
import org.xinyidai.connectors.feed.SubjectColumn;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.VatInvoice;

/** One of the four invoice files (发票数据文件), with the feed that it belongs to. */
public record InvoiceFile(Feed<VatInvoice> feed, Path path) {
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Opens the file; every record carries the code derived from its 企业代号. */
  public FeedReader open() throws UnreadableFile {
    Reading reading =
        Reading.of(feed, name())
            .naming(new SubjectColumn(CumcmFolder.ENTERPRISE_COLUMN, new DerivedCodes()::of));
    try {
      return FeedReader.open(reading, Files.newInputStream(path), Format.CSV);
    } catch (UnreadableFile unreadable) {
      throw unreadable;
    } catch (IOException failure) {
      throw new UnreadableFile(name() + ": cannot be opened; check its rights", failure);
    }
  }
}
