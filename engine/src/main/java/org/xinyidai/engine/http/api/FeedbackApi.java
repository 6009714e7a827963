package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.Ledger.By;
import org.xinyidai.engine.feedback.Recorded;
import org.xinyidai.engine.feedback.Records;
import org.xinyidai.engine.feedback.Relay;
import org.xinyidai.engine.feedback.Standing;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
import org.xinyidai.engine.store.Act;
import org.xinyidai.models.subject.Uscc;

/** What was returned to the nodes: state, ledger, and the records behind it. Requirement B12. */
final class FeedbackApi {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final TextView OFF =
      new TextView("回传未配置：请在配置文件中填写节点地址与公钥", "results are not returned: no node is configured");
  private static final TextView ON = new TextView("回传运行中", "results are returned");

  private final Feedback feedback;
  private final AccessLog reads;
  private final Workers workers;

  /** Whether results are returned, and how each tier stands. */
  record Status(boolean configured, TextView note, List<FeedbackView.TierStatus> tiers) {}

  /** The ledger of some days at a tier. */
  record LedgerView(String tier, LocalDate from, LocalDate to, List<FeedbackView.Line> lines) {}

  /** A page, the oldest first. */
  record Page(List<FeedbackView.RecordLine> records, @Nullable String next) {
    static Page of(Records.Page page) {
      return new Page(
          page.records().stream().map(FeedbackView.RecordLine::of).toList(), page.next());
    }
  }

  FeedbackApi(Backend backend, Workers workers) {
    this.feedback = backend.feedback();
    this.reads = new AccessLog(backend.platform().store());
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_FEEDBACK, "/feedback", this::status),
        Endpoint.get(Operation.GET_FEEDBACK_LEDGER, "/feedback/ledger", this::ledger)
            .withQuery("tier", "from", "to", "by"),
        Endpoint.get(Operation.LIST_FEEDBACK_RECORDS, "/feedback/records", this::records)
            .withQuery("tier", "from", "to", "standing", "after", "limit"),
        Endpoint.get(Operation.GET_FEEDBACK_RECORD, "/feedback/records/{id}", this::record));
  }

  private Future<Answer> status(Call call) {
    Relay relay = feedback.relay();
    return workers.run(
        () ->
            Answer.json(
                relay == null
                    ? new Status(false, OFF, List.of())
                    : new Status(
                        true,
                        ON,
                        relay.status().stream().map(FeedbackView.TierStatus::of).toList())));
  }

  private Future<Answer> ledger(Call call) {
    Tier tier = FeedbackReach.tier(call);
    LocalDate from = FeedbackReach.from(call, feedback);
    LocalDate to = FeedbackReach.to(call, feedback);
    By by = call.oneOf("by", By.values()).orElse(By.ALL);
    Predicate<Scope> whose = FeedbackReach.scopes(call.access());
    return workers.run(
        () ->
            Answer.json(
                new LedgerView(
                    tier.code(),
                    from,
                    to,
                    feedback.ledger().lines(tier, from, to, whose, by).stream()
                        .map(FeedbackView.Line::of)
                        .toList())));
  }

  private Future<Answer> records(Call call) {
    Records.Wanted wanted =
        new Records.Wanted(
            FeedbackReach.from(call, feedback),
            FeedbackReach.to(call, feedback),
            FeedbackReach.scopes(call.access()),
            FeedbackReach.tier(call),
            call.oneOf("standing", Standing.values()).orElse(null));
    String after = FeedbackReach.place(call);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(() -> Answer.json(Page.of(feedback.records().page(wanted, after, limit))));
  }

  private Future<Answer> record(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(
        () -> {
          Recorded found = FeedbackReach.find(feedback, id, access);
          if (access.account().role() != Role.BANK) {
            Optional.of(found.held().entry().payload().at("/enterprise/uscc").asText(""))
                .filter(Uscc::isWellFormed)
                .ifPresent(uscc -> note(new Uscc(uscc), id));
          }
          return Answer.json(FeedbackView.Whole.of(found));
        });
  }

  private void note(Uscc uscc, String id) {
    reads.note(uscc, Act.current().orElseThrow(), "融资结果回传 " + id);
  }
}
