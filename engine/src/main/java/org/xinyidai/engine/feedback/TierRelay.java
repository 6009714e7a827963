package org.xinyidai.engine.feedback;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.connectors.feedback.BatchAnswer;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.ReceivedPage;
import org.xinyidai.connectors.feedback.RecordAnswer.Verdict;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;
import org.xinyidai.engine.feedback.RelayMeter.Count;
import org.xinyidai.engine.feedback.RelayMeter.Work;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * Carries results to one node (单层回传). Everything that must outlive the process is in the store
 * before it is acted upon: a batch before it is sent, an answer before the next batch takes its
 * place. One thread takes turns; between two turns it may be killed anywhere.
 */
final class TierRelay {
  private static final Logger LOG = LoggerFactory.getLogger(TierRelay.class);

  /** How long an idle relay sleeps: what a new result waits at most. */
  private static final Duration IDLE = Duration.ofMillis(500);

  /** Refusals that say nothing of the records: keys or addresses are set wrongly on one side. */
  private static final Set<String> MISTAKEN_SETUP =
      Set.of("ADDRESSED_OTHERWISE", "SENDER_UNKNOWN", "SIGNATURE_WRONG", "KEY_NOT_OURS");

  private static final String NUMBER_REUSED = "NUMBER_REUSED";
  private static final int MOST_SKIP_DOUBLINGS = 16;

  /** Batches in memory: those on their way, and those that failed and wait; some tens of MB. */
  private static final int MOST_FLIGHTS = 24;

  private final NodeLink link;
  private final Packer packer;
  private final Settler settler;
  private final RelaySettings settings;
  private final Backoff backoff;
  private final Breaker breaker;
  private final RelayMeter meter;
  private final InstantSource clock;
  private final Runnable bell;
  private final List<Flight> flights = new ArrayList<>();
  private @Nullable Future<ReceivedPage> probe;
  private final AtomicLong successes = new AtomicLong();
  private volatile String trouble = "";
  private volatile @Nullable Instant oldest;

  /** What a tier's relay is made of. */
  record Parts(Packer packer, Settler settler, Backoff backoff, RelayMeter meter) {}

  /**
   * A relay that goes on with the batches that were under way when the platform last stopped.
   *
   * @param bell rung when an answer has come, from any thread
   */
  TierRelay(
      NodeLink link, Parts parts, RelaySettings settings, InstantSource clock, Runnable bell) {
    this.link = link;
    this.packer = parts.packer();
    this.settler = parts.settler();
    this.backoff = parts.backoff();
    this.meter = parts.meter();
    this.settings = settings;
    this.breaker = new Breaker(settings.failures(), settings.pause());
    this.clock = clock;
    this.bell = bell;
    packer.open().forEach(packed -> flights.add(new Flight(packed, 0)));
  }

  Tier tier() {
    return link.tier();
  }

  Breaker breaker() {
    return breaker;
  }

  RelayMeter meter() {
    return meter;
  }

  /** Why nothing gets through, for operators; empty while something does. */
  String trouble() {
    return trouble;
  }

  /** When the oldest result arose that is on its way; empty where none is. */
  Optional<Instant> oldest() {
    return Optional.ofNullable(oldest);
  }

  /**
   * Takes in what was answered, sends what may go.
   *
   * @return when to take the next turn at the latest
   */
  Instant turn() {
    Instant now = clock.instant();
    land(now);
    fill(now);
    depart(now);
    oldest = flights.stream().map(TierRelay::arisen).min(Comparator.naturalOrder()).orElse(null);
    return wake(now);
  }

  /** Takes in what was answered, and sends nothing more. */
  void lastTurn() {
    land(clock.instant());
  }

  /** Whether an answer is still awaited. */
  boolean isAwaiting() {
    return flights.stream().anyMatch(Flight::isUnderWay);
  }

  /** Whether all that could be sent by now has its answer. */
  boolean isDone() {
    return flights.isEmpty() && packer.nextDue().isEmpty();
  }

  private static Instant arisen(Flight flight) {
    return flight.packed().records().get(0).entry().at();
  }

  private void land(Instant now) {
    Future<ReceivedPage> asked = probe;
    if (asked != null && asked.isComplete()) {
      successes.addAndGet(asked.succeeded() ? 1 : 0);
      probe = null;
    }
    for (Flight flight : List.copyOf(flights)) {
      Future<BatchAnswer> answer = flight.landed();
      if (answer != null && answer.succeeded()) {
        answered(flight, answer.result(), now);
      } else if (answer != null) {
        failed(flight, failure(answer.cause()), now);
      }
    }
  }

  /** A port fails with nothing else; what does is our own bug and counts as a node out of reach. */
  private static NodeFailure failure(Throwable cause) {
    if (cause instanceof NodeFailure known) {
      return known;
    }
    LOG.error("the connector of a node failed in a way that it must not", cause);
    return new NodeFailure(NodeFailure.Category.UNKNOWN, "CONNECTOR", "the connector failed");
  }

  private void answered(Flight flight, BatchAnswer answer, Instant now) {
    boolean nothingSaid =
        answer.records().stream().allMatch(one -> one.verdict() == Verdict.UNKNOWN);
    if (nothingSaid) {
      String code = answer.records().get(0).code();
      failed(
          flight,
          new NodeFailure(NodeFailure.Category.UNKNOWN, code, "the node says nothing of any"),
          now);
      return;
    }
    meter.timed(
        Work.SETTLE,
        () -> {
          settler.settle(flight.packed(), answer, now.plus(backoff.after(1)));
          return answer;
        });
    flights.remove(flight);
    gotThrough();
    count(answer);
  }

  private void gotThrough() {
    successes.incrementAndGet();
    breaker.succeeded();
    trouble = "";
    meter.add(Count.BATCHES, 1);
  }

  private void count(BatchAnswer answer) {
    answer
        .records()
        .forEach(
            one ->
                meter.add(
                    switch (one.verdict()) {
                      case ACCEPTED -> Count.ACCEPTED;
                      case REJECTED -> Count.REJECTED;
                      case UNKNOWN -> Count.UNKNOWN;
                    },
                    1));
  }

  private void failed(Flight flight, NodeFailure why, Instant now) {
    meter.add(Count.FAILURES, 1);
    trouble = why.code();
    LOG.debug("batch {} of {}: {}", flight.packed().parcel().number(), tier(), why.code());
    boolean refused = why.category() == NodeFailure.Category.REFUSED;
    if (refused && why.code().equals(NUMBER_REUSED)) {
      long skip = 1L << Math.min(flight.attempts(), MOST_SKIP_DOUBLINGS);
      flight.becomes(settler.renumber(flight.packed(), skip));
      flight.failed(now);
    } else if (refused && MISTAKEN_SETUP.contains(why.code())) {
      flight.failed(now.plus(backoff.after(Integer.MAX_VALUE)));
    } else {
      if (refused) {
        breaker.succeeded();
      } else {
        breaker.failed(now);
        ask();
      }
      flight.failed(now.plus(backoff.after(flight.attempts() + 1)));
      if (flight.othersGotThrough(successes.get()) || refused) {
        fault(flight, why.code());
      }
    }
  }

  /** Asks something else of the node where no other batch would show whether it is well. */
  private void ask() {
    boolean alone = flights.stream().allMatch(one -> one.attempts() > 0 || !one.isUnderWay());
    if (probe == null && alone) {
      LocalDate today = ChinaTime.dayOf(clock.instant());
      Future<ReceivedPage> asked = link.node().received(today, "");
      probe = asked;
      asked.onComplete(done -> bell.run());
    }
  }

  /** The batch itself may be why it fails: others got through. */
  private void fault(Flight flight, String code) {
    Packed faulted = settler.faulted(flight.packed());
    flight.becomes(faulted);
    if (faulted.parcel().faults() >= settings.faultsMost()) {
      flights.remove(flight);
      settler.cut(faulted, code).forEach(half -> flights.add(new Flight(half, successes.get())));
    }
  }

  private void fill(Instant now) {
    while (breaker.position() == Breaker.Position.CLOSED
        && flights.size() < MOST_FLIGHTS
        && flights.stream().filter(one -> one.attempts() == 0).count() < settings.inFlight()) {
      Optional<Packed> next = meter.timed(Work.PACK, () -> packer.next(now));
      if (next.isEmpty()) {
        return;
      }
      flights.add(new Flight(next.get(), successes.get()));
    }
  }

  private void depart(Instant now) {
    long underWay = flights.stream().filter(Flight::isUnderWay).count();
    for (Flight flight : flights) {
      if (underWay < settings.inFlight() && flight.mayGo(now) && breaker.admits(now)) {
        send(flight);
        underWay++;
      }
    }
  }

  private void send(Flight flight) {
    Packed packed = flight.packed();
    SealedBatch sealed =
        meter.timed(
            Work.SEAL,
            () -> link.sealer().seal(packed.parcel().number(), packed.ids(), packed.lines()));
    Future<BatchAnswer> answer = link.node().send(sealed);
    flight.goes(answer);
    answer.onComplete(done -> bell.run());
  }

  private Instant wake(Instant now) {
    Stream<Instant> waits =
        flights.stream().filter(one -> !one.isUnderWay()).map(Flight::notBefore);
    Instant idle = now.plus(IDLE);
    Instant next =
        Stream.concat(waits, packer.nextDue().stream())
            .filter(now::isBefore)
            .min(Comparator.naturalOrder())
            .orElse(idle);
    Instant allowed = next.isBefore(breaker.until()) ? breaker.until() : next;
    return allowed.isBefore(idle) ? allowed : idle;
  }
}
