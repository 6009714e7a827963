package org.xinyidai.engine.drop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.xinyidai.connectors.drop.DropFolder;
import org.xinyidai.connectors.drop.DropFolder.Place;
import org.xinyidai.connectors.drop.DropLimits;
import org.xinyidai.connectors.drop.Dropped;
import org.xinyidai.connectors.drop.Manifest;
import org.xinyidai.connectors.drop.SetAside;
import org.xinyidai.connectors.drop.SetAside.Problem;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Reading;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;

/**
 * Takes deliveries from a drop folder (投递归集). A file is checked as a whole first: digest, form, and
 * the number of its records; then it is taken, then put away. A crash at any moment leaves a file
 * that the next round finds: its batch goes on, or is answered with its receipt, and never made
 * twice.
 */
public final class DropIntake {
  private static final String RECEIPT = "receipt.json";

  private final Ingest ingest;
  private final DropLimits limits;

  public DropIntake(Ingest ingest, DropLimits limits) {
    this.ingest = ingest;
    this.limits = limits;
  }

  /**
   * Takes what lies there, as far as one round goes.
   *
   * @param told each delivery once it is put away
   * @return how many were put away; 0 when nothing was ready
   */
  public int round(DropFolder folder, Consumer<Settled> told) throws IOException {
    List<Dropped> round = folder.round(limits);
    for (Dropped dropped : round) {
      told.accept(settle(folder, dropped));
    }
    return round.size();
  }

  private Settled settle(DropFolder folder, Dropped dropped) throws IOException {
    try {
      Receipt receipt = take(dropped, dropped.checked(limits));
      folder.settle(dropped, Place.DONE, RECEIPT, StoredJson.write(receipt));
      return new Settled.Taken(dropped.name(), receipt);
    } catch (SetAside why) {
      folder.setAside(dropped, why);
      return new Settled.Bad(dropped.name(), why);
    }
  }

  private Receipt take(Dropped dropped, Manifest manifest) throws SetAside, IOException {
    Feed<?> feed =
        Feeds.byId(manifest.feed())
            .orElseThrow(
                () -> new SetAside(Problem.FEED_UNKNOWN, "see docs/feeds.md for all feeds"));
    Path file = dropped.file();
    long records;
    try {
      records = count(Reading.of(feed, dropped.name()), file);
    } catch (UnreadableFile unreadable) {
      throw new SetAside(Problem.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
    if (records != manifest.count()) {
      throw new SetAside(
          Problem.COUNT_DIFFERS,
          "the manifest says %d records, the file holds %d".formatted(manifest.count(), records));
    }
    Delivery delivery = Delivery.dropped(feed, manifest.source(), file);
    Receipt receipt =
        ingest.take(
            delivery, FeedReader.open(Reading.of(feed, dropped.name()), file), Progress.NONE);
    if (receipt.status() == Receipt.Status.BROKEN) {
      throw new SetAside(
          Problem.FILE_UNREADABLE, "it changed while it was read; records before that stand");
    }
    return receipt;
  }

  private static long count(Reading reading, Path file) throws IOException {
    try (FeedReader reader = FeedReader.open(reading, file)) {
      long records = 0;
      while (reader.next()) {
        records++;
      }
      return records;
    }
  }
}
