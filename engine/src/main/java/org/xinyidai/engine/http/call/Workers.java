package org.xinyidai.engine.http.call;

import io.opentelemetry.context.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.store.Act;

/**
 * Threads for what blocks or computes: the store, hashing, models. What waits for a thread is
 * counted and bounded; past the bound a caller is told to come again, for waiting longer helps
 * nobody.
 */
public final class Workers {
  private static final String RETRY_AFTER_SECONDS = "1";

  private final WorkerExecutor executor;
  private final int maxUnderWay;
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * @param name of the threads
   * @param maxUnderWay pieces of work that may run or wait
   */
  public Workers(Vertx vertx, String name, int threads, int maxUnderWay) {
    this.executor = vertx.createSharedWorkerExecutor(name, threads);
    this.maxUnderWay = maxUnderWay;
  }

  /** Runs the work on a worker; the future completes back on the caller's context. */
  public <T> Future<T> run(Callable<T> work) {
    if (underWay.incrementAndGet() > maxUnderWay) {
      underWay.decrementAndGet();
      return Future.failedFuture(busy());
    }
    return executor
        .executeBlocking(Context.current().wrap(Act.carried(work)), false)
        .onComplete(done -> underWay.decrementAndGet());
  }

  /** Pieces of work that run or wait now. */
  public int underWay() {
    return underWay.get();
  }

  public Future<Void> close() {
    return executor.close();
  }

  /** What a caller is told when there is no room. */
  public static Refusal busy() {
    return Refusal.of(ProblemType.TOO_BUSY).withHeader("Retry-After", RETRY_AFTER_SECONDS);
  }
}
