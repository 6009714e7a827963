package org.xinyidai.engine.http;

import java.time.Duration;
import java.util.Optional;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.Relay;
import org.xinyidai.engine.feedback.RelayMeter;
import org.xinyidai.engine.feedback.RelayStatus;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.http.call.Telemetry;

/** What a monitor reads of the return of results (回传指标), for each tier that is configured. */
final class FeedbackFigures {
  private static final double MS = 1e3;

  private FeedbackFigures() {}

  static void watch(Telemetry telemetry, Feedback feedback) {
    Relay relay = feedback.relay();
    if (relay != null) {
      relay.tiers().forEach(tier -> watch(telemetry, feedback, relay, tier));
    }
  }

  private static void watch(Telemetry telemetry, Feedback feedback, Relay relay, Tier tier) {
    String[] tags = {"tier", tier.code()};
    telemetry.gauge(
        "xinyidai.feedback.waiting",
        "Results without a final answer",
        tags,
        () -> feedback.ledger().waiting(tier));
    telemetry.gauge(
        "xinyidai.feedback.oldest.seconds",
        "Age of the oldest result on its way",
        tags,
        () -> age(feedback, relay, tier));
    telemetry.gauge(
        "xinyidai.feedback.breaker.open",
        "1 while the node is left alone, else 0",
        tags,
        () ->
            status(relay, tier).filter(one -> !one.breaker().equals("closed")).isPresent() ? 1 : 0);
    for (RelayMeter.Count each : RelayMeter.Count.values()) {
      telemetry.counter(
          "xinyidai.feedback." + (each.isAnswer() ? "answers" : each.code()),
          each.isAnswer() ? "Results by what the node answered" : "Batches: " + each.code(),
          each.isAnswer() ? new String[] {"tier", tier.code(), "answer", each.code()} : tags,
          () -> relay.meter(tier).map(meter -> meter.count(each)).orElse(0L));
    }
  }

  private static double age(Feedback feedback, Relay relay, Tier tier) {
    return status(relay, tier)
        .flatMap(one -> Optional.ofNullable(one.oldest()))
        .map(at -> Duration.between(at, feedback.clock().instant()).toMillis() / MS)
        .orElse(0.0);
  }

  private static Optional<RelayStatus> status(Relay relay, Tier tier) {
    return relay.status().stream().filter(one -> one.tier() == tier).findFirst();
  }
}
