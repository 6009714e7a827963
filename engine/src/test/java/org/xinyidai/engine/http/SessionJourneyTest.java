package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** The security administrator lets the owner of a workshop in, and shuts it out again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionJourneyTest {
  private static final String JSON = "application/json";
  private static final String PASSWORD = "windy lamp of march";

  @TempDir Path folder;
  private RunningServer server;
  private String security;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    security = server.token(Role.SECURITY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void from_invitation_to_login_to_a_change_to_leaving() {
    HttpResponse<String> in = enrolAndEnter();
    String cookie = cookie(in);
    String csrf = RunningServer.json(in).path("csrf").asText();

    JsonNode own = RunningServer.json(server.get("/api/v1/sessions/own", "Cookie", cookie));
    assertEquals("workshop", own.path("user").asText());
    assertEquals("enterprise", own.path("role").asText());
    assertEquals(
        404, // it has no records yet, but it was let in
        server.get("/api/v1/enterprises/" + RunningServer.USCC, "Cookie", cookie).statusCode());

    assertEquals(403, end(cookie, "").statusCode(), "a page of another could send the cookie");
    assertEquals(403, end(cookie, "0".repeat(32)).statusCode());
    HttpResponse<String> left = end(cookie, csrf);
    assertEquals(200, left.statusCode(), left.body());
    assertTrue(left.headers().firstValue("Set-Cookie").orElse("").contains("Max-Age=0"));
    assertEquals(401, server.get("/api/v1/sessions/own", "Cookie", cookie).statusCode());
  }

  @Test
  void the_cookie_is_for_this_host_alone_and_no_script_reads_it() {
    String set = enrolAndEnter().headers().firstValue("Set-Cookie").orElseThrow();

    assertTrue(set.startsWith("__Host-xyd="), set);
    List<String> flags =
        Arrays.stream(set.toLowerCase(Locale.ROOT).split("; ")).skip(1).sorted().toList();
    assertEquals(List.of("httponly", "path=/", "samesite=strict", "secure"), flags, set);
  }

  @Test
  void a_removed_account_is_out_at_once() {
    String cookie = cookie(enrolAndEnter());
    JsonNode accounts = RunningServer.json(server.getAs(security, "/api/v1/accounts"));
    String id = "";
    for (JsonNode account : accounts.path("accounts")) {
      id = account.path("role").asText().equals("enterprise") ? account.path("id").asText() : id;
    }
    HttpResponse<String> removed =
        server.send(
            server
                .request(
                    "/api/v1/accounts/" + id + "/removal", "Authorization", "Bearer " + security)
                .POST(BodyPublishers.noBody()));

    assertEquals(200, removed.statusCode());
    assertEquals(401, server.get("/api/v1/sessions/own", "Cookie", cookie).statusCode());
    assertEquals(401, enter(PASSWORD).statusCode());
  }

  @Test
  void all_sessions_of_an_account_are_ended_and_its_holder_may_come_in_again() {
    String cookie = cookie(enrolAndEnter());
    String path = "/api/v1/accounts/" + idOf(Role.ENTERPRISE);
    JsonNode before = RunningServer.json(server.getAs(security, path + "/credentials"));
    assertEquals(1, before.path("sessions").size());
    assertTrue(before.at("/sessions/0/startedAt").isTextual());
    assertFalse(before.toString().contains(cookie.substring(cookie.indexOf('=') + 1)));

    assertEquals(200, postNothing(path + "/sessions/end").statusCode());
    assertEquals(401, server.get("/api/v1/sessions/own", "Cookie", cookie).statusCode());
    JsonNode after = RunningServer.json(server.getAs(security, path + "/credentials"));
    assertEquals(0, after.path("sessions").size());
    assertEquals(201, enter(PASSWORD).statusCode());
    assertEquals(404, postNothing("/api/v1/accounts/nobody/sessions/end").statusCode());
  }

  private String idOf(Role role) {
    return server.backend.accounts().all().stream()
        .filter(one -> one.role() == role)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private HttpResponse<String> postNothing(String path) {
    return server.send(
        server.request(path, "Authorization", "Bearer " + security).POST(BodyPublishers.noBody()));
  }

  @Test
  void the_token_of_a_removed_account_opens_nothing_from_the_next_call_on() {
    String token = server.token(Role.ADMIN);
    assertEquals(200, server.getAs(token, "/api/v1/feeds").statusCode());
    String id =
        server.backend.accounts().all().stream()
            .filter(one -> one.role() == Role.ADMIN)
            .findFirst()
            .orElseThrow()
            .id();
    assertEquals(
        200, server.postAs(security, "/api/v1/accounts/" + id + "/removal", JSON, "").statusCode());
    assertEquals(401, server.getAs(token, "/api/v1/feeds").statusCode());
  }

  @Test
  void a_wrong_password_and_an_unknown_user_are_answered_alike() {
    enrolAndEnter();
    HttpResponse<String> wrong = enter("something else");
    HttpResponse<String> unknown = post("/sessions", login("nobody-here", PASSWORD));

    assertEquals(401, wrong.statusCode());
    assertEquals(withoutId(wrong), withoutId(unknown));
    assertTrue(wrong.headers().firstValue("Set-Cookie").isEmpty());
  }

  @Test
  void nobody_but_the_security_administrator_opens_accounts_and_it_reads_nothing_else() {
    for (Role role : Role.values()) {
      int expected = role == Role.SECURITY ? 201 : 403;
      assertEquals(expected, invite(server.token(role)).statusCode(), role.id());
    }
    for (String path : new String[] {"/audit", "/enterprises/" + RunningServer.USCC, "/feeds"}) {
      assertEquals(403, server.getAs(security, "/api/v1" + path).statusCode(), path);
    }
  }

  private HttpResponse<String> enrolAndEnter() {
    String code = RunningServer.json(invite(security)).path("code").asText();
    HttpResponse<String> accepted =
        post(
            "/invitations/acceptance",
            "{\"code\":\"%s\",\"user\":\"workshop\",\"password\":\"%s\"}"
                .formatted(code, PASSWORD));
    assertEquals(200, accepted.statusCode(), accepted.body());
    HttpResponse<String> in = enter(PASSWORD);
    assertEquals(201, in.statusCode(), in.body());
    return in;
  }

  private HttpResponse<String> invite(String token) {
    String body =
        "{\"role\":\"enterprise\",\"name\":\"木工坊\",\"organisation\":\"%s\"}"
            .formatted(RunningServer.USCC);
    return server.postAs(token, "/api/v1/invitations", JSON, body);
  }

  private HttpResponse<String> enter(String password) {
    return post("/sessions", login("workshop", password));
  }

  private static String login(String user, String password) {
    return "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
  }

  private HttpResponse<String> post(String path, String body) {
    return server.send(
        server.request("/api/v1" + path, "Content-Type", JSON).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> end(String cookie, String csrf) {
    return server.send(
        server
            .request("/api/v1/sessions/own/end", "Cookie", cookie, "X-CSRF-Token", csrf)
            .POST(BodyPublishers.noBody()));
  }

  private static String cookie(HttpResponse<String> response) {
    return response.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
  }

  private static String withoutId(HttpResponse<String> response) {
    return response.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }
}
