package org.xinyidai.engine.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Telemetry;

/**
 * One line for each request: what was asked by name of operation, by which role, and how it ended.
 * No path, query, address or token: they would name people and enterprises.
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

  @Override
  public void handle(RoutingContext context) {
    long begin = nanoTime.getAsLong();
    context.addEndHandler(
        done -> {
          long nanos = nanoTime.getAsLong() - begin;
          String operation = context.get(OPERATION, "none");
          int status = context.response().getStatusCode();
          telemetry.answered(operation, status, nanos);
          LOG.info(line(context, operation, status, nanos) + (done.succeeded() ? "" : " cut off"));
        });
    context.next();
  }

  private static String line(RoutingContext context, String operation, int status, long nanos) {
    return "%s %s %s %d %d ms %d bytes"
        .formatted(
            Requests.idOf(context),
            operation,
            Call.admitted(context).map(access -> access.account().role().id()).orElse("-"),
            status,
            TimeUnit.NANOSECONDS.toMillis(nanos),
            context.response().bytesWritten());
  }
}
