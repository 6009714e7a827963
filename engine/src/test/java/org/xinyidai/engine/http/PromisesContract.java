package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.api.Api;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.identity.Permissions;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Rule;

/** No endpoint changes anything without a key, whoever adds one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PromisesContract {
  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.in(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void what_is_not_a_post_changes_nothing() {
    for (Endpoint endpoint : endpoints()) {
      assertTrue(
          Set.of(HttpMethod.GET, HttpMethod.POST).contains(endpoint.method()),
          endpoint.operation().id() + " changes something, but only a POST wants a key");
    }
  }

  @Test
  void every_post_without_a_key_or_with_a_strange_one_is_refused_by_the_name_of_the_header() {
    int posts = 0;
    for (Endpoint endpoint : endpoints()) {
      if (endpoint.method().equals(HttpMethod.POST)) {
        posts++;
        assertRefused("idempotency-key-missing", endpoint, "");
        assertRefused("invalid-parameter", endpoint, "k".repeat(129));
        assertRefused("invalid-parameter", endpoint, "two words");
      }
    }
    assertTrue(posts > 20, "the endpoints were not found");
  }

  private static void assertRefused(String type, Endpoint endpoint, String key) {
    String path = Endpoint.BASE + endpoint.path().replaceAll("\\{\\w+}", "x");
    HttpRequest.Builder request = server.request(path);
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    Rule rule = Permissions.of(endpoint.operation()).orElseThrow();
    if (!rule.isOpen()) {
      request.header("Authorization", "Bearer " + server.token(anyOf(rule)));
    }
    endpoint.intake().mediaTypes().stream()
        .findFirst()
        .ifPresent(mediaType -> request.header("Content-Type", mediaType));
    boolean body = endpoint.intake().takesBody();
    HttpResponse<String> answer =
        server.sendAsItIs(
            request.POST(body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));

    String name = endpoint.operation().id() + " " + answer.body();
    assertEquals(400, answer.statusCode(), name);
    assertEquals(
        "urn:xinyidai:problem:" + type, RunningServer.json(answer).path("type").asText(), name);
    assertEquals("Idempotency-Key", RunningServer.json(answer).path("field").asText(), name);
  }

  private static Role anyOf(Rule rule) {
    return Arrays.stream(Role.values())
        .filter(role -> rule.reach(role) != Reach.NONE)
        .findFirst()
        .orElseThrow();
  }

  private static List<Endpoint> endpoints() {
    return Api.endpoints(server.backend, BodyLimits.standard(), null, null);
  }
}
