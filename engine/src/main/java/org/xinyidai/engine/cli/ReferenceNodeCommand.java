package org.xinyidai.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.envelope.PartyCard;
import org.xinyidai.engine.http.Address;
import org.xinyidai.engine.http.tls.TlsOptions;
import org.xinyidai.engine.http.tls.Transport;
import org.xinyidai.engine.referencenode.FailureMode;
import org.xinyidai.engine.referencenode.FailurePlan;
import org.xinyidai.engine.referencenode.NodeConfig;
import org.xinyidai.engine.referencenode.ReferenceNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a node to try against, which is not the national platform, until it is told to end. */
@Command(
    name = "reference-node",
    mixinStandardHelpOptions = true,
    description =
        "参考节点，非国家平台 A node to try the return of results against; it fails when told to."
            + " With --tls-clients every caller must have a certificate.")
final class ReferenceNodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private NodeStateOption state = new NodeStateOption();

  @Mixin private TransportOptions transport = new TransportOptions();

  @Option(
      names = "--sender",
      paramLabel = "FILE",
      description =
          "card of the public keys of a platform whose batches are taken; may be repeated")
  private List<Path> senders = new ArrayList<>();

  @Option(
      names = "--fail",
      paramLabel = "MODE=SHARE",
      description =
          "fail this share of the batches, such as drop-after=0.05: delay, drop-before, drop-after,"
              + " error-before, error-after, half-answered, half-kept, duplicate, stale,"
              + " wrong-signature, restart")
  private Map<String, Double> failures = Map.of();

  @Option(names = "--seed", defaultValue = "1", description = "draws which batches fail")
  private long seed = 1;

  @Option(
      names = "--delay-ms",
      paramLabel = "MS",
      defaultValue = "2000",
      description = "how late a delayed answer comes (default: ${DEFAULT-VALUE})")
  private int delayMs = 2_000;

  @Override
  public Integer call() throws IOException {
    Address address = transport.address();
    if (address.transport() instanceof Transport.BehindProxy) {
      throw new Failure("the reference node speaks TLS itself: leave --tls-proxy out");
    }
    TlsOptions.refuseRenegotiation();
    NodeConfig config = new NodeConfig(state.folder, state.keys(), address, cards(), plan());
    serve(config);
    return 0;
  }

  @Command(
      name = "keys",
      mixinStandardHelpOptions = true,
      description =
          "Make the keys of a party where they are absent, and show the card of the public.")
  void keys(
      @Mixin NodeStateOption folder,
      @Option(names = "--card", paramLabel = "FILE", description = "write the card there as well")
          @Nullable Path file)
      throws IOException {
    byte[] card = folder.keys().card().json();
    if (file != null) {
      Files.write(file, card);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(new String(card, UTF_8));
    out.flush();
  }

  private void serve(NodeConfig config) {
    ProcessEnd end = new ProcessEnd();
    try (ReferenceNode node = start(config)) {
      end.watch("xyd-node-end");
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "%s %s: %s://%s:%d/  (code: %s, senders: %d, state: %s; Ctrl-C ends it)%n",
          ReferenceNode.NOTICE_ZH,
          ReferenceNode.NOTICE_EN,
          config.address().transport().scheme(),
          config.address().host(),
          node.port(),
          config.keys().code(),
          config.senders().size(),
          config.state());
      out.flush();
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.done();
    }
  }

  private static ReferenceNode start(NodeConfig config) {
    try {
      return ReferenceNode.start(config, Clock.systemUTC());
    } catch (IOException e) {
      throw new Failure(String.valueOf(e.getMessage()), e);
    }
  }

  private List<PartyCard> cards() {
    List<PartyCard> cards = new ArrayList<>();
    for (Path file : senders) {
      try {
        cards.add(PartyCard.ofFile(file));
      } catch (IOException e) {
        throw new Failure("--sender: " + e.getMessage(), e);
      }
    }
    return cards;
  }

  private FailurePlan plan() {
    try {
      Map<FailureMode, Double> shares = new EnumMap<>(FailureMode.class);
      failures.forEach((mode, share) -> shares.put(FailureMode.named(mode), share));
      return new FailurePlan(seed, delayMs, shares);
    } catch (IllegalArgumentException e) {
      throw new Failure("--fail: " + e.getMessage(), e);
    }
  }
}
