package org.xinyidai.engine.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.ledger.Deadlines;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.Feed;

/**
 * Takes deliveries into the store (数据归集入库). The calling thread reads and checks while the store's
 * writer decides and writes the chunk before; so call it on a worker, never on an event loop.
 */
public final class Ingest {
  /**
   * Rows that share a sync: enough to make the sync cheap, few enough to lose little to a crash.
   */
  static final int CHUNK_ROWS = 4_096;

  /**
   * Some chunks may wait, so that a slow sync does not stop the reading and the next sync takes
   * them all; more would only use memory.
   */
  private static final int CHUNKS_IN_FLIGHT = 8;

  private final Store store;
  private final int chunkRows;
  private final Aftercare aftercare;
  private final Batches batches;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  public Ingest(Store store) {
    this(store, CHUNK_ROWS);
  }

  /** With someone to look after what was taken. */
  public Ingest(Store store, Aftercare aftercare) {
    this(store, CHUNK_ROWS, aftercare);
  }

  /** With chunks of another size, so that a test crosses many of them. */
  Ingest(Store store, int chunkRows) {
    this(store, chunkRows, Aftercare.NONE);
  }

  private Ingest(Store store, int chunkRows, Aftercare aftercare) {
    this.store = store;
    this.chunkRows = chunkRows;
    this.aftercare = aftercare;
    batches = new Batches(store);
  }

  /**
   * Takes a file, whose name tells its format; goes on where an interrupted run of the same file
   * stopped.
   *
   * @param knownAt for a backfill, when its facts count as known; null means when they are written
   * @return the finished receipt, complete or broken
   * @throws UnreadableFile when the file cannot even be opened as what its name says
   */
  public Receipt takeFile(Feed<?> feed, Path file, @Nullable Instant knownAt, Progress progress)
      throws UnreadableFile {
    Delivery delivery = Delivery.ofFile(feed, file, knownAt, batches);
    return take(delivery, FeedReader.open(feed, file), progress);
  }

  /**
   * Takes a delivery and closes its reader. One that was finished before is answered with its
   * stored receipt; nothing is read then.
   *
   * @return the finished receipt, durable with all it counts
   * @throws BatchConflict when the batch is under way, or its key was used for other content
   * @throws org.xinyidai.engine.store.StoreException when the store cannot write; the same delivery
   *     again goes on
   */
  public Receipt take(Delivery delivery, FeedReader reader, Progress progress) {
    if (!underWay.add(delivery.batchId())) {
      close(reader);
      throw new BatchConflict(
          BatchConflict.Kind.IN_PROGRESS,
          "batch " + delivery.batchId() + " is being taken in; ask for its receipt later");
    }
    try {
      Receipt begun = store.execute(changes -> begin(changes, delivery));
      if (begun.isFinished()) {
        return begun;
      }
      Receipt finished = run(delivery, begun, reader, progress);
      aftercare.finished(finished);
      return finished;
    } finally {
      underWay.remove(delivery.batchId());
      close(reader);
    }
  }

  private static Receipt begin(Changes changes, Delivery delivery) {
    Receipt receipt =
        Batches.find(changes, delivery.batchId())
            .orElseGet(() -> Receipt.begin(delivery.begin(changes.instant())));
    if (!receipt.batch().content().equals(delivery.content())) {
      throw new BatchConflict(
          BatchConflict.Kind.CONTENT_DIFFERS,
          "this idempotency key was used for other content; take a new key");
    }
    Batches.put(changes, receipt);
    return receipt;
  }

  private Receipt run(Delivery delivery, Receipt begun, FeedReader reader, Progress progress) {
    Deque<CompletableFuture<Receipt>> inFlight = new ArrayDeque<>();
    long doneLine = begun.lastLine();
    Feed<?> feed = delivery.feed();
    Deadlines deadlines = new Deadlines(feed, batches.origin(begun.batch()).receivedOn());
    Chunk chunk =
        new Chunk(feed, begun.batch(), deadlines, store.shards(), doneLine)
            .watchedBy(aftercare.watches(feed) ? aftercare : Aftercare.NONE);
    try {
      while (reader.next()) {
        if (reader.current().line() <= doneLine) {
          continue;
        }
        chunk.add(reader.current());
        if (chunk.size() == chunkRows) {
          submit(chunk, inFlight, progress);
          chunk = chunk.following();
        }
      }
      chunk.last();
    } catch (UnreadableFile e) {
      chunk.brokenBy(String.valueOf(e.getMessage()));
    }
    submit(chunk, inFlight, progress);
    Receipt receipt = begun;
    while (!inFlight.isEmpty()) {
      receipt = await(inFlight.remove(), progress);
    }
    return receipt;
  }

  private void submit(Chunk chunk, Deque<CompletableFuture<Receipt>> inFlight, Progress progress) {
    chunk.seal();
    if (inFlight.size() == CHUNKS_IN_FLIGHT) {
      await(inFlight.remove(), progress);
    }
    inFlight.add(store.submit(chunk));
  }

  private static Receipt await(CompletableFuture<Receipt> answer, Progress progress) {
    try {
      Receipt receipt = answer.join();
      progress.durable(receipt);
      return receipt;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void close(FeedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
