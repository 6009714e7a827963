package org.xinyidai.engine.referencenode;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.xinyidai.connectors.feedback.envelope.AnswerSeal;

/** Sends replies (应答发送); every one says what the node is. */
final class Replies {
  static final int BAD_REQUEST = 400;
  static final int FORBIDDEN = 403;
  static final int ERROR = 500;
  static final int UNAVAILABLE = 503;

  private Replies() {}

  /** A signed reply. */
  static void send(RoutingContext call, NodeAnswers.Reply reply) {
    if (isOpen(call)) {
      begin(call, reply.status())
          .putHeader("Content-Type", "application/json")
          .putHeader(AnswerSeal.FIELD, reply.signature())
          .end(Buffer.buffer(reply.body()));
    }
  }

  /** A reply that proves nothing. */
  static void plain(RoutingContext call, int status, String text) {
    if (isOpen(call)) {
      begin(call, status).putHeader("Content-Type", "text/plain; charset=utf-8").end(text + "\n");
    }
  }

  /** JSON that proves nothing. */
  static void json(RoutingContext call, byte[] body) {
    if (isOpen(call)) {
      begin(call, 200).putHeader("Content-Type", "application/json").end(Buffer.buffer(body));
    }
  }

  /** A call that broke: the store is away, or worse. */
  static void broken(RoutingContext call, Throwable failure) {
    boolean away = failure instanceof StoreAway;
    plain(call, away ? UNAVAILABLE : ERROR, away ? "the store is away" : "the node failed");
  }

  private static boolean isOpen(RoutingContext call) {
    return !call.response().closed() && !call.response().ended();
  }

  private static HttpServerResponse begin(RoutingContext call, int status) {
    return call.response()
        .setStatusCode(status)
        .putHeader("Reference-Node", ReferenceNode.NOTICE_EN);
  }
}
