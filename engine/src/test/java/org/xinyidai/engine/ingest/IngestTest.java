package org.xinyidai.engine.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.ingest.Receipt.Status;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.engine.store.Touched;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.record.VatInvoice;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IngestTest {
  private static final Instant KNOWN = Instant.parse("2024-06-01T00:00:00Z");

  @TempDir private Path folder;
  private Store store;
  private Ingest ingest;
  private Batches batches;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("state"), StoreOptions.small());
    ingest = new Ingest(store, 3);
    batches = new Batches(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void every_row_of_a_file_is_accounted_for() throws IOException {
    Receipt receipt =
        take(
            file(
                InvoiceFile.line(1, 1, 100),
                InvoiceFile.line(1, 2, 100, "VOID"),
                InvoiceFile.badCode(3),
                InvoiceFile.line(1, 1, 100),
                InvoiceFile.torn(1, 4),
                InvoiceFile.line(1, 1, 90),
                InvoiceFile.line(2, 5, -7)));

    assertEquals(Status.COMPLETE, receipt.status());
    Counts expected =
        new Counts(
            7, 4, 1, 1, 2, Map.of(Reason.USCC_MALFORMED, 1L, Reason.ROW_UNREADABLE, 1L), 1, 1);
    assertEquals(expected, receipt.counts());
    assertEquals(receipt, batches.find(receipt.batch().id()).orElseThrow());
    assertEquals(2, store.read(view -> Touched.list(view, 10)).size());
  }

  @Test
  void refused_rows_are_kept_with_line_field_and_reason_page_by_page() throws IOException {
    Receipt receipt =
        take(
            file(
                InvoiceFile.badCode(1),
                InvoiceFile.line(1, 1, 100),
                InvoiceFile.badCode(2),
                InvoiceFile.badCode(3)));

    String id = receipt.batch().id();
    List<RejectedRow> first = batches.rejected(id, 0, 2);
    List<RejectedRow> second = batches.rejected(id, first.get(1).line(), 2);

    assertEquals(List.of(2L, 4L), first.stream().map(RejectedRow::line).toList());
    assertEquals(List.of(5L), second.stream().map(RejectedRow::line).toList());
    RejectedRow row = first.get(0);
    assertEquals("uscc", row.field());
    assertEquals(Reason.USCC_MALFORMED, row.reason());
    assertEquals("invoices.csv", row.source());
    assertTrue(row.record().startsWith("91110000MA0000000X,N1"), row.record());
  }

  @Test
  void the_same_file_again_is_a_new_batch_of_repeats_and_changes_nothing() throws IOException {
    Path file = file(InvoiceFile.line(1, 1, 100), InvoiceFile.badCode(2));
    Receipt first = take(file);
    String digest = StateDigest.of(store);

    Receipt second = take(file);

    assertEquals(2, second.batch().attempt());
    assertEquals(
        new Counts(2, 0, 0, 1, 1, Map.of(Reason.USCC_MALFORMED, 1L), 0, 0), second.counts());
    assertEquals(1, batches.rejected(second.batch().id(), 0, 10).size());
    assertEquals(digest, StateDigest.of(store));
    assertNotEquals(first.batch().id(), second.batch().id());
  }

  @Test
  void an_interrupted_file_goes_on_where_it_stopped_and_ends_in_the_same_state()
      throws IOException {
    Path file =
        file(
            InvoiceFile.line(1, 1, 100),
            InvoiceFile.badCode(2),
            InvoiceFile.line(1, 1, 100),
            InvoiceFile.line(1, 1, 90),
            InvoiceFile.line(2, 2, 80),
            InvoiceFile.badCode(3),
            InvoiceFile.line(3, 3, 70),
            InvoiceFile.line(3, 3, 70));
    String undisturbed = undisturbedDigest(file);
    for (int rows : new int[] {0, 2, 4, 5, 7}) {
      Delivery delivery = Delivery.ofFile(VatInvoice.OUTPUT, file, KNOWN, batches);
      FeedReader torn = new FailingReader(FeedReader.open(VatInvoice.OUTPUT, file), rows);
      assertThrows(IllegalStateException.class, () -> ingest.take(delivery, torn, Progress.NONE));
    }

    Receipt receipt = take(file);

    assertEquals(1, receipt.batch().attempt());
    assertEquals(8, receipt.counts().received());
    assertEquals(undisturbed, StateDigest.of(store));
  }

  @Test
  void a_source_that_breaks_off_keeps_what_came_before() throws IOException {
    Path file = file(InvoiceFile.line(1, 1, 100), InvoiceFile.line(1, 2, 100), "\"never closed");

    Receipt receipt = take(file);

    assertEquals(Status.BROKEN, receipt.status());
    assertEquals(2, receipt.counts().accepted());
    assertTrue(receipt.problem() != null && !receipt.problem().isBlank());
  }

  @Test
  void facts_are_known_when_they_are_written_or_when_a_backfill_says() throws IOException {
    Instant before = store.instant();
    ingest.takeFile(VatInvoice.OUTPUT, file(InvoiceFile.line(1, 1, 100)), null, Progress.NONE);
    take(file(InvoiceFile.line(2, 1, 100)));

    Histories histories = new Histories(store);
    Instant now = store.instant();
    Instant written = histories.facts(InvoiceFile.uscc(1)).get(0).knownAt();
    assertTrue(written.isAfter(before) && !written.isAfter(now));
    assertEquals(KNOWN, histories.facts(InvoiceFile.uscc(2)).get(0).knownAt());
  }

  @Test
  void a_period_may_not_lie_behind_the_day_of_receipt() throws IOException {
    Path file = file(InvoiceFile.line(1, 1, 100).replace("2024-03-05", "2024-06-02"));
    assertEquals(Map.of(Reason.PERIOD_IN_FUTURE, 1L), take(file).counts().rejectedByReason());
  }

  @Test
  void an_idempotency_key_makes_one_batch_and_refuses_other_content() throws IOException {
    byte[] body = (InvoiceFile.HEADER + "\n" + InvoiceFile.line(1, 1, 100)).getBytes(UTF_8);
    byte[] other = (InvoiceFile.HEADER + "\n" + InvoiceFile.line(1, 1, 99)).getBytes(UTF_8);

    Receipt first = post("key-1", body);

    assertEquals(first, post("key-1", body));
    assertEquals(1, post("key-2", body).counts().repeated());
    BatchConflict conflict = assertThrows(BatchConflict.class, () -> post("key-1", other));
    assertEquals(BatchConflict.Kind.CONTENT_DIFFERS, conflict.kind());
  }

  @Test
  void a_batch_that_is_under_way_is_not_taken_twice() throws IOException {
    Path file = file(InvoiceFile.line(1, 1, 100));
    Delivery delivery = Delivery.ofFile(VatInvoice.OUTPUT, file, KNOWN, batches);
    Progress again =
        receipt -> {
          BatchConflict conflict =
              assertThrows(
                  BatchConflict.class,
                  () ->
                      ingest.take(
                          delivery, FeedReader.open(VatInvoice.OUTPUT, file), Progress.NONE));
          assertEquals(BatchConflict.Kind.IN_PROGRESS, conflict.kind());
        };
    Receipt receipt = ingest.take(delivery, FeedReader.open(VatInvoice.OUTPUT, file), again);
    assertEquals(1, receipt.counts().accepted());
  }

  @Test
  void progress_is_told_with_every_durable_chunk() throws IOException {
    List<Long> received = new ArrayList<>();
    Path file =
        file(
            InvoiceFile.line(1, 1, 1),
            InvoiceFile.line(1, 2, 1),
            InvoiceFile.line(1, 3, 1),
            InvoiceFile.line(1, 4, 1));
    ingest.takeFile(
        VatInvoice.OUTPUT, file, KNOWN, receipt -> received.add(receipt.counts().received()));
    assertEquals(List.of(3L, 4L), received);
  }

  private String undisturbedDigest(Path file) throws IOException {
    try (Store other = Store.open(folder.resolve("other"), StoreOptions.small())) {
      new Ingest(other).takeFile(VatInvoice.OUTPUT, file, KNOWN, Progress.NONE);
      return StateDigest.of(other);
    }
  }

  private Receipt post(String key, byte[] body) throws IOException {
    return ingest.take(
        Delivery.ofRequest(VatInvoice.OUTPUT, "tax office", key, body),
        FeedReader.open(VatInvoice.OUTPUT, new ByteArrayInputStream(body), Format.CSV),
        Progress.NONE);
  }

  private Receipt take(Path file) throws IOException {
    return ingest.takeFile(VatInvoice.OUTPUT, file, KNOWN, Progress.NONE);
  }

  private Path file(String... lines) {
    return InvoiceFile.write(folder.resolve("invoices.csv"), List.of(lines));
  }
}
