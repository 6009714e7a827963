package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Backfill;
import org.xinyidai.engine.serving.BackfillProgress;
import org.xinyidai.engine.task.Tasks;

/** Filling a new feature into kept vectors, and all other tasks under way. */
final class BackfillApi {
  private static final String PATH = "/backfills/{feature}";

  private final Backfill backfill;
  private final Tasks tasks;
  private final Workers workers;

  /** How far it has come. */
  record BackfillView(
      String feature, int schemaVersion, boolean complete, long examined, long filled) {
    static BackfillView of(String feature, BackfillProgress progress) {
      return new BackfillView(
          feature,
          progress.schemaVersion(),
          progress.complete(),
          progress.examined(),
          progress.filled());
    }
  }

  BackfillApi(Platform platform, Workers workers) {
    this.backfill = platform.backfill();
    this.tasks = platform.tasks();
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(Operation.POST_BACKFILL, PATH, Intake.none(), this::start),
        Endpoint.get(Operation.GET_BACKFILL, PATH, this::progress),
        Endpoint.get(Operation.GET_TASK, "/tasks/{id}", this::task));
  }

  private Future<Answer> start(Call call) {
    String feature = feature(call);
    return workers.run(
        () ->
            TaskView.start(
                tasks,
                "backfill-" + feature,
                done -> {
                  BackfillProgress end =
                      backfill.run(feature, step -> done.accept(step.examined()));
                  return "检查 %d 个特征向量，回填 %d 个".formatted(end.examined(), end.filled());
                }));
  }

  private Future<Answer> progress(Call call) {
    String feature = feature(call);
    return workers.run(
        () ->
            Answer.json(
                BackfillView.of(
                    feature,
                    backfill
                        .progress(feature)
                        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("feature")))));
  }

  private Future<Answer> task(Call call) {
    return Future.succeededFuture(
        Answer.json(
            TaskView.of(
                tasks
                    .find(call.path("id"))
                    .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id")))));
  }

  private String feature(Call call) {
    String feature = call.path("feature");
    if (!backfill.knows(feature)) {
      throw Refusal.of(
              ProblemType.NOT_FOUND,
              "没有此特征；全部特征见 /api/v1/features",
              "There is no such feature; /api/v1/features lists them all")
          .at("feature");
    }
    return feature;
  }
}
