package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.ResultFault;
import org.xinyidai.engine.feedback.Corrections.Outcome;
import org.xinyidai.engine.feedback.Difference;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.Recorded;
import org.xinyidai.engine.feedback.Records;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.Store;

/**
 * What people must see to: results that were rejected or set aside, and what the node's list says
 * otherwise (回传待办与更正). Requirements B12, C26.
 */
final class FeedbackWorkApi {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final int MOST_DIFFERENCES = 200;
  private static final int LONGEST_NOTE = 500;

  private final Feedback feedback;
  private final Store store;
  private final int maxBytes;
  private final Workers workers;

  /** New values of a result, as a merge patch. */
  record CorrectionToPost(@Nullable JsonNode fields) {}

  /** How a person closes a difference. */
  record SettlementToPost(@Nullable String tier, @Nullable String note) {}

  /** The result that stands in the old one's place. */
  record Corrected(String id, String corrects) {}

  /** That it is closed. */
  record Settled(boolean settled) {}

  /** What waits at a tier; differences are the city's alone. */
  record Work(
      List<FeedbackView.RecordLine> records,
      @Nullable String next,
      List<DifferenceView> differences) {}

  /** What a node's list says otherwise. */
  record DifferenceView(String id, String kind, String kindZh, LocalDate day, Instant at) {
    static DifferenceView of(Difference one) {
      return new DifferenceView(
          one.id(), one.kind().code(), one.kind().titleZh(), one.day(), one.at());
    }
  }

  FeedbackWorkApi(Backend backend, int maxBytes, Workers workers) {
    this.feedback = backend.feedback();
    this.store = backend.platform().store();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_FEEDBACK_WORK, "/feedback/work", this::work)
            .withQuery("tier", "after", "limit"),
        Endpoint.post(
            Operation.CORRECT_FEEDBACK_RECORD,
            "/feedback/records/{id}/corrections",
            Intake.json(maxBytes),
            this::correct),
        Endpoint.post(
            Operation.SETTLE_FEEDBACK_DIFFERENCE,
            "/feedback/differences/{id}/settlement",
            Intake.json(maxBytes),
            this::settle));
  }

  private Future<Answer> work(Call call) {
    Tier tier = FeedbackReach.tier(call);
    Access access = call.access();
    String after = FeedbackReach.place(call);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          Records.Page page =
              feedback.records().waiting(tier, FeedbackReach.scopes(access), after, limit);
          List<Difference> open =
              access.reach() == Reach.ALL
                  ? feedback.reconciler().open(tier, MOST_DIFFERENCES)
                  : List.of();
          return Answer.json(
              new Work(
                  page.records().stream().map(FeedbackView.RecordLine::of).toList(),
                  page.next(),
                  open.stream().map(DifferenceView::of).toList()));
        });
  }

  private Future<Answer> correct(Call call) {
    String id = call.path("id");
    Access access = call.access();
    JsonNode fields = call.json(CorrectionToPost.class).fields();
    if (fields == null || !fields.isObject() || fields.isEmpty()) {
      throw invalid("fields", "请填写需要更正的字段", "say which fields change");
    }
    return workers.run(
        () -> {
          Recorded found = FeedbackReach.find(feedback, id, access);
          Command<Answer> change = changes -> corrected(changes, found, fields);
          return store.execute(OncePerKey.of(call, Operation.CORRECT_FEEDBACK_RECORD, change));
        });
  }

  private Answer corrected(Changes changes, Recorded found, JsonNode fields) {
    Outcome outcome = feedback.corrections().put(changes, found.held(), fields);
    if (outcome instanceof Outcome.Kept kept) {
      String fresh = kept.held().entry().id();
      return Answer.created(
          "/feedback/records/" + fresh, new Corrected(fresh, found.held().entry().id()));
    }
    if (outcome instanceof Outcome.Faulty faulty) {
      ResultFault first = faulty.faults().get(0);
      throw invalid("fields." + first.field(), first.sentence().zh(), first.sentence().en());
    }
    if (outcome instanceof Outcome.Fixed fixed) {
      throw invalid(
          "fields." + fixed.field(), "该字段由平台填写，不能更正", "the platform alone fills this field");
    }
    throw Refusal.of(
        ProblemType.INVALID_VALUE,
        "该记录不需要更正：已接收、回传中或已提交更正",
        "It waits for no correction: it is accepted, on its way, or corrected already");
  }

  private Future<Answer> settle(Call call) {
    String id = call.path("id");
    SettlementToPost posted = call.json(SettlementToPost.class);
    Tier tier =
        Tier.ofCode(posted.tier() == null ? "" : posted.tier())
            .orElseThrow(() -> invalid("tier", "填写 regional 或 national", "regional or national"));
    String note = posted.note() == null ? "" : posted.note().strip();
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      throw invalid(
          "note",
          "请说明核对结果，不超过" + LONGEST_NOTE + "字",
          "say what was found in at most " + LONGEST_NOTE + " characters");
    }
    Command<Answer> change =
        changes -> {
          if (!feedback.reconciler().settle(changes, tier, id, note)) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("id");
          }
          return Answer.json(new Settled(true));
        };
    return workers.run(
        () -> store.execute(OncePerKey.of(call, Operation.SETTLE_FEEDBACK_DIFFERENCE, change)));
  }
}
