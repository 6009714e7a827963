package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimitTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path folder;
  private long now;

  @Test
  void a_client_may_burst_and_then_goes_at_its_rate_whatever_others_do() {
    RateLimit limit = new RateLimit(SECOND, 3, 10, () -> now);
    for (int i = 0; i < 3; i++) {
      assertEquals(0, limit.take("a"), "call " + i);
    }
    assertEquals(SECOND, limit.take("a"));
    assertEquals(0, limit.take("b"));
    now += SECOND;
    assertEquals(0, limit.take("a"));
    assertEquals(SECOND, limit.take("a"));
    now += 100 * SECOND;
    for (int i = 0; i < 3; i++) {
      assertEquals(0, limit.take("a"), "quiet for long, it has its burst and no more");
    }
    assertEquals(SECOND, limit.take("a"));
  }

  @Test
  void no_more_clients_are_remembered_than_its_bound() {
    RateLimit limit = new RateLimit(SECOND, 1, 2, () -> now);
    assertEquals(0, limit.take("a"));
    assertEquals(0, limit.take("b"));
    assertTrue(limit.take("a") > 0);
    assertEquals(0, limit.take("c"));
    assertTrue(limit.take("a") > 0, "called last, remembered");
    assertEquals(0, limit.take("b"), "quiet longest, forgotten");
  }

  @Test
  void who_calls_too_often_is_told_when_to_come_again() {
    try (RunningServer server =
        RunningServer.with(
            folder, config -> config.withRates(new Rates(1, 3, 2, 10)), workers -> List.of())) {
      String office = server.token(Role.OFFICE);
      for (int i = 0; i < 3; i++) {
        assertEquals(200, server.getAs(office, "/api/v1/feeds").statusCode());
      }
      HttpResponse<String> refused = server.getAs(office, "/api/v1/feeds");
      assertEquals(429, refused.statusCode());
      assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(200, server.getAs(server.token(Role.ADMIN), "/api/v1/feeds").statusCode());
      assertEquals(200, server.get("/api/v1/health").statusCode());
    }
  }

  @Test
  void tries_to_come_in_have_a_rate_of_their_own_that_is_far_lower() {
    try (RunningServer server =
        RunningServer.with(
            folder,
            config -> config.withRates(new Rates(500, 2_000, 2, 10)),
            workers -> List.of())) {
      for (int i = 0; i < 20; i++) {
        assertEquals(200, server.get("/api/v1/health").statusCode());
      }
      assertEquals(401, tryToEnter(server));
      assertEquals(401, tryToEnter(server));
      assertEquals(429, tryToEnter(server));
      assertEquals(429, accept(server), "with a guessed invitation neither");
    }
  }

  private static int accept(RunningServer server) {
    String body = "{\"code\":\"guessed\",\"user\":\"somebody\",\"password\":\"%s\"}";
    return server
        .send(
            server
                .request("/api/v1/invitations/acceptance", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.formatted("windy lamp of march"))))
        .statusCode();
  }

  private static int tryToEnter(RunningServer server) {
    String body = "{\"user\":\"somebody\",\"password\":\"wrong\"}";
    return server
        .send(
            server
                .request("/api/v1/sessions", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }
}
