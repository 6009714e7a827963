package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.connectors.feed.Reading;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.http.api.BatchView.Brief;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Telemetry;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.ingest.BatchConflict;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ingest.Receipt.Status;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.resolution.Cases;
import org.xinyidai.engine.resolution.Standing;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;

/** Takes records of source offices (数据归集): one request is one batch, named by its key. */
final class RecordApi {
  private static final String RETRY_AFTER_SECONDS = "1";

  private final Ingest ingest;
  private final Cases cases;
  private final BodyLimits bodies;
  private final Telemetry telemetry;
  private final Workers workers;

  RecordApi(Platform platform, BodyLimits bodies, Telemetry telemetry, Workers workers) {
    ingest = platform.ingest();
    cases = platform.resolution().cases();
    this.bodies = bodies;
    this.telemetry = telemetry;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake records = Intake.records(bodies.recordsBytes());
    return List.of(Endpoint.post(Operation.POST_RECORDS, "/records/{feed}", records, this::post));
  }

  private Future<Answer> post(Call call) {
    Feed<?> feed = feed(call.path("feed"));
    String key = IdempotencyKey.required(call);
    Format format = Format.ofMediaType(call.bodyType()).orElseThrow();
    String source = call.access().account().organisation();
    byte[] body = call.body().getBytes();
    return workers.run(
        () -> brief(take(Delivery.ofRequest(feed, source, key, body), format, body)));
  }

  private Answer brief(Receipt receipt) {
    Standing resolution = cases.standing(receipt.batch().id());
    return Answer.created(location(receipt), Brief.of(receipt, resolution));
  }

  private static Feed<?> feed(String id) {
    return Feeds.byId(id)
        .orElseThrow(
            () ->
                Refusal.of(
                        ProblemType.NOT_FOUND,
                        "没有此归集目录项；全部目录项见 /api/v1/feeds",
                        "There is no such feed; /api/v1/feeds lists them all")
                    .at("feed"));
  }

  private Receipt take(Delivery delivery, Format format, byte[] body) {
    Receipt receipt;
    try {
      FeedReader reader = open(delivery.feed(), format, body);
      receipt = ingest.take(delivery, reader, new RowCounter(delivery.feed().id(), telemetry));
    } catch (UnreadableFile e) {
      throw unreadable(e.getMessage());
    } catch (BatchConflict e) {
      throw conflict(e);
    }
    if (receipt.status() == Status.BROKEN) {
      throw unreadable(receipt.problem()).withHeader("Location", Endpoint.BASE + location(receipt));
    }
    return receipt;
  }

  private FeedReader open(Feed<?> feed, Format format, byte[] body) throws UnreadableFile {
    Reading reading = Reading.of(feed, feed.id()).within(bodies.reading());
    return FeedReader.open(reading, new ByteArrayInputStream(body), format);
  }

  private static String location(Receipt receipt) {
    return "/batches/" + receipt.batch().id();
  }

  /** The words of the reader are about the bytes that this very caller sent. */
  private static Refusal unreadable(@Nullable String problem) {
    return Refusal.of(
            ProblemType.INVALID_VALUE,
            "请求体无法读完，此前可读的记录已处理：" + problem,
            "The body cannot be read to its end; what came before is taken: " + problem)
        .at("body");
  }

  private static Refusal conflict(BatchConflict conflict) {
    return switch (conflict.kind()) {
      case IN_PROGRESS ->
          Refusal.of(ProblemType.STILL_RUNNING)
              .at(IdempotencyKey.HEADER)
              .withHeader("Retry-After", RETRY_AFTER_SECONDS);
      case CONTENT_DIFFERS ->
          Refusal.of(ProblemType.IDEMPOTENCY_KEY_REUSED).at(IdempotencyKey.HEADER);
    };
  }
}
