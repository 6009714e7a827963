package org.xinyidai.engine.http.api;

import java.util.List;
import java.util.stream.Stream;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Telemetry;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.ingest.Batches;

/** Every endpoint of the API, each once. */
public final class Api {
  private Api() {}

  public static List<Endpoint> endpoints(
      Backend backend, BodyLimits bodies, Workers workers, Telemetry telemetry) {
    return Stream.of(
            new FeedApi().endpoints(),
            new RecordApi(backend.ingest(), bodies, telemetry, workers).endpoints(),
            new BatchApi(new Batches(backend.store()), workers).endpoints(),
            new PlatformApi(backend.store(), backend.installation(), telemetry, workers)
                .endpoints())
        .flatMap(List::stream)
        .toList();
  }
}
