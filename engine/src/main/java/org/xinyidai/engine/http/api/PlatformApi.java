package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.feedback.Relay;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Telemetry;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;

/** What a monitor asks: is it up, and how is it doing. */
final class PlatformApi {
  private static final byte[] ANYTHING = {0};

  private final Store store;
  private final Installation installation;
  private final @Nullable Relay relay;
  private final Telemetry telemetry;
  private final Workers workers;

  /** Little on purpose: anyone may ask. */
  record Health(String status, String data) {}

  /** The same without a word of the data. */
  record State(String status) {}

  /**
   * Ready, and to whom results are returned.
   *
   * @param feedback {@code off} where no node is configured, else the tiers
   */
  record Ready(String status, String feedback) {}

  PlatformApi(Backend backend, Telemetry telemetry, Workers workers) {
    this.store = backend.platform().store();
    this.installation = backend.installation();
    this.relay = backend.feedback().relay();
    this.telemetry = telemetry;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_HEALTH, "/health", this::health),
        Endpoint.get(Operation.GET_LIVENESS, "/health/live", this::live),
        Endpoint.get(Operation.GET_READINESS, "/health/ready", this::ready),
        Endpoint.get(Operation.GET_METRICS, "/metrics", this::metrics)
            .producing(MediaTypes.PROMETHEUS));
  }

  /** Up means that a worker is free and the store answers. */
  private Future<Answer> health(Call call) {
    Health up = new Health("up", installation.dataOrigin());
    return workers
        .run(() -> store.read(view -> view.get(Family.META, ANYTHING)))
        .map(read -> Answer.json(up));
  }

  /** Alive means that an event loop turns; only a start anew would help one that does not. */
  private Future<Answer> live(Call call) {
    return Future.succeededFuture(Answer.json(new State("live")));
  }

  /**
   * Ready means up, able to write, and not about to stop. A start that failed a self test never
   * comes so far.
   */
  private Future<Answer> ready(Call call) {
    if (telemetry.isDraining()) {
      throw Refusal.of(ProblemType.DRAINING);
    }
    return workers
        .run(
            () -> {
              requireWritable();
              return store.read(view -> view.get(Family.META, ANYTHING));
            })
        .map(read -> Answer.json(new Ready("ready", feedback())));
  }

  private String feedback() {
    return relay == null
        ? "off"
        : relay.tiers().stream().map(Tier::code).collect(Collectors.joining(","));
  }

  /** Anyone may ask, so the answer says what is wrong and nothing of where. */
  private void requireWritable() {
    try {
      store.requireWritable();
    } catch (StoreException e) {
      throw e.category() == Category.EXHAUSTED
          ? Refusal.of(ProblemType.NOT_WRITABLE, "磁盘空间已用尽", "The disk is full")
          : Refusal.of(ProblemType.NOT_WRITABLE, "存储写入失败", "Writes to the store fail");
    }
  }

  private Future<Answer> metrics(Call call) {
    return workers.run(telemetry::scrape).map(text -> Answer.text(Telemetry.CONTENT_TYPE, text));
  }
}
