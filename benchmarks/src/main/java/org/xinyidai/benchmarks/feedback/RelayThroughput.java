package org.xinyidai.benchmarks.feedback;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.xinyidai.connectors.feedback.client.NodeAddress;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.LedgerLine;
import org.xinyidai.engine.feedback.NodeSettings;
import org.xinyidai.engine.feedback.Outward;
import org.xinyidai.engine.feedback.RelayMeter;
import org.xinyidai.engine.feedback.RelaySettings;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.platform.Platform;

/**
 * How many results a second the relay returns to a healthy reference node in another process, over
 * HTTP on the loopback address, with check, digest, encryption and signatures on both sides and
 * every batch and answer durable; beside it the same bytes posted to a server that does nothing.
 */
public final class RelayThroughput {
  private static final int IN_FLIGHT = 3;
  private static final int USUAL_RESULTS = 40_000;
  private static final int ROUNDS = 3;

  private final Path folder;
  private final int results;
  private final RelaySettings settings = RelaySettings.standard();

  private RelayThroughput(Path folder, int results) {
    this.folder = folder;
    this.results = results;
  }

  /**
   * Prints results a second and the share of each step.
   *
   * @param args an empty folder for the states, and how many results a round has
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int results = args.length > 1 ? Integer.parseInt(args[1]) : USUAL_RESULTS;
    new RelayThroughput(Path.of(args[0]), results).run();
  }

  private void run() throws IOException, InterruptedException {
    PartyKeys own = BareParts.keys("city", folder.resolve("own"));
    Path nodeFolder = folder.resolve("node");
    PartyKeys node = BareParts.keys("region", nodeFolder.resolve("keys"));
    Path card = Files.write(folder.resolve("own.card"), own.card().json());
    BareParts parts = new BareParts(settings.batchRecords(), own, node);
    System.out.printf(
        Locale.ROOT,
        "a batch of %,d results is %,d bytes%n",
        settings.batchRecords(),
        parts.posted().length);
    try (OtherProcess reference =
            OtherProcess.start(
                "org.xinyidai.engine.cli.Xyd",
                "reference-node",
                "--state",
                nodeFolder.toString(),
                "--code",
                node.code(),
                "--port",
                "0",
                "--sender",
                card.toString());
        OtherProcess sink = OtherProcess.start(BareSink.class.getName());
        Platform platform = Platform.open(folder.resolve("state"), Clock.systemUTC())) {
      URI base = URI.create("http://127.0.0.1:" + reference.port());
      NodeSettings to = new NodeSettings(Tier.REGIONAL, NodeAddress.of(base, null), node.card());
      Feedback feedback = Feedback.of(platform);
      for (int round = 0; round <= ROUNDS; round++) {
        FilledOutbox.put(platform.store(), round * results, results);
        relayed(feedback, own, to, reference, round == 0 ? "warm-up" : "round " + round);
        bare(sink, parts.posted());
      }
      LedgerLine line = feedback.ledger().total(Tier.REGIONAL);
      System.out.println("ledger: " + line);
      if (line.tally().accepted() != (ROUNDS + 1L) * results) {
        throw new IllegalStateException("not every result was accepted");
      }
    }
    System.out.println("parts by themselves, one thread:");
    parts.print();
  }

  private void relayed(
      Feedback feedback, PartyKeys own, NodeSettings to, OtherProcess node, String name)
      throws InterruptedException {
    Duration nodeCpu = node.cpu();
    long cpu = cpuNanos();
    long began = System.nanoTime();
    RelayMeter meter;
    try (Outward outward = Outward.begin(feedback, own, List.of(to), settings)) {
      CountDownLatch never = new CountDownLatch(1);
      while (!outward.relay().isIdle()) {
        never.await(5, TimeUnit.MILLISECONDS);
      }
      meter = outward.relay().meter(Tier.REGIONAL).orElseThrow();
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%s: %,.0f results/s; CPU a result: relay %.0f us, node %.0f us%n",
          name,
          results / seconds,
          (cpuNanos() - cpu) / 1e3 / results,
          node.cpu().minus(nodeCpu).toNanos() / 1e3 / results);
      share("read, check, batch commit", meter.nanos(RelayMeter.Work.PACK) / 1e9, seconds);
      share("serialise, digest, encrypt, sign", meter.nanos(RelayMeter.Work.SEAL) / 1e9, seconds);
      share("answer commit", meter.nanos(RelayMeter.Work.SETTLE) / 1e9, seconds);
      double busy = 0;
      for (RelayMeter.Work each : RelayMeter.Work.values()) {
        busy += meter.nanos(each) / 1e9;
      }
      share("waiting for HTTP and the node", seconds - busy, seconds);
    }
  }

  private static void share(String name, double seconds, double whole) {
    System.out.printf(Locale.ROOT, "    %-34s %5.1f%%%n", name, 100 * seconds / whole);
  }

  /** The same bytes as often and as many at a time, without anything done to them. */
  private void bare(OtherProcess sink, byte[] posted) {
    Vertx vertx = Vertx.vertx();
    WebClient client = WebClient.create(vertx);
    int batches = results / settings.batchRecords();
    long began = System.nanoTime();
    List<Future<Integer>> chains = new ArrayList<>();
    for (int i = 0; i < IN_FLIGHT; i++) {
      chains.add(post(client, sink.port(), posted, batches / IN_FLIGHT));
    }
    Future.all(chains).toCompletionStage().toCompletableFuture().join();
    double seconds = (System.nanoTime() - began) / 1e9;
    int sent = batches / IN_FLIGHT * IN_FLIGHT * settings.batchRecords();
    System.out.printf(
        Locale.ROOT,
        "    limit: the same bytes posted and dropped: %,.0f results/s%n",
        sent / seconds);
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static Future<Integer> post(WebClient client, int port, byte[] bytes, int left) {
    if (left == 0) {
      return Future.succeededFuture(0);
    }
    return client
        .post(port, "127.0.0.1", "/")
        .sendBuffer(Buffer.buffer(bytes))
        .compose(answer -> post(client, port, bytes, left - 1));
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
