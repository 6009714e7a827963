package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.cleaning.Cleaning;
import org.xinyidai.engine.cleaning.Cleaning.Status;
import org.xinyidai.engine.cleaning.CleaningDesk;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.RejectedRow;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.resolution.CaseId;
import org.xinyidai.engine.store.Traces;
import org.xinyidai.models.subject.Uscc;

/** Rules of cleaning, what they found, and from which row a fact came (数据清洗与溯源). C23, C26. */
final class CleaningApi {
  private static final String PATH = "/cleanings";
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final CleaningDesk desk;
  private final Batches batches;
  private final Traces traces;
  private final BodyLimits bodies;
  private final Workers workers;

  CleaningApi(Platform platform, BodyLimits bodies, Workers workers) {
    desk = platform.cleaning();
    batches = platform.batches();
    traces = new Traces(platform.store());
    this.bodies = bodies;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_CLEANING_RULES, "/cleaning-rules", call -> rules()),
        Endpoint.get(Operation.LIST_CLEANINGS, PATH, this::list)
            .withQuery("status", "after", "limit"),
        Endpoint.get(Operation.GET_CLEANING, PATH + "/{id}", this::get),
        Endpoint.post(
            Operation.DECIDE_CLEANING,
            PATH + "/{id}/decision",
            Intake.json(bodies.jsonBytes()),
            this::decide),
        Endpoint.post(Operation.CLEAN_BATCH, "/batches/{id}/cleaning", Intake.none(), this::clean),
        Endpoint.get(Operation.GET_TRACES, "/enterprises/{uscc}/traces", this::traces));
  }

  private Future<Answer> rules() {
    return Future.succeededFuture(
        Answer.json(desk.rules().rules().stream().map(CleaningView.Rule::of).toList()));
  }

  private Future<Answer> list(Call call) {
    Status status = call.oneOf("status", Status.values()).orElse(Status.SUGGESTED);
    CaseId after = call.query("after").map(t -> id("after", t)).orElse(new CaseId("", 0));
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<CleaningView> page =
              desk.list(status, after.batch(), after.line(), limit).stream()
                  .map(this::view)
                  .toList();
          Answer answer = Answer.json(page);
          return page.size() < limit
              ? answer
              : answer.withHeader("Link", next(status, page.get(limit - 1).id(), limit));
        });
  }

  private static String next(Status status, String last, int limit) {
    return "<%s%s?status=%s&after=%s&limit=%d>; rel=\"next\""
        .formatted(Endpoint.BASE, PATH, status.name().toLowerCase(Locale.ROOT), last, limit);
  }

  private Future<Answer> get(Call call) {
    CaseId id = id("id", call.path("id"));
    return workers.run(() -> Answer.json(view(find(id))));
  }

  private Future<Answer> decide(Call call) {
    CaseId id = id("id", call.path("id"));
    boolean agreed = call.json(CleaningView.Decide.class).agreed();
    String by = call.access().account().name();
    return workers.run(
        () -> {
          find(id);
          return Answer.json(view(desk.decide(id.batch(), id.line(), agreed, by)));
        });
  }

  private Future<Answer> clean(Call call) {
    String batch = call.path("id");
    return workers.run(
        () -> {
          if (batches.find(batch).isEmpty()) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("id");
          }
          CleaningDesk.Round round = desk.clean(batch);
          return Answer.json(new CleaningView.Round(round.applied(), round.suggested()));
        });
  }

  private Future<Answer> traces(Call call) {
    Uscc uscc = call.uscc();
    Access access = call.access();
    return workers.run(
        () -> {
          if (!access.covers(uscc.value())) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("uscc");
          }
          return Answer.json(
              traces.of(uscc).stream()
                  .map(trace -> CleaningView.Trace.of(trace, origin(trace)))
                  .toList());
        });
  }

  private @Nullable RejectedRow origin(Traces.Trace trace) {
    return CaseId.parse(trace.origin()).flatMap(id -> row(id.batch(), id.line())).orElse(null);
  }

  private CleaningView view(Cleaning each) {
    return CleaningView.of(each, row(each.batch(), each.line()).orElse(null));
  }

  private Optional<RejectedRow> row(String batch, long line) {
    return batches.rejected(batch, line - 1, 1).stream()
        .filter(row -> row.line() == line)
        .findFirst();
  }

  private Cleaning find(CaseId id) {
    return desk.find(id.batch(), id.line())
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  private static CaseId id(String field, String text) {
    return CaseId.parse(text)
        .orElseThrow(
            () ->
                Refusal.of(
                        field.equals("id") ? ProblemType.NOT_FOUND : ProblemType.INVALID_PARAMETER)
                    .at(field));
  }
}
