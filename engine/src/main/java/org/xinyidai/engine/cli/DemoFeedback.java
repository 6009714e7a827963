package org.xinyidai.engine.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.xinyidai.connectors.feedback.client.NodeAddress;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.engine.demo.Show;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.NodeSettings;
import org.xinyidai.engine.feedback.Outward;
import org.xinyidai.engine.feedback.RelaySettings;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.http.Address;
import org.xinyidai.engine.http.tls.Transport;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.referencenode.FailurePlan;
import org.xinyidai.engine.referencenode.NodeConfig;
import org.xinyidai.engine.referencenode.ReferenceNode;

/** The demonstration's results go to a reference node on this machine (演示回传). */
final class DemoFeedback {
  private static final String NODE = "reference-node";

  /** Some hundred results take a second or two. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Path folder;
  private final Platform platform;
  private final Show show;

  /**
   * @param folder that of the platform's state; node and keys lie beside it
   */
  DemoFeedback(Path folder, Platform platform, Show show) {
    this.folder = folder;
    this.platform = platform;
    this.show = show;
  }

  /** Returns what waits and says the line of the ledger. */
  void run() throws IOException {
    PartyKeys own = PartyKeys.ofFolder("demo", folder.resolve("node-keys"), new SecureRandom());
    Path state = folder.resolve(NODE);
    PartyKeys keys = NodeConfig.keys("reference", state);
    Address here = new Address(Address.LOOPBACK, 0, new Transport.Plain());
    NodeConfig config = new NodeConfig(state, keys, here, List.of(own.card()), FailurePlan.none());
    Feedback feedback = Feedback.of(platform);
    try (ReferenceNode node = ReferenceNode.start(config, platform.clock())) {
      URI base = URI.create("http://" + Address.LOOPBACK + ":" + node.port());
      NodeSettings to = new NodeSettings(Tier.REGIONAL, NodeAddress.of(base, null), keys.card());
      try (Outward outward = Outward.begin(feedback, own, List.of(to), RelaySettings.standard())) {
        outward.awaitIdle(LONGEST_WAIT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    show.say(
        "feedback 回传（%s %s）: %s"
            .formatted(
                ReferenceNode.NOTICE_ZH,
                ReferenceNode.NOTICE_EN,
                FeedbackText.line(feedback.ledger().total(Tier.REGIONAL))));
  }
}
