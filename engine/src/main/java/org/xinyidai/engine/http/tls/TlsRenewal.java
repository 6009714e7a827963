package org.xinyidai.engine.http.tls;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes new keys and certificates up while the server runs (证书更新): looks once a minute whether a
 * file was written anew. Connections that are open keep what they agreed on. Files that do not fit
 * each other are left alone until they do.
 */
public final class TlsRenewal {
  private static final Logger LOG = LoggerFactory.getLogger(TlsRenewal.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final TlsFiles files;
  private final HttpServer server;
  private final InstantSource clock;
  private volatile List<FileTime> taken;

  private TlsRenewal(Vertx vertx, TlsFiles files, HttpServer server, InstantSource clock) {
    this.vertx = vertx;
    this.files = files;
    this.server = server;
    this.clock = clock;
    this.taken = written(files);
  }

  /**
   * Begins to look.
   *
   * @param workers runs what blocks
   * @return to be run when the server stops
   */
  public static Runnable begin(
      Vertx vertx,
      TlsFiles files,
      HttpServer server,
      InstantSource clock,
      Function<Callable<Boolean>, Future<Boolean>> workers) {
    TlsRenewal renewal = of(vertx, files, server, clock);
    long timer = vertx.setPeriodic(EVERY.toMillis(), id -> renewal.look(workers));
    return () -> vertx.cancelTimer(timer);
  }

  static TlsRenewal of(Vertx vertx, TlsFiles files, HttpServer server, InstantSource clock) {
    return new TlsRenewal(vertx, files, server, clock);
  }

  /** True when new files were taken up. */
  Future<Boolean> look(Function<Callable<Boolean>, Future<Boolean>> workers) {
    List<FileTime> now = new ArrayList<>();
    return workers
        .apply(
            () -> {
              now.addAll(written(files));
              if (now.equals(taken)) {
                return false;
              }
              TlsCheck.check(files, vertx, clock.instant());
              return true;
            })
        .compose(
            anew ->
                anew
                    ? server.updateSSLOptions(TlsOptions.of(files), true)
                    : Future.succeededFuture(false))
        .onSuccess(
            changed -> {
              if (changed) {
                taken = List.copyOf(now);
                LOG.info("new TLS key and certificate are in use");
              }
            })
        .onFailure(cause -> LOG.error("the TLS files changed but cannot be used", cause));
  }

  private static List<FileTime> written(TlsFiles files) {
    return files.all().stream().map(TlsRenewal::written).toList();
  }

  /** A file that is gone for a moment, while it is replaced, was written at no time. */
  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
