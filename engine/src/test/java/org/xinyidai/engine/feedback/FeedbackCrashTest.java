package org.xinyidai.engine.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feedback.Checked;
import org.xinyidai.connectors.feedback.client.NodeAddress;
import org.xinyidai.connectors.feedback.client.NodeClient;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.http.Address;
import org.xinyidai.engine.http.tls.Transport;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.referencenode.FailureMode;
import org.xinyidai.engine.referencenode.FailurePlan;
import org.xinyidai.engine.referencenode.NodeConfig;
import org.xinyidai.engine.referencenode.ReferenceNode;
import org.xinyidai.engine.store.KeyPlace;

/**
 * Kills the engine three times while a node fails in every way at random: in the end both sides
 * hold the same, record by record. As many results as the property {@code feedback.results} says,
 * drawn by the seed of {@code feedback.seed}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedbackCrashTest {
  private static final int RESULTS = Integer.getInteger("feedback.results", 3_000);
  private static final long SEED = Long.getLong("feedback.seed", 20_260_710L);
  private static final int KILLS = 3;

  /** Of the attempts, for each way to fail: a third fail. */
  private static final double SHARE = 0.03;

  /** Longer than the engine waits for an answer. */
  private static final int DELAY_MS = 300;

  /** Results that ten applications of a mill come to. */
  private static final int OF_TEN = 35;

  /** Batches that are enough for every way to fail to come up several times. */
  private static final int BATCHES = 120;

  @TempDir private Path folder;
  private PartyKeys own;
  private PartyKeys nodes;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void killed_three_times_before_a_node_that_fails_in_every_way_both_sides_end_equal()
      throws Exception {
    System.out.printf("feedback crash test: %d results, seed %d%n", RESULTS, SEED);
    SecureRandom random = new SecureRandom();
    own = PartyKeys.ofFolder("city", folder.resolve("own"), random);
    nodes = NodeConfig.keys("region", folder.resolve("node"));
    Files.write(folder.resolve("node.card"), nodes.card().json());
    Map<FailureMode, Double> shares = new EnumMap<>(FailureMode.class);
    for (FailureMode mode : FailureMode.values()) {
      shares.put(mode, SHARE);
    }
    Address anywhere = new Address(Address.LOOPBACK, 0, new Transport.Plain());
    NodeConfig config =
        new NodeConfig(
            folder.resolve("node"),
            nodes,
            anywhere,
            List.of(own.card()),
            new FailurePlan(SEED, DELAY_MS, shares));
    long began = System.nanoTime();
    try (ReferenceNode node = ReferenceNode.start(config, InstantSource.system())) {
      Random chance = new Random(SEED);
      for (int kill = 1; kill <= KILLS; kill++) {
        long sent = (long) RESULTS * kill / (KILLS + 2) + chance.nextInt(RESULTS / 20);
        assertTrue(run(node.port(), sent), "no kill hit a relay at work: the test proves nothing");
      }
      assertFalse(run(node.port(), Long.MAX_VALUE));
      System.out.printf(
          "relayed in %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
      assertEqualSides(node.port());
    }
  }

  private void assertEqualSides(int port) throws Exception {
    Vertx vertx = Vertx.vertx();
    NodeAddress address = NodeAddress.of(URI.create("http://127.0.0.1:" + port), null);
    SecureRandom random = new SecureRandom();
    try (Platform platform = Platform.open(folder.resolve("state"), InstantSource.system());
        NodeClient client = new NodeClient(vertx, address, "city", nodes.card(), random)) {
      assertEquals(Optional.empty(), new AuditTrail(platform.store()).verify(List.of()).broken());
      Feedback feedback = Feedback.of(platform);
      NodeLink link =
          new NodeLink(Tier.REGIONAL, client, new BatchSealer(own, nodes.card(), random));
      Map<LocalDate, Map<String, String>> expected = expected(feedback);
      long conforming = 0;
      for (Map.Entry<LocalDate, Map<String, String>> day : expected.entrySet()) {
        assertEquals(day.getValue(), Reconciler.list(link, day.getKey()), "both sides are equal");
        Reconciliation compared = feedback.reconciler().compare(link, day.getKey());
        assertEquals(day.getValue().size(), compared.equal());
        assertEquals(0, compared.differences() + compared.resent());
        conforming += day.getValue().size();
      }
      assertLedger(feedback, conforming);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  /** What the node must hold, by day and id; what does not conform must be set aside. */
  private static Map<LocalDate, Map<String, String>> expected(Feedback feedback) {
    Map<LocalDate, Map<String, String>> expected = new TreeMap<>();
    String place = "";
    List<Held> page = feedback.outbox().page(place, 1_000);
    while (!page.isEmpty()) {
      for (Held held : page) {
        RecordState state =
            feedback.records().find(held.entry().id()).orElseThrow().at(Tier.REGIONAL);
        if (ResultLines.check(held) instanceof Checked.Failing) {
          assertEquals(Standing.SET_ASIDE, state.standing(), held.entry().id());
        } else {
          assertEquals(Standing.ACCEPTED, state.standing(), held.entry().id());
          expected
              .computeIfAbsent(held.day(), day -> new TreeMap<>())
              .put(held.entry().id(), Sm3.of(ResultLines.of(held)));
        }
      }
      place = page.get(page.size() - 1).place();
      page = feedback.outbox().page(place, 1_000);
    }
    return expected;
  }

  private static void assertLedger(Feedback feedback, long conforming) {
    Outbox outbox = feedback.outbox();
    LedgerLine line = feedback.ledger().total(Tier.REGIONAL);
    System.out.println("ledger " + line);
    assertTrue(outbox.arisen() >= RESULTS, "enough arose: " + outbox.arisen());
    assertTrue(line.tally().setAside() > 0);
    assertEquals(conforming, line.tally().accepted());
    assertEquals(conforming, line.tally().sent());
    assertEquals(outbox.arisen(), conforming + line.tally().setAside());
    assertEquals(0, line.waiting());
  }

  private static long sentBy(String line) {
    String count = line.substring("sent ".length());
    return Long.parseLong(count.substring(0, count.indexOf(' ')));
  }

  /** Runs the engine and kills it once it has sent so many; whether it was still at work. */
  private boolean run(int port, long sent) throws IOException, InterruptedException {
    int batch = Math.max(1, Math.min(200, RESULTS / BATCHES));
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xmx512m",
                "-D" + KeyPlace.PROPERTY + "=" + System.getProperty(KeyPlace.PROPERTY),
                "-cp",
                System.getProperty("java.class.path"),
                FeedbackCrashChild.class.getName(),
                folder.resolve("state").toString(),
                "http://127.0.0.1:" + port,
                folder.resolve("own").toString(),
                folder.resolve("node.card").toString(),
                String.valueOf((RESULTS + OF_TEN) * 10 / OF_TEN),
                String.valueOf(SEED),
                String.valueOf(batch))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    boolean killed = false;
    boolean done = false;
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        done |= line.equals("done");
        if (!killed && line.startsWith("sent ") && sentBy(line) >= sent) {
          child.toHandle().destroyForcibly();
          killed = true;
        }
      }
    }
    int exit = child.waitFor();
    assertTrue(killed || (done && exit == 0), "the engine ended by itself: " + exit);
    return !done;
  }
}
