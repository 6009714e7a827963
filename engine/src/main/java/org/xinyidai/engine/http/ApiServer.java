package org.xinyidai.engine.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.xinyidai.engine.http.api.Api;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Telemetry;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.docs.Pages;

/** The running server (服务). Everything that it needs is loaded before it listens. */
public final class ApiServer {
  private static final String WORKER_NAME = "xinyidai-worker";

  private final HttpServerConfig config;
  private final HttpServer server;
  private final Workers workers;
  private final Telemetry telemetry;
  private final Housekeeping housekeeping;

  private ApiServer(
      HttpServerConfig config,
      HttpServer server,
      Workers workers,
      Telemetry telemetry,
      Housekeeping housekeeping) {
    this.config = config;
    this.server = server;
    this.workers = workers;
    this.telemetry = telemetry;
    this.housekeeping = housekeeping;
  }

  /**
   * Starts to listen.
   *
   * @return fails with a {@link CannotListen} when the address is taken or not of this machine
   */
  public static Future<ApiServer> start(Vertx vertx, HttpServerConfig config, Backend backend) {
    return start(
        vertx,
        config,
        backend,
        (workers, telemetry) -> Api.endpoints(backend, config.bodies(), workers, telemetry));
  }

  static Future<ApiServer> start(
      Vertx vertx,
      HttpServerConfig config,
      Backend backend,
      BiFunction<Workers, Telemetry, List<Endpoint>> api) {
    Telemetry telemetry = new Telemetry();
    Workers workers = new Workers(vertx, WORKER_NAME, config.workerThreads(), config.maxWork());
    IngestPermits permits = new IngestPermits(config.maxConcurrentIngests());
    watch(telemetry, backend, workers, permits);

    List<Endpoint> endpoints = api.apply(workers, telemetry);
    Requests requests = new Requests(new SecureRandom());
    ErrorAnswers errors = new ErrorAnswers(new AllowedMethods(endpoints), config.lingering());
    Handler<HttpServerRequest> router =
        new Routes(vertx, backend, workers, permits, config.rates())
            .before(requests, new RequestLog(telemetry, System::nanoTime), errors)
            .naming(backend.installation())
            .endpoints(endpoints)
            .pages(Pages.of(backend.installation()))
            .router();
    HttpServer server =
        vertx
            .createHttpServer(options(config))
            .requestHandler(router)
            .invalidRequestHandler(new InvalidRequests(errors, requests));
    return server
        .listen()
        .map(
            listening ->
                new ApiServer(
                    config,
                    listening,
                    workers,
                    telemetry,
                    new Housekeeping(vertx, workers, backend)))
        .recover(
            cause ->
                workers
                    .close()
                    .transform(
                        closed ->
                            Future.failedFuture(
                                new CannotListen(config.host(), config.port(), cause))));
  }

  /** The port it listens on, also where any free one was asked for. */
  public int port() {
    return server.actualPort();
  }

  /** Takes no more, lets requests under way finish, then gives its threads back. */
  public Future<Void> close() {
    housekeeping.stop();
    return server
        .shutdown(config.draining().toMillis(), TimeUnit.MILLISECONDS)
        .eventually(workers::close)
        .onComplete(done -> telemetry.close());
  }

  private static void watch(
      Telemetry telemetry, Backend backend, Workers workers, IngestPermits permits) {
    telemetry.gauge(
        "xinyidai.store.handles",
        "Native handles open",
        () -> backend.platform().store().openHandles());
    telemetry.gauge(
        "xinyidai.http.work", "Pieces of work that run or wait for a thread", workers::underWay);
    telemetry.gauge("xinyidai.http.ingests", "Bodies of records in memory", permits::taken);
  }

  private static HttpServerOptions options(HttpServerConfig config) {
    return new HttpServerOptions()
        .setHost(config.host())
        .setPort(config.port())
        .setMaxHeaderSize(config.maxHeaderBytes())
        .setMaxInitialLineLength(config.maxLineBytes())
        .setIdleTimeout((int) config.idleTimeout().toSeconds())
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        // One protocol less to attack; a proxy speaks HTTP/2 to browsers where that is wanted.
        .setHttp2ClearTextEnabled(false);
  }
}
