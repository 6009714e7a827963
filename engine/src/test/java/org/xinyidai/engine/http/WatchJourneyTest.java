package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreGauge;
import org.xinyidai.engine.telemetry.CapturedLog;
import org.xinyidai.engine.telemetry.LogLines;

/** What a monitor sees of a server: its health, its metrics and its log. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchJourneyTest {
  private static final String UUID = "6f9619ff-8b86-4011-b42d-00c04fc964ff";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @TempDir private Path folder;

  @Test
  void alive_and_ready_are_two_answers_and_only_ready_ends_when_the_server_is_about_to_stop() {
    try (RunningServer server = RunningServer.in(folder)) {
      for (String path : List.of("/health/live", "/api/v1/health/live")) {
        assertEquals("live", RunningServer.json(server.get(path)).path("status").asText());
      }
      assertEquals(200, server.get("/health/ready").statusCode());

      server.announceEnd();

      HttpResponse<String> ready = server.get("/api/v1/health/ready");
      assertEquals(503, ready.statusCode());
      assertTrue(RunningServer.json(ready).path("type").asText().endsWith(":draining"));
      assertEquals(200, server.get("/health/live").statusCode());
      assertEquals(200, server.getAs(server.token(Role.BANK), "/api/v1/feeds").statusCode());
    }
  }

  @Test
  void a_server_that_can_read_but_no_longer_write_is_not_ready_and_says_why() throws IOException {
    Path state = folder.resolve("state");
    try (RunningServer server = RunningServer.in(state)) {
      String bank = server.token(Role.BANK);
      // The store finds no place for its next file, as when a disk is gone, and writes no more.
      Files.move(state, folder.resolve("elsewhere"));
      assertThrows(StoreException.class, () -> server.backend.platform().store().compact());

      HttpResponse<String> ready = server.get("/health/ready");
      assertEquals(503, ready.statusCode(), ready.body());
      assertTrue(RunningServer.json(ready).path("type").asText().endsWith(":not-writable"));
      assertEquals("存储写入失败", RunningServer.json(ready).path("detail").asText());
      assertFalse(ready.body().contains(folder.toString()), ready.body());
      assertEquals(200, server.get("/health/live").statusCode());
      assertEquals(200, server.getAs(bank, "/api/v1/feeds").statusCode(), "it still reads");
    }
  }

  @Test
  void every_figure_of_the_store_and_a_histogram_of_each_operation_are_in_the_metrics() {
    try (RunningServer server = RunningServer.in(folder)) {
      server.getAs(server.token(Role.BANK), "/api/v1/feeds");
      String metrics = server.get("/metrics").body();
      for (StoreGauge gauge : StoreGauge.values()) {
        String name = "xinyidai_store_" + gauge.id().replace('.', '_') + " ";
        assertTrue(metrics.lines().anyMatch(line -> line.startsWith(name)), name);
      }
      for (String start :
          List.of(
              "xinyidai_http_requests_seconds_bucket{operation=\"listFeeds\",status=\"200\",le=\"",
              "xinyidai_tasks_waiting 0.0",
              "xinyidai_tasks_running 0.0",
              "xinyidai_http_work ",
              "xinyidai_http_ingests 0.0",
              "xinyidai_store_write_queue 0.0",
              "xinyidai_store_iterators 0.0",
              "jvm_memory_used_bytes",
              "jvm_threads_live_threads",
              "system_cpu_count")) {
        assertTrue(metrics.lines().anyMatch(line -> line.startsWith(start)), start);
      }
      assertTrue(value(metrics, "xinyidai_store_handles ") > 0);
      assertTrue(value(metrics, "xinyidai_store_memtable_bytes ") > 0);
    }
  }

  @Test
  void the_id_of_a_request_stands_in_its_answer_and_in_its_line_beside_the_trace_of_the_caller()
      throws IOException {
    try (CapturedLog log = CapturedLog.of(LogLines.JSON)) {
      HttpResponse<String> answer;
      String account;
      try (RunningServer server = RunningServer.in(folder)) {
        String token = server.token(Role.BANK);
        account = server.backend.accounts().all().get(0).id();
        answer =
            server.getAs(
                token,
                "/api/v1/feeds",
                "X-Request-Id",
                UUID,
                "traceparent",
                "00-" + TRACE + "-00f067aa0ba902b7-01");
      }
      assertEquals(UUID, answer.headers().firstValue("X-Request-Id").orElseThrow());
      assertTrue(answer.headers().firstValue("traceparent").orElseThrow().contains(TRACE));
      JsonNode line =
          new ObjectMapper()
              .readTree(
                  log.lines().stream()
                      .filter(text -> text.contains(UUID))
                      .findFirst()
                      .orElseThrow());
      assertEquals("listFeeds", line.path("operation").asText());
      assertEquals(200, line.path("status").asInt());
      assertEquals("bank", line.path("role").asText());
      assertEquals(account, line.path("account").asText());
      assertEquals(TRACE, line.path("traceId").asText());
      assertTrue(line.path("ms").isIntegralNumber());
    }
  }

  private static double value(String metrics, String start) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
        .findFirst()
        .orElseThrow();
  }
}
