package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.catalogue.Catalogue;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.task.Tasks;
import org.xinyidai.models.distribution.Episode;
import org.xinyidai.models.distribution.FeatureStatus;
import org.xinyidai.models.distribution.Population;

/** The feature catalogue with what its features look like, and what moved (特征目录、漂移). */
final class CatalogueApi {
  private final Backend backend;
  private final Catalogue catalogue;
  private final Tasks tasks;
  private final Workers workers;

  /** A snapshot; its days lead to the others. */
  record FeatureList(
      LocalDate asOf,
      @Nullable LocalDate base,
      int schemaVersion,
      long enterprises,
      List<LocalDate> snapshots,
      List<FeatureStatusView> features) {}

  /** What moved against a base period. */
  record DriftView(LocalDate base, List<LocalDate> months, List<Episode> episodes) {}

  /** What was asked: a snapshot beside a base. */
  private record Asked(Population now, Optional<Population> base) {}

  CatalogueApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.catalogue = backend.platform().catalogue();
    this.tasks = backend.platform().tasks();
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_FEATURES, "/features", this::features)
            .withQuery("asOf", "base"),
        Endpoint.get(Operation.GET_FEATURE, "/features/{name}", this::feature)
            .withQuery("asOf", "base"),
        Endpoint.post(Operation.POST_SNAPSHOT, "/features/snapshots", Intake.none(), this::snapshot)
            .withQuery("asOf"),
        Endpoint.get(Operation.GET_DRIFT, "/drift", this::drift).withQuery("from", "until"));
  }

  private Future<Answer> features(Call call) {
    Optional<LocalDate> asOf = call.day("asOf");
    Optional<LocalDate> base = call.day("base");
    return workers.run(
        () -> {
          Asked asked = asked(asOf, base);
          return Answer.json(
              new FeatureList(
                  asked.now().asOf(),
                  base.orElse(null),
                  asked.now().schema().version(),
                  asked.now().enterprises(),
                  catalogue.days(),
                  catalogue.statuses(asked.now(), asked.base()).stream()
                      .map(FeatureStatusView::of)
                      .toList()));
        });
  }

  private Future<Answer> feature(Call call) {
    String name = call.path("name");
    Optional<LocalDate> asOf = call.day("asOf");
    Optional<LocalDate> base = call.day("base");
    int position =
        backend
            .platform()
            .vectors()
            .schema()
            .position(name)
            .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("name"));
    return workers.run(
        () -> {
          Asked asked = asked(asOf, base);
          return Answer.json(
              FeatureStatusView.of(FeatureStatus.of(asked.now(), asked.base(), position)));
        });
  }

  private Future<Answer> snapshot(Call call) {
    Optional<LocalDate> asOf = call.day("asOf");
    Instant knownAt = backend.now();
    String id = "snapshot" + asOf.map(day -> "-" + day).orElse("");
    return workers.run(
        () ->
            TaskView.start(
                tasks,
                id,
                done -> {
                  Population taken =
                      asOf.isPresent()
                          ? catalogue.take(asOf.get(), knownAt, done)
                          : catalogue.take(done);
                  return "%s 特征快照，%d 家企业".formatted(taken.asOf(), taken.enterprises());
                }));
  }

  private Future<Answer> drift(Call call) {
    LocalDate from = call.day("from").orElseThrow(() -> needed("from"));
    LocalDate until = call.day("until").orElse(from);
    return workers.run(
        () ->
            catalogue
                .drift(from, until)
                .map(report -> new DriftView(report.base(), report.months(), report.episodes()))
                .map(Answer::json)
                .orElseThrow(() -> noSnapshot("from")));
  }

  private Asked asked(Optional<LocalDate> asOf, Optional<LocalDate> base) {
    Population now = catalogue.find(asOf).orElseThrow(() -> noSnapshot("asOf"));
    Optional<Population> chosen = base.map(day -> snapshotOf(day));
    return new Asked(now, chosen);
  }

  private Population snapshotOf(LocalDate day) {
    return catalogue.find(Optional.of(day)).orElseThrow(() -> noSnapshot("base"));
  }

  private static Refusal noSnapshot(String parameter) {
    return Refusal.of(
            ProblemType.NOT_FOUND,
            "没有该日期的特征快照；请先 POST /api/v1/features/snapshots",
            "There is no snapshot of that day; POST /api/v1/features/snapshots takes one")
        .at(parameter);
  }

  private static Refusal needed(String parameter) {
    return Refusal.of(
            ProblemType.INVALID_PARAMETER, "须给出基期起始日", "The first day of the base is needed")
        .at(parameter);
  }
}
