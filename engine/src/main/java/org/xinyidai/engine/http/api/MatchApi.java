package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.market.Matched;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.product.ProductId;

/** What a demand matches, in order and with reasons (匹配结果). Requirement B3. */
final class MatchApi {
  /** What a person looks at on one page. */
  private static final int USUAL_PAGE = 10;

  private static final int LARGEST_PAGE = 500;

  private final Backend backend;
  private final Platform platform;
  private final Workers workers;

  MatchApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_MATCHES, "/demands/{id}/matches", this::matches)
            .withQuery("asOf", "knownAt", "limit", "offersFrom", "withheldAfter"));
  }

  private Future<Answer> matches(Call call) {
    Instant now = backend.now();
    LocalDate asOf = call.day("asOf").orElseGet(backend::usualDay);
    Optional<Instant> past = call.instant("knownAt", now);
    MatchesView.Page page =
        new MatchesView.Page(
            call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE),
            call.number("offersFrom", 0, 0, Integer.MAX_VALUE / 1_000),
            after(call));
    return workers.run(
        () -> {
          Demand demand = OwnDemands.find(platform.demands(), call);
          Matched matched =
              past.isPresent()
                  ? platform
                      .matching()
                      .matched(demand, new Moment(asOf, backend.knownAt(past)), page.offersTo())
                  : platform.matching().matched(demand, asOf, page.offersTo());
          @Nullable String scoreId =
              matched
                  .scored()
                  .map(
                      scored ->
                          platform
                              .market()
                              .served()
                              .id(
                                  scored,
                                  Readers.ofDemand(call.access(), demand.id().value()),
                                  now))
                  .orElse(null);
          return Answer.json(MatchesView.of(matched, page, scoreId));
        });
  }

  private static Optional<ProductId> after(Call call) {
    return call.query("withheldAfter")
        .map(
            id -> {
              if (!ProductId.isWellFormed(id)) {
                throw Refusal.of(ProblemType.INVALID_PARAMETER, "须为产品编号", "The id of a product")
                    .at("withheldAfter");
              }
              return new ProductId(id);
            });
  }
}
