package org.xinyidai.engine.referencenode;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import org.xinyidai.connectors.feedback.envelope.BatchLimits;
import org.xinyidai.engine.http.Address;
import org.xinyidai.engine.http.tls.TlsOptions;
import org.xinyidai.engine.http.tls.Transport;

/**
 * The reference node with its own event loops (参考节点，非国家平台): it listens when {@link #start} returns
 * and is gone when {@link #close} does.
 */
public final class ReferenceNode implements AutoCloseable {
  /** What it says of itself wherever it speaks; the header of answers takes the English. */
  public static final String NOTICE_ZH = "参考节点，非国家平台";

  public static final String NOTICE_EN = "reference node, not the national platform";

  /** A request for failures is a short list. */
  private static final long ADMIN_BYTES = 16 * 1024;

  private final Vertx vertx;
  private final NodeDesk desk;
  private final HttpServer server;

  private ReferenceNode(Vertx vertx, NodeDesk desk, HttpServer server) {
    this.vertx = vertx;
    this.desk = desk;
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @throws IOException when its folder cannot be opened or its address cannot be listened on
   */
  public static ReferenceNode start(NodeConfig config, InstantSource clock) throws IOException {
    NodeDesk desk = new NodeDesk(config.results(), config.keys(), config.sendersByCode());
    Vertx vertx = Vertx.vertx();
    try {
      HttpServer server =
          vertx
              .createHttpServer(options(config.address()))
              .requestHandler(router(vertx, config, desk, clock));
      await(server.listen());
      return new ReferenceNode(vertx, desk, server);
    } catch (CompletionException e) {
      desk.close();
      await(vertx.close());
      Address address = config.address();
      throw new IOException(
          "cannot listen on " + address.host() + ":" + address.port() + ": " + e.getCause(), e);
    }
  }

  private static HttpServerOptions options(Address address) {
    HttpServerOptions options =
        new HttpServerOptions().setHost(address.host()).setPort(address.port());
    if (address.transport() instanceof Transport.Tls tls) {
      TlsOptions.put(tls.files(), options);
      if (tls.files().clientAuthorities().isPresent()) {
        options.setClientAuth(ClientAuth.REQUIRED);
      }
    }
    return options;
  }

  private static Router router(Vertx vertx, NodeConfig config, NodeDesk desk, InstantSource clock) {
    Router router = Router.router(vertx);
    NodeAnswers answers = new NodeAnswers(config.keys(), clock);
    BatchHandler batches = new BatchHandler(vertx, desk, answers, config.plan());
    ListHandler lists = new ListHandler(vertx, desk, answers, config.keys().card());
    AdminHandler admin = new AdminHandler(batches);
    router
        .post("/v1/batches/:number")
        .handler(BodyHandler.create(false).setBodyLimit(BatchLimits.MAX_ENVELOPE_BYTES))
        .handler(batches::take);
    router.get("/v1/received").handler(lists::list);
    router.get("/about").handler(lists::about);
    router.route("/admin/*").handler(admin::onlyFromHere);
    router.get("/admin/failures").handler(admin::show);
    router
        .post("/admin/failures")
        .consumes("application/json")
        .handler(BodyHandler.create(false).setBodyLimit(ADMIN_BYTES))
        .handler(admin::plan);
    router.post("/admin/restart").consumes("application/json").handler(admin::restart);
    return router;
  }

  /** The port it listens on, also where any free one was asked for. */
  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    await(server.close());
    desk.close();
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
