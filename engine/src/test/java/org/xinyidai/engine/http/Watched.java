package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** A task that was begun over HTTP, watched to its end. */
final class Watched {
  private Watched() {}

  static JsonNode task(RunningServer server, String token, HttpResponse<String> begun) {
    assertEquals(202, begun.statusCode(), begun.body());
    String watch = begun.headers().firstValue("Location").orElseThrow();
    JsonNode task;
    do {
      Thread.onSpinWait();
      task = RunningServer.json(server.getAs(token, watch));
    } while (!task.path("state").asText().matches("DONE|FAILED"));
    return task;
  }
}
