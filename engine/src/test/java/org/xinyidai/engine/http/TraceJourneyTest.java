package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.telemetry.Collector;
import org.xinyidai.engine.telemetry.Collector.Arrived;
import org.xinyidai.engine.telemetry.Tracing;

/** A request on a trace of its caller, as a collector sees it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TraceJourneyTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String OWN = "/api/v1/enterprises/" + RunningServer.USCC;

  @TempDir private Path folder;

  @Test
  void a_score_is_a_span_of_the_callers_trace_with_its_steps_below_it() throws IOException {
    try (Collector collector = new Collector()) {
      String answered = score(Tracing.to(collector.address(), 100), "01");

      Arrived request = span(collector, "getScore");
      assertEquals(TRACE, request.trace());
      assertEquals(CALLER, request.parent());
      assertEquals("00-" + TRACE + "-" + request.id() + "-01", answered);
      assertEquals("200", request.attributes().get("http.response.status_code"));
      assertEquals("GET", request.attributes().get("http.request.method"));
      assertEquals("enterprise", request.attributes().get("xinyidai.role"));
      for (String step : List.of("score", "store write")) {
        assertTrue(
            collector.spans().stream()
                .anyMatch(span -> span.name().equals(step) && span.parent().equals(request.id())),
            step + " is not in " + collector.spans());
      }
    }
  }

  @Test
  void nothing_that_reaches_the_collector_tells_of_anyone() throws IOException {
    try (Collector collector = new Collector()) {
      score(Tracing.to(collector.address(), 100), "01");
      assertFalse(collector.spans().isEmpty());
      for (String secret : List.of(RunningServer.USCC, "CanaryTrading", "CANARYMETHOD", "Bearer")) {
        assertFalse(collector.text().contains(secret), secret);
      }
    }
  }

  @Test
  void a_caller_that_does_not_want_its_trace_recorded_is_obeyed() throws IOException {
    try (Collector collector = new Collector()) {
      score(Tracing.to(collector.address(), 100), "00");
      assertTrue(collector.spans().stream().noneMatch(span -> span.trace().equals(TRACE)));
    }
  }

  @Test
  void a_collector_that_is_not_there_costs_no_request() {
    String answered = score(Tracing.to(URI.create("http://127.0.0.1:1"), 100), "01");
    assertTrue(answered.startsWith("00-" + TRACE), answered);
  }

  /** Asks for a score on the caller's trace, ends the server, and tells what was answered. */
  private String score(Tracing tracing, String flags) {
    HttpResponse<String> answer;
    try (tracing;
        RunningServer server = RunningServer.traced(folder, tracing)) {
      server.postAs(
          server.token(Role.SOURCE),
          "/api/v1/records/tax_rating",
          "text/csv",
          "uscc,publishedOn,year,grade\n" + RunningServer.USCC + ",2023-04-12,2022,A\n",
          "Idempotency-Key",
          "k1");
      server.backend.platform().models().keep(SmallModel.named("card-1", -2));
      server.backend.platform().models().promote("card-1");
      server.send(server.request("/health").method("CANARYMETHOD", BodyPublishers.noBody()));
      answer =
          server.getAs(
              server.token(Role.ENTERPRISE),
              OWN + "/score",
              "X-Purpose",
              "CanaryTrading",
              "tracestate",
              "canary=CanaryTrading",
              "traceparent",
              "00-" + TRACE + "-" + CALLER + "-" + flags);
      assertEquals(200, answer.statusCode(), answer.body());
    }
    return answer.headers().firstValue("traceparent").orElseThrow();
  }

  private static Arrived span(Collector collector, String name) throws IOException {
    return collector.spans().stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }
}
