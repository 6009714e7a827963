package org.xinyidai.engine.http;

import io.vertx.core.Vertx;
import java.time.Duration;
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

  private static void count(Workers workers, Backend backend) {
    workers
        .run(() -> backend.platform().market().experience().refresh(backend.usualDay()))
        .onFailure(cause -> LOG.warn("lenders' decisions wait for the next hour", cause));
  }

  private static void run(Workers workers, Backend backend) {
    forget(workers, backend);
    ScreeningApi.refreshSoon(backend);
    tend(workers, backend.loans());
    escalate(workers, backend);
    remind(workers, backend);
    count(workers, backend);
  }

  private static void tend(Workers workers, Loans loans) {
    workers
        .run(() -> loans.tending().tend(loans.today()))
        .onSuccess(done -> LOG.debug("applications tended: {}", done))
        .onFailure(cause -> LOG.warn("applications wait for the next hour", cause));
  }

  private static void escalate(Workers workers, Backend backend) {
    Loans loans = backend.loans();
    ComplaintDesk desk = ComplaintDesk.of(backend.platform(), loans, backend.accounts());
    workers
        .run(() -> desk.escalate(loans.today()))
        .onSuccess(late -> LOG.debug("{} complaints escalated", late))
        .onFailure(cause -> LOG.warn("complaints wait for the next hour", cause));
  }

  private static void remind(Workers workers, Backend backend) {
    workers
        .run(() -> backend.office().reminders().tend(backend.loans().today()))
        .onSuccess(count -> LOG.debug("{} reports reminded of", count))
        .onFailure(cause -> LOG.warn("reminders of reports wait for the next hour", cause));
    workers
        .run(
            () -> {
              backend.office().pulse().take(backend.loans().today());
              return true;
            })
        .onFailure(cause -> LOG.warn("figures of the market wait for the next hour", cause));
  }

  private static void forget(Workers workers, Backend backend) {
    Platform platform = backend.platform();
    workers
        .run(() -> IdempotencyRecords.forget(platform.store(), platform.clock().instant()))
        .onSuccess(count -> LOG.debug("{} idempotency records forgotten", count))
        .onFailure(cause -> LOG.warn("idempotency records wait for the next hour", cause));
    workers
        .run(() -> backend.sessions().forget() + backend.providers().forget())
        .onSuccess(count -> LOG.debug("{} sessions and logins forgotten", count))
        .onFailure(cause -> LOG.warn("sessions that ended wait for the next hour", cause));
    workers
        .run(() -> new Nonces(platform.store()).forget(platform.clock().instant()))
        .onSuccess(count -> LOG.debug("{} nonces forgotten", count))
        .onFailure(cause -> LOG.warn("nonces wait for the next hour", cause));
  }

  void stop() {
    vertx.cancelTimer(timer);
    vertx.cancelTimer(watch);
  }
}
