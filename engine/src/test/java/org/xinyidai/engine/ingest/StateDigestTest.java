package org.xinyidai.engine.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.VatInvoice;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StateDigestTest {
  private static final Instant KNOWN = Instant.parse("2024-06-01T00:00:00Z");
  private static final String GOOD = InvoiceFile.line(1, 1, 100);
  private static final String BAD = InvoiceFile.badCode(2);

  @TempDir private Path folder;
  private int stores;

  @Test
  void equal_input_gives_an_equal_digest_at_any_time() throws IOException {
    assertEquals(
        digest(KNOWN, "2025-01-01T00:00:00Z", GOOD, BAD),
        digest(KNOWN, "2026-02-02T00:00:00Z", GOOD, BAD));
  }

  @Test
  void another_fact_refused_row_or_known_instant_gives_another_digest() throws IOException {
    String clock = "2025-01-01T00:00:00Z";
    String digest = digest(KNOWN, clock, GOOD, BAD);
    assertNotEquals(digest, digest(KNOWN, clock, InvoiceFile.line(1, 1, 101), BAD));
    assertNotEquals(digest, digest(KNOWN, clock, GOOD, InvoiceFile.badCode(3)));
    assertNotEquals(digest, digest(KNOWN.plusSeconds(1), clock, GOOD, BAD));
    assertNotEquals(digest, digest(KNOWN, clock, GOOD, GOOD, BAD));
  }

  private String digest(Instant knownAt, String clock, String... lines) throws IOException {
    stores++;
    Path state = folder.resolve("state" + stores);
    Path file = InvoiceFile.write(folder.resolve("invoices.csv"), List.of(lines));
    try (Store store =
        Store.open(state, StoreOptions.small(), InstantSource.fixed(Instant.parse(clock)))) {
      new Ingest(store).takeFile(VatInvoice.OUTPUT, file, knownAt, Progress.NONE);
      return StateDigest.of(store);
    }
  }
}
