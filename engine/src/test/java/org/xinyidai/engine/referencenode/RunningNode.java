package org.xinyidai.engine.referencenode;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.BatchAnswer;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.client.NodeAddress;
import org.xinyidai.connectors.feedback.client.NodeClient;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;
import org.xinyidai.engine.http.Address;
import org.xinyidai.engine.http.tls.Transport;

/** A reference node over HTTP with a platform's keys and the connector before it, for tests. */
final class RunningNode implements AutoCloseable {
  final PartyKeys platform;
  final PartyKeys keys;
  final BatchSealer sealer;
  final ReferenceNode node;
  private final Vertx vertx = Vertx.vertx();
  private final SecureRandom random = new SecureRandom();
  private final NodeClient client;

  RunningNode(Path folder, FailurePlan plan) {
    this(folder, plan, new Transport.Plain(), null);
  }

  RunningNode(Path folder, FailurePlan plan, Transport transport, NodeAddress.@Nullable Tls tls) {
    try {
      platform = PartyKeys.ofFolder(Sent.SENDER, folder.resolve("platform"), random);
      keys = NodeConfig.keys("national", folder.resolve("node"));
      Address address = new Address(Address.LOOPBACK, 0, transport);
      node =
          ReferenceNode.start(
              new NodeConfig(folder.resolve("node"), keys, address, List.of(platform.card()), plan),
              InstantSource.system());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sealer = new BatchSealer(platform, keys.card(), random);
    client = client(tls, Duration.ofSeconds(20));
  }

  static FailurePlan always(FailureMode mode) {
    return new FailurePlan(7, 200, Map.of(mode, 1.0));
  }

  NodeClient client() {
    return client;
  }

  NodeClient client(NodeAddress.@Nullable Tls tls, Duration within) {
    URI base = URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + node.port());
    return new NodeClient(
        vertx, NodeAddress.of(base, tls).answeringWithin(within), Sent.SENDER, keys.card(), random);
  }

  BatchAnswer send(SealedBatch batch) throws NodeFailure {
    return await(client.send(batch));
  }

  /** The failure of a call that must fail. */
  static NodeFailure failure(Future<?> call) {
    try {
      await(call);
    } catch (NodeFailure failure) {
      return failure;
    }
    throw new AssertionError("the call did not fail");
  }

  static <T> T await(Future<T> call) throws NodeFailure {
    try {
      return call.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NodeFailure failure) {
        throw failure;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    client.close();
    node.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
