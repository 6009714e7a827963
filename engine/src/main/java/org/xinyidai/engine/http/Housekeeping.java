package org.xinyidai.engine.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.engine.complaint.ComplaintDesk;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.api.IdempotencyRecords;
import org.xinyidai.engine.http.api.ScreeningApi;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.identity.Nonces;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.platform.Platform;

/**
 * What a server does by itself while it runs (日常维护): every hour it clears away what is old, brings
 * the screening index up to date, reminds lenders and the office, escalates late complaints, and
 * counts their decisions again where some came; every half minute it matches some open demands
 * again.
 */
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration WATCH_EVERY = Duration.ofSeconds(30);
  private static final long AT_ONCE_MS = 1;

  /** Demands that one round matches again: a second's work of one thread. */
  private static final int WATCHED = 500;

  private final Vertx vertx;
  private final long timer;
  private final long watch;

  Housekeeping(Vertx vertx, Workers workers, Backend backend) {
    this.vertx = vertx;
    this.timer = vertx.setPeriodic(AT_ONCE_MS, EVERY.toMillis(), id -> run(workers, backend));
    this.watch = vertx.setPeriodic(WATCH_EVERY.toMillis(), id -> watch(workers, backend));
  }

  private static void watch(Workers workers, Backend backend) {
    workers
        .run(() -> backend.platform().market().watch().round(backend.usualDay(), WATCHED))
        .onSuccess(round -> LOG.debug("demands matched again: {}", round))
        .onFailure(cause -> LOG.warn("open demands wait for the next round", cause));
  }

  /** One after another, so that requests never wait for more than one of them. */
  private static void run(Workers workers, Backend backend) {
    ScreeningApi.refreshSoon(backend);
    Future<Void> before = Future.succeededFuture();
    for (Chore chore : chores(backend)) {
      before =
          before
              .compose(done -> workers.run(chore.work()))
              .onSuccess(count -> LOG.debug("{}: {}", chore.name(), count))
              .onFailure(cause -> LOG.warn("{} wait for the next hour", chore.name(), cause))
              .<Void>mapEmpty()
              .otherwiseEmpty();
    }
  }

  /** What is done every hour; its result is for the log alone. */
  private record Chore(String name, Callable<Object> work) {}

  private static List<Chore> chores(Backend backend) {
    Platform platform = backend.platform();
    InstantSource clock = platform.clock();
    Loans loans = backend.loans();
    return List.of(
        new Chore(
            "idempotency records",
            () -> IdempotencyRecords.forget(platform.store(), clock.instant())),
        new Chore(
            "sessions that ended",
            () -> backend.sessions().forget() + backend.providers().forget()),
        new Chore("nonces", () -> new Nonces(platform.store()).forget(clock.instant())),
        new Chore("applications", () -> loans.tending().tend(loans.today())),
        new Chore(
            "complaints",
            () -> ComplaintDesk.of(platform, loans, backend.accounts()).escalate(loans.today())),
        new Chore("reminders of reports", () -> backend.office().reminders().tend(loans.today())),
        new Chore(
            "lenders' decisions", () -> platform.market().experience().refresh(backend.usualDay())),
        new Chore(
            "figures of the market",
            () -> {
              backend.office().pulse().take(loans.today());
              return "taken";
            }));
  }

  void stop() {
    vertx.cancelTimer(timer);
    vertx.cancelTimer(watch);
  }
}
