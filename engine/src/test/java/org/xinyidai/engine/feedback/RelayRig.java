package org.xinyidai.engine.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.referencenode.FakeNode;
import org.xinyidai.models.calendar.ChinaTime;

/** A platform, a node and a relay between them whose turns the test takes. */
final class RelayRig implements AutoCloseable {
  static final long SEED = 20_260_709;
  private static final int MOST_TURNS = 20_000;

  final MovingClock clock = new MovingClock();
  final Platform platform;
  final Feedback feedback;
  final ScriptedNode node;
  final NodeLink link;
  RelaySettings settings = RelaySettings.standard().withBatchRecords(100);
  TierRelay relay;

  RelayRig(Path folder) {
    platform = Platform.open(folder, clock);
    feedback = Feedback.of(platform);
    SecureRandom random = new SecureRandom();
    PartyKeys own = keys("city", folder, random);
    PartyKeys nodes = keys("node", folder, random);
    node = new ScriptedNode(new FakeNode(nodes, own.card()));
    link = new NodeLink(Tier.REGIONAL, node, new BatchSealer(own, nodes.card(), random));
    relay = begin();
  }

  private static PartyKeys keys(String code, Path folder, SecureRandom random) {
    try {
      return new PartyKeys(
          code,
          Sm2Key.ofFile(folder.resolve(code + "-sign.sm2"), random),
          Sm2Key.ofFile(folder.resolve(code + "-open.sm2"), random));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A relay as it is after a start of the platform. */
  TierRelay begin() {
    Relay.Ports ports = new Relay.Ports(new SplittableRandom(SEED), () -> 0);
    return Relay.tier(feedback, link, settings, ports, () -> {});
  }

  /** Takes turns until all that could be sent has its answer. */
  void run() {
    int turns = 0;
    do {
      clock.to(relay.turn());
      if (++turns > MOST_TURNS) {
        throw new AssertionError("the relay comes to no end: " + relay.trouble());
      }
    } while (!relay.isDone());
  }

  LocalDate today() {
    return ChinaTime.dayOf(clock.instant());
  }

  LedgerLine line() {
    return feedback.ledger().line(Tier.REGIONAL, today().minusDays(9), today(), scope -> true);
  }

  RecordState state(int number) {
    return state(SomeResults.id(number));
  }

  RecordState state(String id) {
    return feedback.records().find(id).orElseThrow().at(Tier.REGIONAL);
  }

  static LedgerLine line(long arose, Tally tally) {
    return new LedgerLine("", arose, tally);
  }

  static Tally accepted(long count) {
    return new Tally(count, count, 0, count, 0, 0, 0, Map.of());
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    platform.close();
  }
}
