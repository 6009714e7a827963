package org.xinyidai.engine.referencenode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feedback.BatchAnswer;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.connectors.feedback.RecordAnswer.Verdict;
import org.xinyidai.connectors.feedback.ResultLine;
import org.xinyidai.connectors.feedback.client.NodeAddress;
import org.xinyidai.connectors.feedback.client.NodeClient;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;

/** Kills the real process of the node: whatever it answered accepted is there, byte by byte. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceNodeCrashTest {
  private static final long SEED = 20_261_101;
  private static final int KILLS = 3;
  private static final int BATCH = 50;
  private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  @TempDir private Path folder;
  private final Set<String> accepted = new TreeSet<>();
  private long sequence;

  @Test
  void killed_at_any_moment_the_node_holds_all_that_it_answered_accepted() throws Exception {
    System.out.println("reference node crash test seed " + SEED);
    Random random = new Random(SEED);
    SecureRandom secure = new SecureRandom();
    PartyKeys platform = PartyKeys.ofFolder(Sent.SENDER, folder.resolve("platform"), secure);
    PartyKeys keys = NodeConfig.keys("national", folder.resolve("node"));
    Files.write(folder.resolve("platform.json"), platform.card().json());
    BatchSealer sealer = new BatchSealer(platform, keys.card(), secure);
    Vertx vertx = Vertx.vertx();
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        sendUntilKilled(vertx, sealer, keys, 2 + random.nextInt(8));
        assertHeld();
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
    assertTrue(accepted.size() >= KILLS * 2 * BATCH, accepted.size() + " were accepted");
  }

  /** Kills the node while the last batch is under way. */
  private void sendUntilKilled(Vertx vertx, BatchSealer sealer, PartyKeys keys, int batches)
      throws IOException, InterruptedException {
    Process node = start();
    try (BufferedReader output = node.inputReader(StandardCharsets.UTF_8);
        NodeClient client =
            new NodeClient(
                vertx,
                NodeAddress.of(URI.create(address(output)), null),
                Sent.SENDER,
                keys.card(),
                new SecureRandom())) {
      for (int i = 0; i < batches; i++) {
        note(RunningNode.await(client.send(next(sealer))));
      }
      var last = client.send(next(sealer));
      node.toHandle().destroyForcibly();
      note(RunningNode.await(last));
    } catch (NodeFailure killed) {
      assertTrue(killed.category() != NodeFailure.Category.REFUSED, killed.getMessage());
    } finally {
      node.destroyForcibly().waitFor();
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.xinyidai.engine.cli.Xyd",
            "reference-node",
            "--port",
            "0",
            "--state",
            folder.resolve("node").toString(),
            "--sender",
            folder.resolve("platform.json").toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String address(BufferedReader output) throws IOException {
    String line = output.readLine();
    assertTrue(line != null && line.contains("参考节点，非国家平台"), "the node said: " + line);
    Matcher matcher = PORT.matcher(line);
    assertTrue(matcher.find(), line);
    return "http://127.0.0.1:" + matcher.group(1);
  }

  private SealedBatch next(BatchSealer sealer) {
    sequence++;
    return Sent.batch(sealer, sequence, Sent.ids("k" + sequence, BATCH));
  }

  private void note(BatchAnswer answer) {
    answer.records().stream()
        .filter(one -> one.verdict() == Verdict.ACCEPTED)
        .map(RecordAnswer::id)
        .forEach(accepted::add);
  }

  private void assertHeld() throws IOException {
    try (NodeStore store = NodeStore.open(folder.resolve("node").resolve("results"))) {
      for (String id : accepted) {
        byte[] line = ResultLine.write(Sent.granted(id, 100_000_00L));
        assertArrayEquals(line, store.line(Sent.SENDER, id), id);
      }
    }
  }
}
