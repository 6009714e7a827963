package org.xinyidai.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

/** The store counts of a simulated city what the city says that it sent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CityIngestTest {
  @TempDir private Path folder;

  @Test
  void the_receipts_of_a_city_agree_with_its_tallies_file_by_file() throws IOException {
    SimulatedCity city = SimulatedCity.of(3, 120, YearMonth.of(2023, 7), 9);
    Tally sent = Tally.NOTHING;
    Counts taken = Counts.NONE;
    try (Store store = Store.open(folder.resolve("state"), StoreOptions.small())) {
      Ingest ingest = new Ingest(store);
      for (Delivery delivery : city.deliveries().toList()) {
        Tally tally = delivery.tally();
        Counts counts = take(ingest, delivery).counts();
        assertEquals(tally.rows(), counts.received(), delivery.fileName());
        assertEquals(tally.rejected(), counts.rejectedByReason(), delivery.fileName());
        sent = sent.plus(tally);
        taken = taken.plus(counts);
      }
    }
    assertEquals(sent.accepted(), taken.accepted());
    assertEquals(sent.repeated(), taken.repeated());
  }

  private static Receipt take(Ingest ingest, Delivery delivery) throws IOException {
    byte[] bytes = delivery.bytes();
    org.xinyidai.engine.ingest.Delivery received =
        org.xinyidai.engine.ingest.Delivery.once(
            delivery.feed(),
            delivery.fileName(),
            new ByteArrayInputStream(bytes),
            delivery.knownAt());
    Format format = Format.ofFileName(delivery.fileName()).orElseThrow();
    FeedReader reader = FeedReader.open(delivery.feed(), new ByteArrayInputStream(bytes), format);
    return ingest.take(received, reader, Progress.NONE);
  }
}
