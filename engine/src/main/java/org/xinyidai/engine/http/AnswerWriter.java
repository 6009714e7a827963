package org.xinyidai.engine.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Pages;

/** Puts an answer on the wire. */
final class AnswerWriter {
  private AnswerWriter() {}

  /** The body that is left to write; empty where the response was ended here. */
  static Future<Buffer> write(Answer answer, RoutingContext context) {
    HttpServerResponse response = context.response();
    boolean wanted = !context.request().method().equals(HttpMethod.HEAD);
    response
        .setStatusCode(answer.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
    answer.headers().forEach(response::putHeader);
    if (answer.pages().isPresent()) {
      Future<Void> written =
          wanted ? writePages(answer.pages().get(), response.setChunked(true)) : response.end();
      return written.map(Buffer.buffer());
    }
    if (!wanted) {
      // The body stays here, but its length is told.
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(answer.body().length()));
    }
    return Future.succeededFuture(answer.body());
  }

  private static Future<Void> writePages(Pages pages, HttpServerResponse response) {
    return pages
        .next()
        .compose(
            page ->
                page.length() == 0
                    ? response.end()
                    : response.write(page).compose(written -> writePages(pages, response)));
  }
}
