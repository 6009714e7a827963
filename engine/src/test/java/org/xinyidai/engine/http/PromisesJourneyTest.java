package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;

/**
 * The same request under the same key: one effect, the same answer, whatever kind of work it is.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PromisesJourneyTest {
  private static final String JSON = "application/json";
  private static final String KEY = "Idempotency-Key";
  private static final String INVITATION =
      "{\"role\":\"enterprise\",\"name\":\"木工坊\",\"organisation\":\"%s\"}"
          .formatted(RunningServer.USCC);
  private static final String FIGURE =
      "{\"month\":\"2024-06\",\"name\":\"market_subjects\",\"value\":2}";

  @TempDir Path folder;
  private RunningServer server;
  private String office;
  private String security;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE);
    security = server.token(Role.SECURITY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_account_is_opened_once_and_its_code_is_told_again_to_whoever_sent_the_key() {
    HttpResponse<String> first = invite("k1");
    int accounts = server.backend.accounts().all().size();
    restart();

    HttpResponse<String> again = invite("k1");

    assertEquals(201, first.statusCode(), first.body());
    assertEquals(first.statusCode(), again.statusCode());
    assertEquals(first.body(), again.body());
    assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"));
    assertEquals(accounts, server.backend.accounts().all().size());
    assertNotEquals(first.body(), invite("k2").body());
  }

  @Test
  void a_figure_is_entered_once_however_often_it_is_sent() {
    String first = figure(FIGURE, "k1").body();
    restart();

    assertEquals(first, figure(FIGURE, "k1").body());
    assertEquals(422, figure(FIGURE.replace("2}", "3}"), "k1").statusCode());
    String history = server.getAs(office, "/api/v1/figures?month=2024-06").body();
    assertEquals(first, history);
  }

  @Test
  void a_hundred_callers_of_one_key_do_together_what_one_would_do() {
    int before = server.backend.accounts().all().size();
    List<CompletableFuture<HttpResponse<String>>> posts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      posts.add(CompletableFuture.supplyAsync(() -> invite("k1")));
    }
    List<HttpResponse<String>> answers = posts.stream().map(CompletableFuture::join).toList();

    Set<String> given =
        answers.stream()
            .filter(answer -> answer.statusCode() != 409)
            .map(answer -> answer.statusCode() + answer.body())
            .collect(Collectors.toSet());
    assertEquals(1, given.size(), given.toString());
    assertEquals(before + 1, server.backend.accounts().all().size());
  }

  @Test
  void work_that_was_promised_and_died_with_the_process_is_begun_again_by_a_repeat() {
    HttpResponse<String> first = warnings("k1");
    assertEquals(202, first.statusCode(), first.body());
    restart();
    assertEquals(404, server.getAs(office, "/api/v1/tasks/warnings").statusCode());

    HttpResponse<String> again = warnings("k1");

    assertEquals(202, again.statusCode());
    assertEquals(first.body(), again.body());
    assertEquals(200, server.getAs(office, "/api/v1/tasks/warnings").statusCode());
  }

  @Test
  void a_key_belongs_to_one_request_of_one_caller() {
    String path = "/api/v1/warnings";
    assertEquals(202, warnings("k1").statusCode());
    assertEquals(422, post(office, path + "?asOf=2024-01-01", "k1").statusCode());
    assertEquals(
        202, post(server.token(Role.OFFICE), path + "?asOf=2024-01-01", "k1").statusCode());
    assertEquals(200, figure(FIGURE, "k1").statusCode());
  }

  @Test
  void what_was_refused_changed_nothing_and_leaves_its_key_free() {
    assertEquals(422, figure(FIGURE.replace("market_subjects", "due"), "k1").statusCode());
    assertEquals(200, figure(FIGURE, "k1").statusCode());
  }

  @Test
  void nobody_reads_in_the_store_what_was_answered() {
    String code = RunningServer.json(invite("k1")).path("code").asText();
    figure(FIGURE, "k2");

    assertEquals(4, kept().size());
    for (String value : kept()) {
      assertFalse(value.contains(code) || value.contains("market_subjects"), value);
    }
  }

  @Test
  void nothing_is_kept_for_a_stranger() {
    HttpResponse<String> refused =
        server.send(
            server
                .request("/api/v1/sessions", "Content-Type", JSON, KEY, "k1")
                .POST(BodyPublishers.ofString("{\"user\":\"nobody\",\"password\":\"wrong\"}")));

    assertEquals(401, refused.statusCode());
    assertEquals(List.of(), kept());
  }

  private List<String> kept() {
    return server
        .backend
        .platform()
        .store()
        .read(
            view -> {
              List<String> values = new ArrayList<>();
              try (Cursor cursor = view.scan(Family.IDEMPOTENCY, new byte[0])) {
                while (cursor.next()) {
                  values.add(new String(cursor.value(), UTF_8));
                }
              }
              return values;
            });
  }

  private HttpResponse<String> invite(String key) {
    return server.postAs(security, "/api/v1/invitations", JSON, INVITATION, KEY, key);
  }

  private HttpResponse<String> figure(String body, String key) {
    return server.postAs(office, "/api/v1/figures", JSON, body, KEY, key);
  }

  private HttpResponse<String> warnings(String key) {
    return post(office, "/api/v1/warnings", key);
  }

  private HttpResponse<String> post(String token, String path, String key) {
    return server.send(
        server
            .request(path, "Authorization", "Bearer " + token, KEY, key)
            .POST(BodyPublishers.noBody()));
  }

  private void restart() {
    server.close();
    server = RunningServer.in(folder);
  }
}
