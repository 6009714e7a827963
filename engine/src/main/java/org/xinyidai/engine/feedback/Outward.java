package org.xinyidai.engine.feedback;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xinyidai.connectors.feedback.client.NodeClient;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;

/**
 * A running relay with its connections (对外回传): everything that speaks outward, in one place to be
 * closed. It is closed before the platform is.
 */
public final class Outward implements AutoCloseable {
  private static final long LOOK_EVERY_MS = 100;

  private final Vertx vertx;
  private final Relay relay;

  private Outward(Vertx vertx, Relay relay) {
    this.vertx = vertx;
    this.relay = relay;
  }

  /**
   * Begins to return results.
   *
   * @param own keys of this platform
   * @param nodes one for each tier that is returned to
   */
  public static Outward begin(
      Feedback feedback, PartyKeys own, List<NodeSettings> nodes, RelaySettings settings) {
    SecureRandom random = new SecureRandom();
    FileSystemOptions noCopies =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(noCopies));
    List<NodeLink> links = new ArrayList<>();
    for (NodeSettings node : nodes) {
      links.add(
          new NodeLink(
              node.tier(),
              new NodeClient(vertx, node.address(), own.code(), node.card(), random),
              new BatchSealer(own, node.card(), random)));
    }
    Relay.Ports ports = new Relay.Ports(random, System::nanoTime);
    return new Outward(vertx, Relay.start(feedback, links, settings, ports));
  }

  public Relay relay() {
    return relay;
  }

  /**
   * Waits until nothing is left to return.
   *
   * @return false where something still waits when the time is over
   */
  public boolean awaitIdle(Duration within) throws InterruptedException {
    long looks = within.toMillis() / LOOK_EVERY_MS;
    for (long i = 0; i < looks && !relay.isIdle(); i++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
    return relay.isIdle();
  }

  /** Waits a while for the answers that are awaited, then ends. */
  @Override
  public void close() {
    relay.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
