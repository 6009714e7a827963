package org.xinyidai.engine.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;

/** Answers what is no HTTP, or more of it than is taken, and hangs up. */
final class InvalidRequests implements Handler<HttpServerRequest> {
  private final ErrorAnswers errors;
  private final Requests requests;

  InvalidRequests(ErrorAnswers errors, Requests requests) {
    this.errors = errors;
    this.requests = requests;
  }

  @Override
  public void handle(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    ProblemType type = ProblemType.MALFORMED_REQUEST;
    if (cause instanceof TooLongHttpLineException) {
      type = ProblemType.URI_TOO_LONG;
    } else if (cause instanceof TooLongHttpHeaderException) {
      type = ProblemType.HEADERS_TOO_LARGE;
    }
    errors.refuse(Refusal.of(type), requests.next(), request);
    request.connection().close();
  }
}
