package org.xinyidai.benchmarks.feedback;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;

/** A server that reads what is posted and answers two letters: the least that a receiver can do. */
public final class BareSink {
  private BareSink() {}

  /** Says its port on a line and serves until it is killed. */
  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> request.body().onSuccess(body -> request.response().end("ok")))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    System.out.println("port " + server.actualPort());
  }
}
