package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.market.MatchDays;
import org.xinyidai.engine.market.MatchDays.Line;
import org.xinyidai.engine.market.MatchDays.Plan;
import org.xinyidai.engine.market.PlanText;
import org.xinyidai.models.match.Offer;

/** The plan of a matching day for the office (融资对接会撮合方案), as advice. Requirement B14. */
final class MatchDayApi {
  private final Backend backend;
  private final MatchDays days;
  private final Workers workers;

  /** Plans at once: each matches every open demand. */
  private final Semaphore one = new Semaphore(1);

  /** The plan. */
  record PlanView(
      LocalDate day,
      int demands,
      long worthFen,
      List<LineView> lines,
      List<String> unassigned,
      TextView note) {
    static PlanView of(Plan plan) {
      return new PlanView(
          plan.day(),
          plan.demands(),
          plan.worthFen(),
          plan.lines().stream().map(LineView::of).toList(),
          plan.unassigned(),
          TextView.of(PlanText.NOTE));
    }
  }

  /** Where one demand is advised to go. */
  record LineView(
      String demandId,
      String uscc,
      String productId,
      int version,
      TextView product,
      TextView lender,
      String lenderOrganisation,
      long amountFen,
      int termMonths,
      long worthFen) {
    static LineView of(Line line) {
      Offer offer = line.offer().offer();
      return new LineView(
          line.demand().id().value(),
          line.demand().uscc().value(),
          offer.product().id().value(),
          offer.product().version(),
          TextView.of(offer.product().name()),
          TextView.of(offer.product().lender().name()),
          offer.product().lender().organisation(),
          offer.amountFen(),
          offer.termMonths(),
          line.offer().benefit().expectedFen());
    }
  }

  MatchDayApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.days = backend.platform().market().days();
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_MATCH_DAY, "/match-day", this::plan)
            .withQuery("asOf")
            .producing(MediaTypes.JSON, MediaTypes.CSV));
  }

  private Future<Answer> plan(Call call) {
    LocalDate day = call.day("asOf").orElseGet(backend::usualDay);
    boolean csv = call.wantedType().equals(MediaTypes.CSV);
    if (!one.tryAcquire()) {
      return Future.failedFuture(Workers.busy());
    }
    return workers
        .run(
            () -> {
              Plan plan = days.plan(day);
              return csv
                  ? Answer.text(MediaTypes.CSV + "; charset=utf-8", PlanText.csv(plan))
                  : Answer.json(PlanView.of(plan));
            })
        .onComplete(done -> one.release());
  }
}
