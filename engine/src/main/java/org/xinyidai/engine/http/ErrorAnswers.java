package org.xinyidai.engine.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.engine.http.call.Json;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.Language;
import org.xinyidai.engine.http.problem.ProblemDocument;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;

/**
 * The one place where failures become answers. What a refusal says goes to the caller; of any other
 * exception only the log learns, and the caller an id to ask with.
 */
final class ErrorAnswers implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private final AllowedMethods allowed;
  private final SecurityHeaders headers;
  private final Duration lingering;

  ErrorAnswers(AllowedMethods allowed, SecurityHeaders headers, Duration lingering) {
    this.allowed = allowed;
    this.headers = headers;
    this.lingering = lingering;
  }

  /** Answers what a handler failed with. */
  @Override
  public void handle(RoutingContext context) {
    handle(context, context.statusCode());
  }

  /**
   * Answers what failed, or what the router found no handler for.
   *
   * @param status what Vert.x takes it for
   */
  void handle(RoutingContext context, int status) {
    HttpServerResponse response = context.response();
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.headWritten()) {
      // Half an answer is out already: only a broken connection tells the caller that it is half.
      log(context.failure(), context);
      context.request().connection().close();
      return;
    }
    Refusal refusal = refusal(context, status);
    if (refusal.type() == ProblemType.METHOD_NOT_ALLOWED) {
      refusal = refusal.withHeader("Allow", allowed.on(context.normalizedPath()));
    }
    write(refusal, Requests.idOf(context), context.request());
    letGo(context.vertx(), context.request());
  }

  /** Answers a request that never came as far as the router. */
  void refuse(Refusal refusal, String requestId, HttpServerRequest request) {
    headers.put(request.response().headers());
    request.response().putHeader(Requests.HEADER, requestId);
    write(refusal, requestId, request);
  }

  private static void write(Refusal refusal, String requestId, HttpServerRequest request) {
    Language language = Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    HttpServerResponse response = request.response();
    response
        .setStatusCode(refusal.type().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    refusal.headers().forEach(response::putHeader);
    if (isStillSending(request)) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    Buffer body = Json.write(ProblemDocument.of(refusal, language, requestId));
    response.end(body);
  }

  /** A body that was refused half-way is read on for a moment, so that the answer gets through. */
  private void letGo(Vertx vertx, HttpServerRequest request) {
    if (!isStillSending(request)) {
      request.resume();
      return;
    }
    request.exceptionHandler(gone -> {});
    request.handler(unwanted -> {}).resume();
    long millis = Math.max(1, lingering.toMillis());
    vertx.setTimer(millis, late -> request.connection().close());
  }

  private static boolean isStillSending(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean hasBody =
        request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            || (length != null && !length.equals("0"));
    return hasBody && !request.isEnded();
  }

  private static Refusal refusal(RoutingContext context, int status) {
    Throwable failure = context.failure();
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    if (failure instanceof StoreException store && store.category() == Category.EXHAUSTED) {
      log(failure, context);
      return Workers.busy();
    }
    Refusal refusal = Refusal.of(ProblemType.ofStatus(status));
    if (refusal.type() == ProblemType.INTERNAL) {
      log(failure, context);
    }
    return refusal;
  }

  /**
   * The message of an exception may repeat what a record said of someone: {@link
   * org.xinyidai.engine.telemetry.QuietTrace} keeps it out of the log.
   */
  private static void log(@Nullable Throwable failure, RoutingContext context) {
    LOG.atError()
        .addKeyValue("request", Requests.idOf(context))
        .addKeyValue("operation", RequestLog.nameOf(context))
        .setCause(failure)
        .log("request failed");
  }
}
