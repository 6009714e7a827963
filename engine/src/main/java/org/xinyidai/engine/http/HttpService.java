package org.xinyidai.engine.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.CompletionException;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.telemetry.Tracing;

/**
 * The API with its own event loops (HTTP 服务), for a caller that blocks: it listens when {@link
 * #start} returns and is gone when {@link #close} does. The platform behind it stays open.
 */
public final class HttpService implements AutoCloseable {
  private final Vertx vertx;
  private final ApiServer server;

  private HttpService(Vertx vertx, ApiServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @throws CannotListen when the address is taken or not of this machine
   */
  public static HttpService start(HttpServerConfig config, Backend backend) {
    return start(config, backend, Tracing.off());
  }

  /** The same, with its requests traced. */
  public static HttpService start(HttpServerConfig config, Backend backend, Tracing tracing) {
    // Pages are held in memory, so the copies of files that Vert.x would keep are not wanted.
    FileSystemOptions noCopies =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(noCopies));
    try {
      return new HttpService(vertx, await(ApiServer.start(vertx, config, backend, tracing)));
    } catch (RuntimeException e) {
      await(vertx.close());
      throw e;
    }
  }

  /** The port it listens on, also where any free one was asked for. */
  public int port() {
    return server.port();
  }

  /** Says from now on that it is about to stop, so that a balancer sends its callers elsewhere. */
  public void announceEnd() {
    server.announceEnd();
  }

  /** Takes no more, lets requests under way finish, and gives its threads back. */
  @Override
  public void close() {
    // One after the other: a future that ends on an event loop cannot tell of the loop's own end.
    await(server.close());
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
