package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.market.Matching.Decided;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandDraft;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.product.Problem;

/** Financing demands and what they match (融资需求与匹配). Requirements B1, B3. */
final class DemandApi {
  private static final int ID_BYTES = 12;

  private final Backend backend;
  private final Platform platform;
  private final int maxBytes;
  private final SecureRandom random;
  private final Workers workers;

  DemandApi(Backend backend, int maxBytes, SecureRandom random, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.maxBytes = maxBytes;
    this.random = random;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(Operation.POST_DEMAND, "/demands", Intake.json(maxBytes), this::post),
        Endpoint.get(Operation.GET_DEMAND, "/demands/{id}", this::demand),
        Endpoint.get(Operation.GET_MATCHES, "/demands/{id}/matches", this::matches)
            .withQuery("asOf", "knownAt"));
  }

  private Future<Answer> post(Call call) {
    DemandDraft draft = call.json(DemandView.Posted.class).draft();
    List<Problem> problems = draft.problems(platform.attributes());
    if (!problems.isEmpty()) {
      throw BodyProblems.refusal(problems);
    }
    if (!call.access().covers(draft.uscc())) {
      throw Refusal.of(
              ProblemType.NOT_FOUND,
              "没有该企业，或不属于您",
              "There is no such enterprise, or it is not yours")
          .at("uscc");
    }
    Demand demand = draft.post(newId(), backend.usualDay(), platform.attributes());
    Command<Answer> change =
        changes -> {
          platform.demands().put(changes, demand);
          return Answer.created("/demands/" + demand.id(), DemandView.of(demand));
        };
    Command<Answer> once = OncePerKey.of(call, Operation.POST_DEMAND, change);
    return workers.run(() -> platform.store().execute(once));
  }

  private Future<Answer> demand(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(() -> Answer.json(DemandView.of(find(id, access))));
  }

  private Future<Answer> matches(Call call) {
    String id = call.path("id");
    Access access = call.access();
    Instant now = backend.now();
    LocalDate asOf = call.day("asOf").orElseGet(backend::usualDay);
    Moment at = new Moment(asOf, backend.knownAt(call.instant("knownAt", now)));
    return workers.run(
        () -> {
          Demand demand = find(id, access);
          Decided decided =
              platform.matching().decide(demand.uscc(), demand.request(), demand.declared(), at);
          Reader reader = Readers.ofDemand(access, id);
          String scoreId =
              decided
                  .scored()
                  .map(scored -> platform.archive().serve(scored, reader).id().toString())
                  .orElse(null);
          return Answer.json(MatchesView.of(decided, scoreId));
        });
  }

  private Demand find(String id, Access access) {
    if (!DemandId.isWellFormed(id)) {
      throw Refusal.of(ProblemType.NOT_FOUND).at("id");
    }
    return platform
        .demands()
        .find(new DemandId(id))
        .filter(demand -> access.covers(demand.uscc().value()))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  /** Random, so that nobody counts the demands of others by their ids. */
  private DemandId newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return new DemandId("d-" + HexFormat.of().formatHex(bytes));
  }
}
