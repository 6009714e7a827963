package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;

/** A request that is sent again while the first is under way is not begun a second time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class StillRunningContract {
  private static final String SLOW = "/api/v1/test/slow";

  /** What the slow work answers. */
  record Done(int number) {}

  @TempDir Path folder;
  private final Semaphore begun = new Semaphore(0);
  private final Promise<Answer> work = Promise.promise();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void while_the_first_is_under_way_a_repeat_is_told_to_come_again_and_then_has_its_answer() {
    try (RunningServer server =
        RunningServer.with(
            folder,
            Endpoint.post(
                Operation.LIST_FEEDS,
                "/test/slow",
                Intake.none(),
                call -> {
                  runs.incrementAndGet();
                  begun.release();
                  return work.future();
                }))) {
      String bank = server.token(Role.BANK);
      CompletableFuture<HttpResponse<String>> first =
          CompletableFuture.supplyAsync(() -> post(server, bank, "k1"));
      begun.acquireUninterruptibly();

      HttpResponse<String> meanwhile = post(server, bank, "k1");
      assertEquals(409, meanwhile.statusCode(), meanwhile.body());
      assertTrue(RunningServer.json(meanwhile).path("type").asText().endsWith(":still-running"));
      assertEquals("1", meanwhile.headers().firstValue("Retry-After").orElseThrow());

      work.complete(Answer.json(new Done(1)));
      assertEquals(200, first.join().statusCode());
      assertEquals(first.join().body(), post(server, bank, "k1").body());
      assertEquals(1, runs.get());
    }
  }

  private static HttpResponse<String> post(RunningServer server, String token, String key) {
    return server.postAs(token, SLOW, "application/json", "", "Idempotency-Key", key);
  }
}
