package org.xinyidai.engine.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.xinyidai.engine.http.api.Api;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.api.ScreeningApi;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Telemetry;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.docs.Pages;
import org.xinyidai.engine.http.tls.TlsCheck;
import org.xinyidai.engine.http.tls.TlsOptions;
import org.xinyidai.engine.http.tls.TlsRenewal;
import org.xinyidai.engine.http.tls.Transport;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.StoreGauge;
import org.xinyidai.engine.task.TaskStatus.State;
import org.xinyidai.engine.telemetry.Tracing;

/** The running server (服务). Everything that it needs is loaded before it listens. */
public final class ApiServer {
  private static final String WORKER_NAME = "xinyidai-worker";
  private static final Duration FIRST_INDEX_POLL = Duration.ofMillis(20);

  /** Half a minute, in which some hundred thousand enterprises are read. */
  private static final int FIRST_INDEX_POLLS = 1_500;

  private final HttpServerConfig config;
  private final HttpServer server;
  private final Workers workers;
  private final Telemetry telemetry;
  private final Housekeeping housekeeping;
  private final Runnable endOfRenewal;

  private ApiServer(
      HttpServerConfig config,
      HttpServer server,
      Workers workers,
      Telemetry telemetry,
      Housekeeping housekeeping,
      Runnable endOfRenewal) {
    this.config = config;
    this.server = server;
    this.workers = workers;
    this.telemetry = telemetry;
    this.housekeeping = housekeeping;
    this.endOfRenewal = endOfRenewal;
  }

  /**
   * Starts to listen.
   *
   * @return fails with a {@link CannotListen} when the address is taken or not of this machine
   * @throws org.xinyidai.engine.http.tls.UnusableTls when a key or certificate cannot be used
   */
  public static Future<ApiServer> start(
      Vertx vertx, HttpServerConfig config, Backend backend, Tracing tracing) {
    return start(
        vertx,
        config,
        backend,
        tracing,
        (workers, telemetry) -> Api.endpoints(backend, config.bodies(), workers, telemetry));
  }

  static Future<ApiServer> start(
      Vertx vertx,
      HttpServerConfig config,
      Backend backend,
      BiFunction<Workers, Telemetry, List<Endpoint>> api) {
    return start(vertx, config, backend, Tracing.off(), api);
  }

  static Future<ApiServer> start(
      Vertx vertx,
      HttpServerConfig config,
      Backend backend,
      Tracing tracing,
      BiFunction<Workers, Telemetry, List<Endpoint>> api) {
    Address address = config.address();
    checkTls(vertx, address.transport(), backend);
    Telemetry telemetry = new Telemetry();
    Workers workers =
        new Workers(vertx, WORKER_NAME, config.bounds().workerThreads(), config.bounds().work());
    IngestPermits permits = new IngestPermits(config.bounds().concurrentIngests());
    watch(telemetry, backend.platform(), workers, permits);
    MarketGauges.show(telemetry, backend.office().pulse());
    FeedbackFigures.watch(telemetry, backend.feedback());

    List<Endpoint> endpoints = api.apply(workers, telemetry);
    Requests requests = new Requests(new SecureRandom());
    SecurityHeaders headers = new SecurityHeaders(address.transport());
    ErrorAnswers errors =
        new ErrorAnswers(new AllowedMethods(endpoints), headers, config.patience().lingering());
    Handler<HttpServerRequest> router =
        new Routes(vertx, backend, workers, permits, config)
            .before(
                headers,
                requests,
                new RequestSpan(tracing.tracer()),
                new RequestLog(telemetry, System::nanoTime),
                errors)
            .naming(backend.installation())
            .endpoints(endpoints)
            .pages(Pages.of(backend.installation()))
            .router();
    HttpServer server =
        vertx
            .createHttpServer(options(config))
            .requestHandler(router)
            .invalidRequestHandler(new InvalidRequests(errors, requests));
    ScreeningApi.refreshSoon(backend);
    return firstIndex(vertx, backend, FIRST_INDEX_POLLS)
        .compose(waited -> server.listen())
        .map(
            listening ->
                new ApiServer(
                    config,
                    listening,
                    workers,
                    telemetry,
                    new Housekeeping(vertx, workers, backend),
                    renewal(vertx, address.transport(), listening, backend, workers)))
        .recover(
            cause ->
                workers
                    .close()
                    .transform(
                        closed ->
                            Future.failedFuture(
                                new CannotListen(address.host(), address.port(), cause))));
  }

  /** So that no loan officer sees a restart; where it takes longer they are told to come again. */
  private static Future<Void> firstIndex(Vertx vertx, Backend backend, int polls) {
    return polls == 0 || !ScreeningApi.isBeingBuilt(backend)
        ? Future.succeededFuture()
        : vertx
            .timer(FIRST_INDEX_POLL.toMillis(), TimeUnit.MILLISECONDS)
            .compose(fired -> firstIndex(vertx, backend, polls - 1));
  }

  /** The port it listens on, also where any free one was asked for. */
  public int port() {
    return server.actualPort();
  }

  /** Says from now on that it is about to stop, and goes on answering. */
  public void announceEnd() {
    telemetry.drain();
  }

  /** Takes no more, lets requests under way finish, then gives its threads back. */
  public Future<Void> close() {
    announceEnd();
    housekeeping.stop();
    endOfRenewal.run();
    return server
        .shutdown(config.patience().draining().toMillis(), TimeUnit.MILLISECONDS)
        .eventually(workers::close)
        .onComplete(done -> telemetry.close());
  }

  private static void watch(
      Telemetry telemetry, Platform platform, Workers workers, IngestPermits permits) {
    for (StoreGauge gauge : StoreGauge.values()) {
      telemetry.gauge(
          "xinyidai.store." + gauge.id(), gauge.title(), () -> platform.store().gauge(gauge));
    }
    telemetry.gauge(
        "xinyidai.tasks.waiting", "Tasks that wait", () -> platform.tasks().count(State.WAITING));
    telemetry.gauge(
        "xinyidai.tasks.running", "Tasks that run", () -> platform.tasks().count(State.RUNNING));
    telemetry.gauge(
        "xinyidai.http.work", "Pieces of work that run or wait for a thread", workers::underWay);
    telemetry.gauge("xinyidai.http.ingests", "Bodies of records in memory", permits::taken);
  }

  private static void checkTls(Vertx vertx, Transport transport, Backend backend) {
    if (transport instanceof Transport.Tls tls) {
      TlsOptions.refuseRenegotiation();
      TlsCheck.check(tls.files(), vertx, backend.platform().clock().instant());
    }
  }

  private static Runnable renewal(
      Vertx vertx, Transport transport, HttpServer server, Backend backend, Workers workers) {
    return transport instanceof Transport.Tls tls
        ? TlsRenewal.begin(vertx, tls.files(), server, backend.platform().clock(), workers::run)
        : () -> {};
  }

  private static HttpServerOptions options(HttpServerConfig config) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(config.address().host())
            .setPort(config.address().port())
            .setMaxHeaderSize(config.bounds().headerBytes())
            .setMaxInitialLineLength(config.bounds().lineBytes())
            .setIdleTimeout((int) config.patience().idle().toSeconds())
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            // The length of a compressed answer tells of secrets in it (BREACH).
            .setCompressionSupported(false)
            // One protocol less to attack; a proxy speaks HTTP/2 to browsers where that is wanted.
            .setHttp2ClearTextEnabled(false);
    if (config.address().transport() instanceof Transport.Tls tls) {
      TlsOptions.put(tls.files(), options);
    }
    return options;
  }
}
