package org.xinyidai.engine.serving;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.subject.Uscc;

/**
 * Scores every kept vector by one model and keeps the figures (批量评分), by the code that answers a
 * single request. Shards are scored side by side; an interrupted run is simply run again.
 */
public final class BatchScoring {
  /** Rows that are scored and written together: a few megabytes of vectors, one synced write. */
  private static final int PAGE = 4_096;

  private static final byte[] LAST_RUN = "r/last".getBytes(US_ASCII);

  private final Store store;
  private final Vectors vectors;
  private final Scores scores;

  public BatchScoring(Store store, Vectors vectors, Scores scores) {
    this.store = store;
    this.vectors = vectors;
    this.scores = scores;
  }

  /**
   * Scores all and returns when the figures are durable.
   *
   * @param threads shards that are scored at once
   * @param done told the number of enterprises scored so far; called from several threads
   */
  public BatchRun run(ServingModel model, int threads, LongConsumer done) {
    BatchRun start =
        store.execute(
            changes -> new BatchRun(changes.sequence(), model.id(), changes.instant(), 0));
    Scorer scorer = scores.scorer(model);
    AtomicInteger nextShard = new AtomicInteger();
    AtomicLong scored = new AtomicLong();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            workers.submit(
                () -> {
                  int shards = store.shards().count();
                  for (int s = nextShard.getAndIncrement(); s < shards; ) {
                    new Shard(start.number(), scorer, scored, done).score(s);
                    s = nextShard.getAndIncrement();
                  }
                }));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("a shard could not be scored", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring", e);
    } finally {
      workers.shutdownNow();
    }
    return finish(new BatchRun(start.number(), model.id(), start.startedAt(), scored.get()));
  }

  private BatchRun finish(BatchRun run) {
    return store.execute(
        changes -> {
          changes.put(Family.MODELS, LAST_RUN, StoredJson.write(run));
          return run;
        });
  }

  /** The last run that finished; empty before the first. */
  public Optional<BatchRun> lastRun() {
    return store
        .read(view -> view.get(Family.MODELS, LAST_RUN))
        .map(bytes -> StoredJson.read(bytes, BatchRun.class));
  }

  /** The figures of an enterprise; empty when no run has met it. */
  public Optional<StoredRating> find(Uscc uscc) {
    byte[] key = FactKey.enterprise(store.shards(), uscc);
    return store.read(view -> view.get(Family.RATINGS, key)).map(StoredRating::decode);
  }

  /** The figures of all enterprises that runs have met. */
  public List<StoredRating> all() {
    return store.read(
        view -> {
          List<StoredRating> all = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.RATINGS, new byte[0])) {
            while (cursor.next()) {
              all.add(StoredRating.decode(cursor.value()));
            }
          }
          return all;
        });
  }

  /** The scoring of one shard: while one page is written, the next is read. */
  private final class Shard {
    private final long run;
    private final Scorer scorer;
    private final AtomicLong scored;
    private final LongConsumer done;
    private final double[][] rows = new double[PAGE][];
    private final double[] probabilities = new double[PAGE];
    private byte[][] keys = new byte[PAGE][];
    private final long[] days = new long[PAGE];
    private int filled;
    private CompletableFuture<Integer> writing = CompletableFuture.completedFuture(0);

    Shard(long run, Scorer scorer, AtomicLong scored, LongConsumer done) {
      this.run = run;
      this.scorer = scorer;
      this.scored = scored;
      this.done = done;
    }

    void score(int shard) {
      vectors.forEachRow(
          shard,
          scorer.positions(),
          (key, row, epochDay) -> {
            keys[filled] = key;
            rows[filled] = row;
            days[filled++] = epochDay;
            if (filled == PAGE) {
              flush();
            }
          });
      flush();
      writing.join();
    }

    private void flush() {
      int count = filled;
      byte[][] written = keys;
      byte[][] values = new byte[count][];
      scorer.probabilitiesOfDefault(Arrays.copyOf(rows, count), probabilities);
      for (int i = 0; i < count; i++) {
        double probability = probabilities[i];
        values[i] = StoredRating.encode(run, scorer.points(probability), probability, days[i]);
      }
      keys = new byte[PAGE][];
      filled = 0;
      writing.join();
      writing =
          store.submit(
              changes -> {
                for (int i = 0; i < count; i++) {
                  changes.put(Family.RATINGS, written[i], values[i]);
                }
                return count;
              });
      done.accept(scored.addAndGet(count));
    }
  }
}
