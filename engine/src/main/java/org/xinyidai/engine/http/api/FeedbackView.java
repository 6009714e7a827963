package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.feedback.LedgerLine;
import org.xinyidai.engine.feedback.RecordState;
import org.xinyidai.engine.feedback.Recorded;
import org.xinyidai.engine.feedback.RelayStatus;
import org.xinyidai.engine.feedback.Tally;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.outbox.OutboxEntry;

/** What the API shows of results that are returned to the nodes (回传答复). */
final class FeedbackView {
  private FeedbackView() {}

  /** How the relay of a tier stands. */
  record TierStatus(
      String tier,
      String title,
      String node,
      String breaker,
      String breakerZh,
      String trouble,
      long waiting,
      @Nullable Instant oldest) {
    static TierStatus of(RelayStatus one) {
      return new TierStatus(
          one.tier().code(),
          one.tier().titleZh(),
          one.node(),
          one.breaker(),
          one.breakerZh(),
          one.trouble(),
          one.waiting(),
          one.oldest());
    }
  }

  /** A line of the ledger with its shares in percent. */
  record Line(
      String name,
      long arose,
      long sent,
      double completePercent,
      long timely,
      long late,
      double timelyPercent,
      long accepted,
      long rejected,
      Map<String, Long> rejectedBy,
      long mended,
      long setAside,
      long waiting) {
    static Line of(LedgerLine line) {
      Tally tally = line.tally();
      return new Line(
          line.name(),
          line.arose(),
          tally.sent(),
          line.completePercent(),
          tally.timely(),
          tally.late(),
          line.timelyPercent(),
          tally.accepted(),
          tally.rejected(),
          tally.rejectedBy(),
          tally.mended(),
          tally.setAside(),
          line.waiting());
    }
  }

  /** How a result stands at one tier. */
  record State(
      String tier,
      String standing,
      String standingZh,
      @Nullable String code,
      String reason,
      long batch,
      @Nullable Instant answeredAt,
      @Nullable String timeliness,
      @Nullable String correctedBy) {
    static State of(Tier tier, RecordState state) {
      return new State(
          tier.code(),
          state.standing().code(),
          state.standing().titleZh(),
          state.code(),
          state.reason(),
          state.batch(),
          state.answeredAt(),
          state.timeliness() == null ? null : state.timeliness().name(),
          state.correctedBy());
    }
  }

  /** A result in a list: nothing of the enterprise but its district. */
  record RecordLine(
      String id, String topic, Instant at, String lender, String district, List<State> states) {
    static RecordLine of(Recorded one) {
      OutboxEntry entry = one.held().entry();
      return new RecordLine(
          entry.id(),
          entry.topic(),
          entry.at(),
          entry.scope().lender(),
          entry.scope().district(),
          statesOf(one));
    }
  }

  /** A result as it is sent. */
  record Whole(RecordLine record, JsonNode content) {
    static Whole of(Recorded one) {
      return new Whole(RecordLine.of(one), one.held().entry().payload());
    }
  }

  private static List<State> statesOf(Recorded one) {
    return Arrays.stream(Tier.values()).map(tier -> State.of(tier, one.at(tier))).toList();
  }
}
