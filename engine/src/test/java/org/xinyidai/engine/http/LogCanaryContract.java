package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinyidai.engine.http.api.Api;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.telemetry.CapturedLog;
import org.xinyidai.engine.telemetry.LogLines;

/** Names, codes, amounts, tokens and passwords go in by every door; none comes out in the log. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogCanaryContract {
  private static final String USCC = RunningServer.USCC;
  private static final String NAME = "金丝雀商贸";
  private static final String LATIN_NAME = "CanaryTrading";
  private static final String AMOUNT = "748159263";
  private static final String PASSWORD = "Canary-pass-4711";
  private static final String TOKEN = "xyd_canarycanarycanarycanarycanarycanarycan";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(LogLines.class)
  void nothing_of_what_requests_say_of_anyone_is_in_any_line(LogLines form) {
    Set<String> secrets = new TreeSet<>(List.of(USCC, NAME, LATIN_NAME, AMOUNT, PASSWORD, TOKEN));
    Set<Integer> statuses = new TreeSet<>();
    List<String> lines;
    try (CapturedLog log = CapturedLog.of(form)) {
      try (RunningServer server = RunningServer.with(folder, failing())) {
        for (Role role : Role.values()) {
          String token = server.token(role);
          secrets.add(token);
          for (Endpoint endpoint : endpoints(server)) {
            statuses.add(server.send(call(server, endpoint, token)).statusCode());
          }
        }
        statuses.add(server.send(call(server, failing(), server.token(Role.BANK))).statusCode());
        statuses.add(server.getAs(TOKEN, "/api/v1/feeds").statusCode());
        statuses.add(server.get("/" + USCC + "/" + LATIN_NAME).statusCode());
        statuses.add(upload(server).statusCode());
        new RawClient(server.port()).send("NONSENSE " + USCC + " " + TOKEN + "\r\n\r\n");
      }
      lines = log.lines();
    }
    assertTrue(statuses.containsAll(Set.of(200, 201, 400, 401, 403, 404, 500)), "" + statuses);
    assertTrue(
        lines.size() > Role.values().length * (Operation.values().length - 1), "" + lines.size());
    assertEquals(1, lines.stream().filter(line -> line.contains("request failed")).count());
    for (String line : lines) {
      for (String secret : secrets) {
        assertFalse(line.contains(secret), line);
      }
    }
  }

  /** Every door as it stands, with canaries wherever a caller can put something. */
  private static HttpRequest.Builder call(RunningServer server, Endpoint endpoint, String token) {
    String path = "/api/v1" + endpoint.path().replaceAll("\\{\\w+}", USCC);
    String query = endpoint.query().isEmpty() ? "" : "?" + endpoint.query().iterator().next() + "=";
    HttpRequest.Builder request =
        server.request(
            path + (query.isEmpty() ? "" : query + LATIN_NAME),
            "Authorization",
            "Bearer " + token,
            "X-Request-Id",
            USCC,
            "X-Purpose",
            LATIN_NAME,
            "Idempotency-Key",
            USCC,
            "Content-Type",
            "application/json");
    return request.method(endpoint.method().name(), BodyPublishers.ofString(body()));
  }

  private static HttpResponse<String> upload(RunningServer server) {
    String rows =
        "uscc,publishedOn,year,grade\n%s,2024-04-10,2023,A\n%s,never,2023,%s\n"
            .formatted(USCC, NAME, AMOUNT);
    return server.postAs(
        server.token(Role.SOURCE),
        "/api/v1/records/tax_rating",
        "text/csv",
        rows,
        "Idempotency-Key",
        "canary-upload");
  }

  private static String body() {
    return """
    {"name": "%s", "uscc": "%s", "amountFen": %s, "password": "%s", "user": "%s"}
    """
        .formatted(NAME, USCC, AMOUNT, PASSWORD, LATIN_NAME);
  }

  private static Endpoint failing() {
    return Endpoint.get(
        Operation.LIST_FEEDS,
        "/test/failing/{uscc}",
        call ->
            Future.failedFuture(
                new IllegalStateException(
                    NAME + USCC + AMOUNT, new IllegalArgumentException(LATIN_NAME + PASSWORD))));
  }

  private static List<Endpoint> endpoints(RunningServer server) {
    List<Endpoint> endpoints =
        new ArrayList<>(Api.endpoints(server.backend, BodyLimits.standard(), null, null));
    // A stream has no end to wait for; its line says no more than another's.
    endpoints.removeIf(endpoint -> endpoint.produces().contains(MediaTypes.EVENT_STREAM));
    return endpoints;
  }
}
