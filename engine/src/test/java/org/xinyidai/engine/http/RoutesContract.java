package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.api.Api;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Permissions;
import org.xinyidai.engine.identity.Role;

/** The routes, their description and the table of permissions name the same operations. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutesContract {
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
  void what_is_routed_is_described_and_what_is_described_is_routed() {
    Map<String, String> routed = new TreeMap<>();
    for (Endpoint endpoint : endpoints()) {
      String call = endpoint.method().name().toLowerCase(Locale.ROOT) + " " + endpoint.path();
      routed.put(call, endpoint.operation().id());
    }
    assertEquals(described(), routed);
  }

  @Test
  void every_operation_is_routed_once_and_has_a_rule() {
    for (Operation operation : Operation.values()) {
      assertTrue(Permissions.of(operation).isPresent(), operation.id());
      assertEquals(
          1,
          endpoints().stream().filter(endpoint -> endpoint.operation() == operation).count(),
          operation.id());
    }
  }

  @Test
  void every_query_parameter_is_described() {
    JsonNode paths = description().path("paths");
    for (Endpoint endpoint : endpoints()) {
      String method = endpoint.method().name().toLowerCase(Locale.ROOT);
      Map<String, String> query = new TreeMap<>();
      for (JsonNode parameter : paths.path(endpoint.path()).path(method).path("parameters")) {
        JsonNode meant = resolve(parameter);
        query.put(meant.path("name").asText(), meant.path("in").asText());
      }
      query.values().removeIf(place -> !place.equals("query"));
      assertEquals(endpoint.query(), query.keySet(), endpoint.path());
    }
  }

  @Test
  void every_call_but_health_metrics_and_those_by_which_people_come_in_wants_a_token() {
    for (Endpoint endpoint : endpoints()) {
      if (ENTRANCES.contains(endpoint.operation())) {
        continue;
      }
      HttpResponse<String> response =
          server.send(
              server
                  .request("/api/v1" + endpoint.path().replaceAll("\\{\\w+}", "x"))
                  .method(endpoint.method().name(), BodyPublishers.noBody()));
      boolean open =
          MONITORED.contains(endpoint.operation())
              || endpoint.operation() == Operation.LIST_PROVIDERS;
      assertEquals(open ? 200 : 401, response.statusCode(), endpoint.path());
    }
  }

  /** What a monitor on this machine asks. */
  private static final Set<Operation> MONITORED =
      Set.of(
          Operation.GET_HEALTH,
          Operation.GET_LIVENESS,
          Operation.GET_READINESS,
          Operation.GET_METRICS);

  /** They take what the caller brings to prove who it is, or a report in its hands. */
  private static final Set<Operation> ENTRANCES =
      Set.of(
          Operation.POST_SESSION,
          Operation.ACCEPT_INVITATION,
          Operation.LOOK_UP_CREDIT_REPORT,
          Operation.CHECK_CREDIT_REPORT,
          Operation.POST_PROVIDER_SESSION,
          Operation.GET_PROVIDER_CALLBACK);

  @Test
  void a_head_is_a_get_without_a_body() {
    HttpResponse<String> response =
        server.send(
            server
                .request("/api/v1/feeds", "Authorization", "Bearer " + server.token(Role.OFFICE))
                .method("HEAD", BodyPublishers.noBody()));

    assertEquals(200, response.statusCode());
    assertEquals("", response.body());
    assertNotEquals("0", response.headers().firstValue("Content-Length").orElseThrow());
  }

  private static List<Endpoint> endpoints() {
    return Api.endpoints(server.backend, BodyLimits.standard(), null, null);
  }

  private static Map<String, String> described() {
    Map<String, String> described = new TreeMap<>();
    description()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            described.put(
                                method.getKey() + " " + path.getKey(),
                                method.getValue().path("operationId").asText())));
    return described;
  }

  private static JsonNode resolve(JsonNode parameter) {
    return parameter.has("$ref")
        ? description().at(parameter.path("$ref").asText().substring(1))
        : parameter;
  }

  private static JsonNode description() {
    return RunningServer.json(server.get("/openapi.json"));
  }
}
