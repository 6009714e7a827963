package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.resolution.Case;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.resolution.CaseId;
import org.xinyidai.engine.resolution.ResolutionDesk;
import org.xinyidai.engine.resolution.ResolutionDesk.Decided;
import org.xinyidai.models.subject.Uscc;

/** Rows without a code: the work list of the office and its decisions (主体归集研判). C4. */
final class ResolutionApi {
  private static final String PATH = "/resolutions";
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  /** Long enough for a reason with a file number, short enough to be kept with every case. */
  private static final int LONGEST_NOTE = 500;

  private final ResolutionDesk desk;
  private final BodyLimits bodies;
  private final Workers workers;

  ResolutionApi(ResolutionDesk desk, BodyLimits bodies, Workers workers) {
    this.desk = desk;
    this.bodies = bodies;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(bodies.jsonBytes());
    return List.of(
        Endpoint.get(Operation.LIST_RESOLUTIONS, PATH, this::list)
            .withQuery("status", "after", "limit"),
        Endpoint.get(Operation.GET_RESOLUTION, PATH + "/{id}", this::get),
        Endpoint.post(Operation.DECIDE_RESOLUTION, PATH + "/{id}/decision", json, this::decide),
        Endpoint.post(Operation.UNDO_RESOLUTION, PATH + "/{id}/undo", json, this::undo),
        Endpoint.post(
            Operation.REPLAY_RESOLUTIONS, "/resolution-replays", Intake.none(), this::replay));
  }

  private Future<Answer> list(Call call) {
    Status status = call.oneOf("status", Status.values()).orElse(Status.QUEUED);
    Optional<CaseId> after = call.query("after").map(text -> id("after", text));
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<Case> cases =
              desk.cases()
                  .list(
                      status,
                      after.map(CaseId::batch).orElse(""),
                      after.map(CaseId::line).orElse(0L),
                      limit);
          Answer answer = Answer.json(cases.stream().map(CaseView::of).toList());
          return cases.size() < limit
              ? answer
              : answer.withHeader("Link", next(status, cases.get(limit - 1), limit));
        });
  }

  private static String next(Status status, Case last, int limit) {
    return "<%s%s?status=%s&after=%s&limit=%d>; rel=\"next\""
        .formatted(Endpoint.BASE, PATH, status.name().toLowerCase(Locale.ROOT), last.id(), limit);
  }

  private Future<Answer> get(Call call) {
    CaseId id = id("id", call.path("id"));
    return workers.run(
        () ->
            desk.cases()
                .find(id.batch(), id.line())
                .map(found -> Answer.json(CaseView.of(found)))
                .orElseThrow(ResolutionApi::notFound));
  }

  private Future<Answer> decide(Call call) {
    CaseView.Decide asked = call.json(CaseView.Decide.class);
    String code = asked.uscc();
    Uscc uscc = code == null ? null : Call.usccOf("uscc", code);
    String note = note(asked.note());
    String by = call.access().account().name();
    return decided(call, id -> desk.decide(id.batch(), id.line(), uscc, by, note));
  }

  private Future<Answer> undo(Call call) {
    String note = note(call.json(CaseView.Undo.class).note());
    String by = call.access().account().name();
    String request = HexFormat.of().formatHex(KeyedRequest.name(call, Operation.UNDO_RESOLUTION));
    return decided(
        call,
        id -> {
          Case known = desk.cases().find(id.batch(), id.line()).orElseThrow();
          if (known.standing().isEmpty() && !known.wasUndoneBy(request)) {
            throw Refusal.of(
                    ProblemType.INVALID_VALUE,
                    "该记录没有可撤销的人工决定",
                    "No decision of this row stands that could be taken back")
                .at("id");
          }
          return desk.undo(id.batch(), id.line(), by, note, request);
        });
  }

  private Future<Answer> decided(Call call, Function<CaseId, Decided> decision) {
    CaseId id = id("id", call.path("id"));
    return workers.run(
        () -> {
          if (desk.cases().find(id.batch(), id.line()).isEmpty()) {
            throw notFound();
          }
          Decided done = decision.apply(id);
          return Answer.json(
              new CaseView.Decided(
                  CaseView.of(done.after()), CaseView.Weighed.of(done.replayed())));
        });
  }

  private Future<Answer> replay(Call call) {
    return workers.run(() -> Answer.json(CaseView.Weighed.of(desk.replay())));
  }

  private static String note(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST_NOTE) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "note 须写明依据，1至" + LONGEST_NOTE + "字",
              "note must say why, in 1 to " + LONGEST_NOTE + " characters")
          .at("note");
    }
    return text.strip();
  }

  private static CaseId id(String field, String text) {
    return CaseId.parse(text)
        .orElseThrow(
            () ->
                field.equals("id")
                    ? notFound()
                    : Refusal.of(
                            ProblemType.INVALID_PARAMETER, "格式为 批次:行号", "Written as batch:line")
                        .at(field));
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND).at("id");
  }
}
