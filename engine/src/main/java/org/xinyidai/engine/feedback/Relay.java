package org.xinyidai.engine.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries results outward while it is open (回传服务): a thread for each tier. Closing lets what is
 * under way have its answer for a while; what has none goes again when the platform next starts.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  /** What an answer may take that is awaited at the end. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

  /** Before a turn is tried again that failed, such as on a full disk. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final Feedback feedback;
  private final List<NodeLink> links;
  private final List<Runner> runners = new ArrayList<>();

  private Relay(Feedback feedback, List<NodeLink> links) {
    this.feedback = feedback;
    this.links = List.copyOf(links);
  }

  /** What a relay does not bring along. */
  public record Ports(RandomGenerator random, LongSupplier nanoTime) {}

  /** Starts; what was under way when the platform last stopped goes first. */
  public static Relay start(
      Feedback feedback, List<NodeLink> links, RelaySettings settings, Ports ports) {
    Relay relay = new Relay(feedback, links);
    for (NodeLink link : links) {
      Runner runner = relay.new Runner(link, settings, ports);
      relay.runners.add(runner);
      runner.start();
    }
    return relay;
  }

  /** A relay of one tier, for whoever takes its turns. */
  static TierRelay tier(
      Feedback feedback, NodeLink link, RelaySettings settings, Ports ports, Runnable bell) {
    Tier tier = link.tier();
    return new TierRelay(
        link,
        new TierRelay.Parts(
            new Packer(feedback.store(), tier, settings.batchRecords(), feedback.told()),
            new Settler(feedback.store(), tier, feedback.calendar(), settings, feedback.told()),
            new Backoff(settings.firstWait(), settings.longestWait(), ports.random()),
            new RelayMeter(ports.nanoTime())),
        settings,
        feedback.clock(),
        bell);
  }

  /** How each tier stands; reads the store. */
  public List<RelayStatus> status() {
    return runners.stream().map(Runner::status).toList();
  }

  /** The tiers that results are returned to. */
  public List<Tier> tiers() {
    return links.stream().map(NodeLink::tier).toList();
  }

  /** What a tier's relay has done; empty for a tier that is not configured. */
  public Optional<RelayMeter> meter(Tier tier) {
    return runners.stream()
        .filter(runner -> runner.relay.tier() == tier)
        .map(runner -> runner.relay.meter())
        .findFirst();
  }

  /** Whether all that could be sent by now has its answer, at every tier. */
  public boolean isIdle() {
    return runners.stream().allMatch(Runner::isIdle);
  }

  @Override
  public void close() {
    runners.forEach(Runner::end);
    runners.forEach(Runner::awaitEnd);
    links.forEach(link -> link.node().close());
  }

  /** The thread of a tier. */
  private final class Runner extends Thread {
    private final TierRelay relay;
    private final NodeLink link;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean ending;
    private volatile boolean idle;

    Runner(NodeLink link, RelaySettings settings, Ports ports) {
      super("relay-" + link.tier().code());
      setDaemon(true);
      this.link = link;
      this.relay = tier(feedback, link, settings, ports, this::ring);
    }

    boolean isIdle() {
      return idle;
    }

    RelayStatus status() {
      Breaker.Position breaker = relay.breaker().position();
      return new RelayStatus(
          link.tier(),
          link.node().code(),
          breaker.code(),
          breaker.titleZh(),
          relay.trouble(),
          feedback.ledger().waiting(link.tier()),
          relay.oldest().orElse(null));
    }

    @Override
    public void run() {
      while (!ending) {
        await(turn());
      }
      Instant patience = feedback.clock().instant().plus(LAST_ANSWERS);
      while (relay.isAwaiting() && feedback.clock().instant().isBefore(patience)) {
        await(patience);
        relay.lastTurn();
      }
    }

    private Instant turn() {
      try {
        Instant next = relay.turn();
        feedback.reconciler().ifDue(link, feedback.clock().instant());
        idle = relay.isDone();
        return next;
      } catch (RuntimeException e) {
        LOG.error("the relay to {} waits a while", link.tier().code(), e);
        return feedback.clock().instant().plus(AFTER_FAILURE);
      }
    }

    private void await(Instant until) {
      long millis = Math.max(1, Duration.between(feedback.clock().instant(), until).toMillis());
      try {
        if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
      } catch (InterruptedException e) {
        ending = true;
      }
    }

    private void ring() {
      bell.release();
    }

    void end() {
      ending = true;
      ring();
    }

    /** Waits until the thread has ended, interrupted or not: the store must outlive it. */
    void awaitEnd() {
      boolean interrupted = false;
      while (isAlive()) {
        try {
          join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
