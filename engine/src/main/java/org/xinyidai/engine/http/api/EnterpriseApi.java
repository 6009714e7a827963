package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.Shadows;
import org.xinyidai.engine.explanation.PeerTable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Profile;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Uscc;

/** One enterprise: who it is, its features and its score, for any day and moment of knowledge. */
final class EnterpriseApi {
  private static final String PATH = "/enterprises/{uscc}";

  private final Backend backend;
  private final Platform platform;
  private final Workers workers;
  private final Shadows shadows;

  /** What was asked: of whom, for which day, as known when. */
  private record Asked(Access access, Uscc uscc, LocalDate asOf, Instant knownAt) {}

  EnterpriseApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.workers = workers;
    this.shadows =
        new Shadows(platform.store(), platform.models(), platform.scores(), platform.archive());
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_ENTERPRISE, PATH, this::profile),
        Endpoint.get(Operation.GET_FEATURES, PATH + "/features", this::features)
            .withQuery("asOf", "knownAt"),
        Endpoint.get(Operation.GET_SCORE, PATH + "/score", this::score)
            .withQuery("asOf", "knownAt", "model"),
        Endpoint.get(Operation.GET_EXPLANATION, PATH + "/score/explanation", this::explanation)
            .withQuery("asOf", "knownAt", "model"),
        Endpoint.post(Operation.POST_PEERS, "/peers", Intake.none(), this::peers));
  }

  private Future<Answer> profile(Call call) {
    Asked asked = asked(call);
    return workers.run(
        () -> Answer.json(EnterpriseView.of(Profile.of(history(asked), asked.asOf()))));
  }

  private Future<Answer> features(Call call) {
    Asked asked = asked(call);
    boolean plain = call.query("asOf").isEmpty() && call.query("knownAt").isEmpty();
    return workers.run(
        () -> {
          requireCovered(asked);
          Optional<UndisputedVector> kept =
              plain
                  ? platform
                      .vectors()
                      .kept(asked.uscc(), new Moment(asked.asOf(), asked.knownAt()))
                      .map(vector -> new UndisputedVector(vector, Map.of()))
                  : Optional.empty();
          UndisputedVector vector = kept.orElseGet(() -> vector(asked));
          return Answer.json(VectorView.of(platform.vectors().schema(), vector));
        });
  }

  private Future<Answer> score(Call call) {
    Asked asked = asked(call);
    @Nullable String model = call.query("model").orElse(null);
    Reader reader = Readers.of(call.access());
    return workers.run(
        () -> {
          Scored scored =
              platform
                  .scores()
                  .score(vector(asked), model)
                  .orElseThrow(() -> model == null ? notReady() : ModelApi.noSuchModel("model"));
          if (model == null) {
            shadows.observe(scored);
          }
          return Answer.json(
              ScoreView.of(platform.archive().serve(scored, reader), scored.score()));
        });
  }

  private Future<Answer> explanation(Call call) {
    Asked asked = asked(call);
    @Nullable String model = call.query("model").orElse(null);
    Reader reader = Readers.of(call.access());
    return workers.run(
        () -> {
          History history = history(asked);
          Scored scored =
              platform
                  .scores()
                  .score(platform.vectors().at(history, asked.asOf()), model)
                  .orElseThrow(() -> model == null ? notReady() : ModelApi.noSuchModel("model"));
          String id = platform.archive().serve(scored, reader).id().toString();
          return Answer.json(ExplanationView.of(id, platform.explainer().explain(scored, history)));
        });
  }

  private Future<Answer> peers(Call call) {
    LocalDate asOf = backend.usualDay();
    return workers.run(
        () ->
            TaskView.start(
                platform.tasks(),
                "peers",
                done -> {
                  PeerTable.Head head = platform.explainer().peers().build(asOf, done);
                  return "%s 同业基准，%d 家企业，%d 行"
                      .formatted(head.asOf(), head.enterprises(), head.rows());
                }));
  }

  private static Refusal notReady() {
    return Refusal.of(ProblemType.NOT_READY);
  }

  private UndisputedVector vector(Asked asked) {
    return platform.vectors().at(history(asked), asked.asOf());
  }

  /** An enterprise of which nothing was known by then does not exist for the caller. */
  private History history(Asked asked) {
    requireCovered(asked);
    History history = platform.vectors().history(asked.uscc(), asked.knownAt());
    if (Feeds.KNOWN.stream().noneMatch(history::has)) {
      throw notFound();
    }
    return history;
  }

  /** Asks the store where the reach is by consent: on a worker. */
  private static void requireCovered(Asked asked) {
    if (!asked.access().covers(asked.uscc().value())) {
      throw notFound();
    }
  }

  private Asked asked(Call call) {
    Uscc uscc = call.uscc();
    Instant now = backend.now();
    LocalDate asOf = call.day("asOf").orElseGet(backend::usualDay);
    Instant knownAt = backend.knownAt(call.instant("knownAt", now));
    return new Asked(call.access(), uscc, asOf, knownAt);
  }

  static Refusal notFound() {
    return Refusal.of(
            ProblemType.NOT_FOUND,
            "没有该企业的记录，或不属于您",
            "There is no record of this enterprise, or it is not yours")
        .at("uscc");
  }
}
