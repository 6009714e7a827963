package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.uptake.HandFigures;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.models.uptake.Figure;

/** The figures of targets, and what the office enters of them (考核指标填报). */
final class TargetFigureApi {
  private static final int LONGEST_EVIDENCE = 500;
  private static final long LARGEST_VALUE = 1_000_000_000_000_000L;

  private final UptakeDesk desk;
  private final Store store;
  private final int jsonBytes;
  private final Workers workers;

  /** What the office sends; a value of null takes back what was entered for the day. */
  record FigureToPost(
      @Nullable String figure,
      @Nullable String district,
      @Nullable LocalDate day,
      @Nullable Long value,
      @Nullable String evidence) {}

  /** A figure of the catalogue. */
  record FigureView(String id, TextView name, String population, String origin) {
    static FigureView of(Figure figure) {
      return new FigureView(
          figure.id(),
          new TextView(figure.nameZh(), figure.nameEn()),
          figure.populationZh(),
          figure.origin().id());
    }
  }

  TargetFigureApi(Backend backend, int jsonBytes, Workers workers) {
    this.desk = backend.uptake();
    this.store = backend.platform().store();
    this.jsonBytes = jsonBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake entry = new Intake(List.of(MediaTypes.JSON), jsonBytes, false);
    return List.of(
        Endpoint.get(Operation.LIST_TARGET_FIGURES, "/target-figures", this::list),
        Endpoint.get(Operation.GET_TARGET_FIGURE, "/target-figures/{figure}", this::history)
            .withQuery("district"),
        Endpoint.post(Operation.POST_TARGET_FIGURE, "/target-figures", entry, this::enter));
  }

  private Future<Answer> list(Call call) {
    return Future.succeededFuture(
        Answer.json(desk.figures().all().stream().map(FigureView::of).toList()));
  }

  private Future<Answer> history(Call call) {
    Figure figure =
        desk.figures()
            .find(call.path("figure"))
            .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("figure"));
    String district = TargetCall.district(call.access(), call.query("district").orElse(""));
    return workers.run(
        () ->
            Answer.json(
                desk.hand().history(figure.id(), district).stream()
                    .map(TargetView.Entry::of)
                    .toList()));
  }

  private Future<Answer> enter(Call call) {
    FigureToPost told = call.json(FigureToPost.class);
    String text = Objects.requireNonNullElse(told.district(), "");
    HandFigures.Draft draft = draft(told, TargetCall.district(call.access(), text));
    String by = call.access().account().name();
    Command<Answer> change =
        changes -> Answer.json(TargetView.Entry.of(desk.hand().enter(changes, draft, by)));
    Command<Answer> once = OncePerKey.of(call, Operation.POST_TARGET_FIGURE, change);
    return workers.run(() -> store.execute(once));
  }

  private HandFigures.Draft draft(FigureToPost told, String district) {
    Figure figure =
        desk.figures()
            .find(Objects.requireNonNullElse(told.figure(), ""))
            .filter(one -> one.origin() == Figure.Origin.HAND)
            .orElseThrow(
                () ->
                    invalid(
                        "figure",
                        "不是可填报的指标，见 GET /target-figures 中 origin 为 hand 的",
                        "No figure to enter; see those of origin hand in GET /target-figures"));
    LocalDate day = told.day();
    if (day == null) {
      throw invalid("day", "须填该数值起算的日期", "Give the day from which it holds");
    }
    Long value = told.value();
    if (value != null && (value < 0 || value > LARGEST_VALUE)) {
      throw invalid("value", "须为不小于0的整数；不填为撤回", "A whole number from 0; none takes it back");
    }
    String evidence = Objects.requireNonNullElse(told.evidence(), "");
    if (evidence.isBlank() || evidence.length() > LONGEST_EVIDENCE) {
      throw invalid("evidence", "须写明依据，至多500字", "Say what it rests on, in at most 500 characters");
    }
    return new HandFigures.Draft(figure, district, day, value, evidence);
  }
}
