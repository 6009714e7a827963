package org.xinyidai.engine.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;

/**
 * Holds each client to a rate (限流) by the generic cell rate algorithm (ITU-T I.371): one instant
 * per client says when it would have used up all it was given; a call that would push it further
 * ahead than the burst allows is told when to come again.
 */
final class RateLimit implements Handler<RoutingContext> {
  private final long costNanos;
  private final long burstNanos;
  private final LongSupplier nanos;
  private final Map<String, Long> usedUpAt;

  RateLimit(long costNanos, int burst, int clients, LongSupplier nanos) {
    this.costNanos = costNanos;
    this.burstNanos = costNanos * burst;
    this.nanos = nanos;
    usedUpAt =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > clients;
          }
        };
  }

  /** For calls of accounts. */
  static RateLimit ofAccounts(Rates rates, LongSupplier nanos) {
    long cost = TimeUnit.SECONDS.toNanos(1) / rates.perSecond();
    return new RateLimit(cost, rates.burst(), rates.clients(), nanos);
  }

  /** For tries to come in. */
  static RateLimit ofEntrances(Rates rates, LongSupplier nanos) {
    long cost = TimeUnit.MINUTES.toNanos(1) / rates.entrancesPerMinute();
    return new RateLimit(cost, rates.entrancesPerMinute(), rates.clients(), nanos);
  }

  @Override
  public void handle(RoutingContext context) {
    long wait = take(client(context));
    if (wait > 0) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(wait) + 1;
      throw Refusal.of(ProblemType.TOO_OFTEN).withHeader("Retry-After", Long.toString(seconds));
    }
    context.next();
  }

  /** Takes one call; 0 when there was one left, else the nanoseconds to wait for the next. */
  synchronized long take(String client) {
    long now = nanos.getAsLong();
    Long before = usedUpAt.get(client);
    long next = Math.max(before == null ? now : before, now) + costNanos;
    if (next - now > burstNanos) {
      return next - now - burstNanos;
    }
    usedUpAt.put(client, next);
    return 0;
  }

  private static String client(RoutingContext context) {
    return Call.admitted(context)
        .map(access -> access.account().id())
        .or(
            () ->
                Optional.ofNullable(context.request().remoteAddress())
                    .map(address -> String.valueOf(address.host())))
        .orElse("?");
  }
}
