package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;

/** With every thread taken, the server still says so at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class BusyContract {
  private static final String STUCK = "/api/v1/test/stuck";

  @TempDir Path folder;

  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch release = new CountDownLatch(1);

  @Test
  void past_its_bound_work_is_refused_with_a_time_to_come_again_and_pages_are_still_served() {
    try (RunningServer server =
        RunningServer.with(folder, config -> config.withConcurrency(1, 2, 2), this::stuck)) {
      String bank = server.token(Role.BANK);
      List<CompletableFuture<HttpResponse<String>>> waiting =
          List.of(later(server, bank), later(server, bank));
      begun.acquireUninterruptibly(2);

      HttpResponse<String> refused = server.getAs(bank, STUCK);
      assertEquals(503, refused.statusCode());
      assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(200, server.get("/docs").statusCode());

      release.countDown();
      waiting.forEach(answer -> assertEquals(200, answer.join().statusCode()));
      assertEquals(200, server.getAs(bank, STUCK).statusCode());
    }
  }

  @Test
  void only_so_many_bodies_of_records_are_held_at_once() throws IOException {
    try (RunningServer server =
        RunningServer.with(
            folder, config -> config.withConcurrency(1, 2, 64), workers -> List.of())) {
      String source = server.token(Role.SOURCE);
      Socket slow = begin(server, source);
      HttpResponse<String> response = post(server, source);
      while (response.statusCode() == 201) {
        if (slow.getInputStream().available() > 0) {
          // It came while a quick one was held, and was itself refused.
          slow.close();
          slow = begin(server, source);
        }
        response = post(server, source);
      }
      assertEquals(503, response.statusCode());
      slow.close();
      while (response.statusCode() == 503) {
        response = post(server, source);
      }
      assertEquals(201, response.statusCode());
    }
  }

  private List<Endpoint> stuck(Workers workers) {
    return List.of(
        Endpoint.get(
            Operation.LIST_FEEDS,
            "/test/stuck",
            call ->
                workers.run(
                    () -> {
                      begun.release();
                      release.await();
                      return Answer.text("text/plain", "done");
                    })));
  }

  private static CompletableFuture<HttpResponse<String>> later(RunningServer server, String token) {
    return CompletableFuture.supplyAsync(
        () -> {
          HttpResponse<String> answer = server.getAs(token, STUCK);
          while (answer.statusCode() == 503) {
            // The hourly chores of a fresh server hold a place for a moment.
            answer = server.getAs(token, STUCK);
          }
          return answer;
        });
  }

  private static Socket begin(RunningServer server, String source) throws IOException {
    Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port());
    slow.getOutputStream().write(half(source).getBytes(UTF_8));
    slow.getOutputStream().flush();
    return slow;
  }

  private static HttpResponse<String> post(RunningServer server, String source) {
    String path = "/api/v1/records/tax_rating";
    String header = "uscc,publishedOn,year,grade\n";
    return server.postAs(source, path, "text/csv", header, "Idempotency-Key", "k");
  }

  private static String half(String source) {
    return "POST /api/v1/records/tax_rating HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + source
        + "\r\nContent-Type: text/csv\r\nIdempotency-Key: s\r\nContent-Length: 100\r\n\r\nuscc";
  }
}
