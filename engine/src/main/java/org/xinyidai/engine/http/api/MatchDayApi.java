package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.market.HeldDay.Advice;
import org.xinyidai.engine.market.HeldDays;
import org.xinyidai.engine.market.MatchDays;
import org.xinyidai.engine.market.MatchDays.Plan;
import org.xinyidai.engine.market.PlanText;
import org.xinyidai.engine.store.Command;

/**
 * Matching days (融资对接会): the office looks at a plan, holds the day by it, and everyone concerned
 * sees what was advised. Requirement B14.
 */
final class MatchDayApi {
  /** Rounds in one answer. */
  private static final int USUAL_PAGE = 20;

  private static final int LARGEST_PAGE = 100;

  private final Backend backend;
  private final MatchDays days;
  private final HeldDays held;
  private final Workers workers;

  /** Plans at once: each matches every open demand. */
  private final Semaphore one = new Semaphore(1);

  /** The rounds that the caller has a part in, the newest first. */
  record HeldList(List<HeldDayView> days) {}

  /** The plan. */
  record PlanView(
      LocalDate day,
      int demands,
      long leftOut,
      long worthFen,
      List<HeldDayView.LineView> lines,
      List<String> unassigned,
      TextView note) {
    static PlanView of(Plan plan) {
      return new PlanView(
          plan.day(),
          plan.demands(),
          plan.leftOut(),
          plan.worthFen(),
          plan.lines().stream().map(Advice::of).map(HeldDayView.LineView::of).toList(),
          plan.unassigned(),
          TextView.of(PlanText.NOTE));
    }
  }

  MatchDayApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.days = backend.platform().market().days();
    this.held = backend.platform().market().held();
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_MATCH_DAY, "/match-day", this::plan)
            .withQuery("asOf")
            .producing(MediaTypes.JSON, MediaTypes.CSV),
        Endpoint.post(Operation.HOLD_MATCH_DAY, "/match-days", Intake.none(), this::hold),
        Endpoint.get(Operation.LIST_MATCH_DAYS, "/match-days", this::list).withQuery("limit"),
        Endpoint.get(Operation.GET_HELD_MATCH_DAY, "/match-days/{id}", this::find));
  }

  private Future<Answer> plan(Call call) {
    LocalDate day = call.day("asOf").orElseGet(backend::usualDay);
    boolean csv = call.wantedType().equals(MediaTypes.CSV);
    return alone(
        () -> {
          Plan plan = days.plan(day);
          return csv
              ? Answer.text(MediaTypes.CSV + "; charset=utf-8", PlanText.csv(plan))
              : Answer.json(PlanView.of(plan));
        });
  }

  /** Keeps the plan of today and tells whom it advises; what was held already is answered again. */
  private Future<Answer> hold(Call call) {
    LocalDate today = backend.usualDay();
    return alone(
        () -> {
          Plan plan = days.plan(today);
          List<String> kept = held.kept();
          Command<Answer> change =
              changes -> {
                HeldDays.Outcome outcome = held.hold(changes, plan, kept);
                HeldDayView view = HeldDayView.of(outcome.held(), call.access());
                return outcome.fresh()
                    ? Answer.created("/match-days/" + view.id(), view)
                    : Answer.json(view);
              };
          return backend
              .platform()
              .store()
              .execute(OncePerKey.of(call, Operation.HOLD_MATCH_DAY, change));
        });
  }

  private Future<Answer> list(Call call) {
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () ->
            Answer.json(
                new HeldList(
                    held.newest(limit).stream()
                        .map(one -> HeldDayView.of(one, call.access()))
                        .filter(view -> !view.isEmpty())
                        .toList())));
  }

  private Future<Answer> find(Call call) {
    String id = call.path("id");
    return workers.run(
        () ->
            held.find(id)
                .map(one -> HeldDayView.of(one, call.access()))
                .filter(view -> !view.isEmpty())
                .map(Answer::json)
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id")));
  }

  /** One plan at a time; who comes second is asked to come again. */
  private Future<Answer> alone(Supplier<Answer> work) {
    if (!one.tryAcquire()) {
      return Future.failedFuture(Workers.busy());
    }
    return workers.run(work::get).onComplete(done -> one.release());
  }
}
