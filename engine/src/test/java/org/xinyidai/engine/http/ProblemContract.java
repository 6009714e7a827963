package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;

/** What every refusal looks like, whoever makes it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemContract {
  private static final String SECRET = "canary-7f3b";

  @TempDir static Path folder;
  private static RunningServer server;
  private static String bank;

  /** A body with one member. */
  record Echo(int number) {}

  @BeforeAll
  static void start() {
    server =
        RunningServer.with(
            folder,
            Endpoint.get(
                Operation.LIST_FEEDS,
                "/test/fails",
                call -> Future.failedFuture(new IllegalStateException(SECRET))),
            Endpoint.get(
                Operation.LIST_FEEDS,
                "/test/throws",
                call -> {
                  throw new IllegalArgumentException(SECRET);
                }),
            Endpoint.get(
                Operation.LIST_FEEDS,
                "/test/full",
                call ->
                    Future.failedFuture(new StoreException(Category.EXHAUSTED, "full: " + SECRET))),
            Endpoint.get(
                Operation.POST_RECORDS,
                "/test/only-source",
                call -> Future.succeededFuture(Answer.json(new Echo(1)))),
            Endpoint.post(
                Operation.LIST_FEEDS,
                "/test/echo",
                Intake.json(RunningServer.SMALL_BODIES.jsonBytes()),
                call -> Future.succeededFuture(Answer.json(call.json(Echo.class)))));
    bank = server.token(Role.BANK);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A refused request: what is sent, and what status and type answer it. */
  record Row(String what, int status, String type, HttpResponse<String> response) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Row> refusals() {
    String feeds = "/api/v1/feeds";
    String echo = "/api/v1/test/echo";
    String json = "application/json";
    String large = "\"" + "x".repeat(RunningServer.SMALL_BODIES.jsonBytes()) + "\"";
    return Stream.of(
        row("no token", 401, "token-missing", server.get(feeds)),
        row(
            "another scheme",
            401,
            "token-invalid",
            server.get(feeds, "Authorization", "Basic eA==")),
        row("a made-up token", 401, "token-invalid", server.getAs("xyd_" + "A".repeat(43), feeds)),
        row(
            "a role that may not",
            403,
            "forbidden",
            server.getAs(bank, "/api/v1/test/only-source")),
        row("no such path", 404, "not-found", server.get("/api/v1/nothing")),
        row("no such page", 404, "not-found", server.get("/nothing")),
        row(
            "a wrong method",
            405,
            "method-not-allowed",
            server.send(server.request(feeds).DELETE())),
        row(
            "an answer in XML",
            406,
            "not-acceptable",
            server.getAs(bank, feeds, "Accept", "application/xml")),
        row(
            "an unknown parameter",
            400,
            "unknown-parameter",
            server.getAs(bank, feeds + "?page=2")),
        row("broken JSON", 400, "invalid-json", server.postAs(bank, echo, json, "{\"number\":")),
        row(
            "an unknown member",
            400,
            "invalid-json",
            server.postAs(bank, echo, json, "{\"number\":1,\"more\":2}")),
        row(
            "a member twice",
            400,
            "invalid-json",
            server.postAs(bank, echo, json, "{\"number\":1,\"number\":2}")),
        row(
            "text for a number",
            400,
            "invalid-json",
            server.postAs(bank, echo, json, "{\"number\":\"1\"}")),
        row("no body", 400, "invalid-json", server.postAs(bank, echo, json, "")),
        row("null for a body", 400, "invalid-json", server.postAs(bank, echo, json, "null")),
        row(
            "a body in XML",
            415,
            "unsupported-media-type",
            server.postAs(bank, echo, "application/xml", "<a/>")),
        row(
            "a compressed body",
            415,
            "unsupported-media-type",
            server.postAs(bank, echo, json, "{}", "Content-Encoding", "br")),
        row("a large body", 413, "body-too-large", server.postAs(bank, echo, json, large)),
        row(
            "a large body in pieces",
            413,
            "body-too-large",
            server.send(
                server
                    .request(echo, "Authorization", "Bearer " + bank, "Content-Type", json)
                    .POST(
                        BodyPublishers.ofByteArrays(
                            List.of(large.getBytes(UTF_8), large.getBytes(UTF_8)))))),
        row("a failed future", 500, "internal", server.getAs(bank, "/api/v1/test/fails")),
        row("a store that is full", 503, "too-busy", server.getAs(bank, "/api/v1/test/full")),
        row("an exception", 500, "internal", server.getAs(bank, "/api/v1/test/throws")));
  }

  private static Row row(String what, int status, String type, HttpResponse<String> response) {
    return new Row(what, status, type, response);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refusal_is_a_problem_document_that_says_what_to_do(Row row) {
    HttpResponse<String> response = row.response();
    assertEquals(row.status(), response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElseThrow());
    JsonNode problem = RunningServer.json(response);
    assertEquals("urn:xinyidai:problem:" + row.type(), problem.path("type").asText());
    assertEquals(row.status(), problem.path("status").asInt());
    for (String member : List.of("title", "detail", "nextStep")) {
      assertTrue(problem.path(member).asText().matches(".*\\p{IsHan}.*"), member + ": " + problem);
    }
    assertEquals(
        response.headers().firstValue("X-Request-Id").orElseThrow(),
        problem.path("requestId").asText());
    assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
    assertSecure(response);
  }

  @Test
  void an_exception_tells_its_caller_nothing_of_the_inside() {
    for (String path : List.of("/api/v1/test/fails", "/api/v1/test/throws", "/api/v1/test/full")) {
      String body = server.getAs(bank, path).body();
      assertFalse(body.contains(SECRET), body);
      assertFalse(body.contains("Exception"), body);
    }
  }

  @Test
  void english_is_spoken_to_those_who_want_it_more() {
    HttpResponse<String> response =
        server.get("/api/v1/nothing", "Accept-Language", "de, en;q=0.8, zh;q=0.5");

    assertEquals("Not found", RunningServer.json(response).path("title").asText());
    assertEquals("en", response.headers().firstValue("Content-Language").orElseThrow());
  }

  @Test
  void a_wrong_method_is_told_the_right_ones() {
    HttpResponse<String> response = server.send(server.request("/api/v1/feeds").DELETE());

    assertEquals("GET, HEAD", response.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void a_missing_token_is_told_the_scheme() {
    HttpResponse<String> response = server.get("/api/v1/feeds");

    assertEquals(
        "Bearer realm=\"xinyidai\"",
        response.headers().firstValue("WWW-Authenticate").orElseThrow());
  }

  @Test
  void the_faulty_member_is_named_by_its_path() {
    HttpResponse<String> response =
        server.postAs(bank, "/api/v1/test/echo", "application/json", "{\"number\":\"1\"}");

    assertEquals("number", RunningServer.json(response).path("field").asText());
  }

  @Test
  void a_connection_serves_on_after_a_refusal() {
    for (int i = 0; i < 3; i++) {
      assertEquals(401, server.get("/api/v1/feeds").statusCode());
      assertEquals(200, server.getAs(bank, "/api/v1/feeds").statusCode());
    }
  }

  static void assertSecure(HttpResponse<String> response) {
    String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElseThrow());
    assertEquals("DENY", response.headers().firstValue("X-Frame-Options").orElseThrow());
    assertEquals("no-referrer", response.headers().firstValue("Referrer-Policy").orElseThrow());
    for (String header : List.of("Cross-Origin-Resource-Policy", "Cross-Origin-Opener-Policy")) {
      assertEquals("same-origin", response.headers().firstValue(header).orElseThrow(), header);
    }
    assertEquals(
        "camera=(), geolocation=(), microphone=()",
        response.headers().firstValue("Permissions-Policy").orElseThrow());
  }
}
