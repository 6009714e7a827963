package org.xinyidai.engine.http;

import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Telemetry;
import org.xinyidai.engine.identity.Account;

/**
 * One line for each request (请求日志): what was asked by name of operation, by which role and account,
 * and how it ended. No path, query, address, body or token: they would name people and enterprises.
 */
final class RequestLog implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger("org.xinyidai.access");
  private static final String OPERATION = "xinyidai.operation";

  private final Telemetry telemetry;
  private final LongSupplier nanoTime;

  RequestLog(Telemetry telemetry, LongSupplier nanoTime) {
    this.telemetry = telemetry;
    this.nanoTime = nanoTime;
  }

  /** Notes what the request turned out to be. */
  static void name(RoutingContext context, String operation) {
    context.put(OPERATION, operation);
  }

  /** What the request turned out to be. */
  static String nameOf(RoutingContext context) {
    return context.get(OPERATION, "none");
  }

  @Override
  public void handle(RoutingContext context) {
    long begin = nanoTime.getAsLong();
    context.addEndHandler(
        done -> {
          long nanos = nanoTime.getAsLong() - begin;
          telemetry.answered(nameOf(context), context.response().getStatusCode(), nanos);
          log(context, nanos, done.succeeded());
        });
    context.next();
  }

  private static void log(RoutingContext context, long nanos, boolean whole) {
    Optional<Account> account = Call.admitted(context).map(access -> access.account());
    LoggingEventBuilder line =
        LOG.atInfo()
            .addKeyValue("request", Requests.idOf(context))
            .addKeyValue("operation", nameOf(context))
            .addKeyValue("role", account.map(who -> who.role().id()).orElse("-"))
            .addKeyValue("account", account.map(Account::id).orElse("-"))
            .addKeyValue("status", context.response().getStatusCode())
            .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(nanos))
            .addKeyValue("bytes", context.response().bytesWritten());
    SpanContext span = RequestSpan.of(context);
    if (span.isValid()) {
      line = line.addKeyValue("traceId", span.getTraceId());
    }
    line.log(whole ? "answered" : "cut off");
  }
}
