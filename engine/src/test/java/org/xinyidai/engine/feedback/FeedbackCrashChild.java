package org.xinyidai.engine.feedback;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.xinyidai.connectors.feedback.client.NodeAddress;
import org.xinyidai.connectors.feedback.envelope.PartyCard;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.StoreException;

/** The engine that {@link FeedbackCrashTest} kills: takes applications their ways and relays. */
final class FeedbackCrashChild {
  /** Applications that go their ways at a time. */
  private static final int PART = 256;

  private static final int TELL_MS = 20;

  /** Longer than a delayed answer of the node, so that some are waited for in vain. */
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private FeedbackCrashChild() {}

  /**
   * Arguments: state, node, folder of the platform's keys, card of the node, applications, seed,
   * records of a batch.
   */
  public static void main(String[] args) throws Exception {
    Path state = Path.of(args[0]);
    NodeAddress address = NodeAddress.of(URI.create(args[1]), null).answeringWithin(PATIENCE);
    PartyKeys own = PartyKeys.ofFolder("city", Path.of(args[2]), new SecureRandom());
    NodeSettings node =
        new NodeSettings(Tier.REGIONAL, address, PartyCard.ofFile(Path.of(args[3])));
    int applications = Integer.parseInt(args[4]);
    RelaySettings settings =
        RelaySettings.standard().withBatchRecords(Integer.parseInt(args[6])).hasty();
    try (Platform platform = Platform.open(state, InstantSource.system())) {
      Feedback feedback = Feedback.of(platform);
      tellAllTheTime(feedback);
      try (Outward outward = Outward.begin(feedback, own, List.of(node), settings)) {
        LoanMill mill = new LoanMill(platform, Long.parseLong(args[5]));
        for (int from = 0; from < applications; from += PART) {
          mill.run(from, Math.min(applications, from + PART));
        }
        CountDownLatch never = new CountDownLatch(1);
        while (!outward.relay().isIdle() || feedback.ledger().waiting(Tier.REGIONAL) > 0) {
          never.await(100, TimeUnit.MILLISECONDS);
        }
      }
    }
    System.out.println("done");
  }

  private static void tellAllTheTime(Feedback feedback) {
    Thread teller =
        new Thread(
            () -> {
              CountDownLatch never = new CountDownLatch(1);
              try {
                while (!never.await(TELL_MS, TimeUnit.MILLISECONDS)) {
                  tell(feedback);
                }
              } catch (InterruptedException | StoreException ended) {
                Thread.currentThread().interrupt();
              }
            },
            "teller");
    teller.setDaemon(true);
    teller.start();
  }

  private static void tell(Feedback feedback) {
    LedgerLine line = feedback.ledger().total(Tier.REGIONAL);
    System.out.println("sent " + line.tally().sent() + " of " + line.arose());
  }
}
