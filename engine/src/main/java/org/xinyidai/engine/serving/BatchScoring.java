package org.xinyidai.engine.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.UndisputedVector.Moment;

/**
 * Scores everyone by one model and keeps the figures (批量评分), by the code that answers a single
 * request, and so that each can be proved again. Shards are scored side by side; an interrupted run
 * is simply run again.
 */
public final class BatchScoring {
  private final Store store;
  private final Vectors vectors;
  private final Scores scores;
  private final Ratings ratings;
  private final ModelDigests digests = new ModelDigests();

  public BatchScoring(Store store, Vectors vectors, Scores scores) {
    this.store = store;
    this.vectors = vectors;
    this.scores = scores;
    this.ratings = new Ratings(store);
  }

  /** The figures that all runs kept. */
  public Ratings ratings() {
    return ratings;
  }

  /**
   * Scores everyone of whom anything was known at a moment, and returns when the figures are
   * durable. A kept vector is read where it is what the facts give, else it is computed.
   *
   * @param threads shards that are scored at once
   * @param done told the number of enterprises scored so far; called from several threads
   */
  public BatchRun run(ServingModel model, Moment at, int threads, LongConsumer done) {
    BatchRun run = ratings.begin(digests.of(model), model.id());
    ShardScoring.Parts parts =
        new ShardScoring.Parts(store, vectors, scores.scorer(model), run, at);
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
                    new ShardScoring(parts, count -> done.accept(scored.addAndGet(count))).score(s);
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
    return ratings.end(run, scored.get());
  }
}
