package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Grant;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Scope;
import org.xinyidai.engine.identity.Tokens;
import org.xinyidai.engine.store.Store;

/** The security administrator gives a machine no more than it needs, and takes it back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CredentialJourneyTest {
  private static final String JSON = "application/json";
  private static final String ROWS =
      "uscc,grade,publishedOn,year\n91110000600037341L,A,2024-04-10,2023\n";
  private static final String ED25519 =
      "-----BEGIN PUBLIC KEY-----\\n"
          + "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\\n"
          + "-----END PUBLIC KEY-----\\n";

  private final LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);

  @TempDir Path folder;
  private RunningServer server;
  private String security;
  private Account source;
  private int keys;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    security = server.token(Role.SECURITY);
    source = server.backend.accounts().open(Role.SOURCE, "税务局", "tax-office");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_narrowed_token_sends_its_feed_and_nothing_else() {
    String token = issued("postRecords:tax_rating").path("token").asText();

    assertEquals(201, records(token, "tax_rating").statusCode());
    for (HttpResponse<String> refused :
        List.of(records(token, "penalty"), server.getAs(token, "/api/v1/feeds"))) {
      assertEquals(403, refused.statusCode());
      assertEquals("urn:xinyidai:problem:out-of-scope", type(refused));
    }
    String whole = server.backend.accounts().issue(Role.SOURCE, "x", "tax-office").token().reveal();
    assertEquals(200, server.getAs(whole, "/api/v1/feeds").statusCode());
  }

  @Test
  void a_scope_never_opens_what_the_role_may_not() {
    HttpResponse<String> refused = issue("\"listAudit\"", tomorrow.toString());

    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("listAudit"), refused.body());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2999-01-01, scopes",
    "'\"nothing\"', 2999-01-01, scopes",
    "'\"getBatch:tax_rating\"', 2999-01-01, scopes",
    "'\"postRecords:nothing\"', 2999-01-01, scopes",
    "'\"getBatch\"', 2999-01-01, lastDay",
    "'\"getBatch\"', 2020-01-01, lastDay",
    "'\"getBatch\"', 2026-02-30, lastDay",
    "'\"getBatch\"', soon, lastDay",
  })
  void a_token_that_makes_no_sense_is_refused_by_name(String scopes, String day, String field) {
    HttpResponse<String> refused = issue(scopes, day);

    assertEquals(422, refused.statusCode(), refused.body());
    assertEquals(field, RunningServer.json(refused).path("field").asText());
  }

  @Test
  void a_token_that_ended_opens_nothing_and_says_so() {
    Tokens tokens = new Tokens(store(), new SecureRandom());
    Instant past = Instant.now().minusSeconds(1);
    Grant grant = Grant.of(List.of(new Scope(Operation.LIST_FEEDS, "")), past);
    String token =
        store().execute(changes -> tokens.issue(changes, source.id(), grant)).token().reveal();

    HttpResponse<String> refused = server.getAs(token, "/api/v1/feeds");

    assertEquals(401, refused.statusCode());
    assertEquals("urn:xinyidai:problem:token-ended", type(refused));
  }

  @Test
  void a_token_is_listed_without_its_secret_and_taken_back_at_once() {
    JsonNode issued = issued("listFeeds");
    String token = issued.path("token").asText();
    assertEquals(200, server.getAs(token, "/api/v1/feeds").statusCode());

    HttpResponse<String> shown = server.getAs(security, path("/credentials"));
    assertFalse(shown.body().contains(token.substring(4)));
    JsonNode listed = RunningServer.json(shown).path("tokens").path(0);
    assertEquals(issued.path("id"), listed.path("id"));
    assertEquals("listFeeds", listed.path("scopes").path(0).asText());

    String revocation = "/tokens/" + issued.path("id").asText() + "/revocation";
    assertEquals(200, post(revocation, "").statusCode());
    assertEquals(404, post(revocation, "").statusCode());
    assertEquals(401, server.getAs(token, "/api/v1/feeds").statusCode());
  }

  @Test
  void certificates_and_keys_are_bound_listed_and_taken_away() {
    String digits = "AB".repeat(32).replaceAll("(..)(?=.)", "$1:");
    assertEquals(200, post("/certificates", "{\"certificate\":\"" + digits + "\"}").statusCode());
    assertEquals(200, key("tax-1", ED25519).statusCode());

    JsonNode shown = RunningServer.json(server.getAs(security, path("/credentials")));
    assertEquals("ab".repeat(32), shown.path("certificates").path(0).asText());
    assertEquals("tax-1", shown.path("keys").path(0).path("keyId").asText());
    assertEquals("ed25519", shown.path("keys").path(0).path("algorithm").asText());

    assertEquals(200, post("/bindings/tax-1/removal", "").statusCode());
    assertEquals(404, post("/bindings/tax-1/removal", "").statusCode());
    assertEquals(200, post("/bindings/" + "ab".repeat(32) + "/removal", "").statusCode());
  }

  @Test
  void what_is_no_certificate_no_key_or_one_too_many_is_refused() {
    assertEquals(422, post("/certificates", "{\"certificate\":\"x\"}").statusCode());
    assertEquals(422, post("/certificates", "{}").statusCode());
    assertEquals(422, key("tax 1", ED25519).statusCode());
    assertEquals(422, key("tax-1", "x").statusCode());
    for (int i = 0; i < 4; i++) {
      assertEquals(200, key("tax-" + i, ED25519).statusCode());
    }
    assertEquals(422, key("tax-5", ED25519).statusCode());
    assertEquals(200, key("tax-3", ED25519).statusCode(), "one of the same id is replaced");
  }

  @Test
  void nobody_but_the_security_administrator_may_and_auditors_look() {
    for (Role role : Role.values()) {
      String token = server.token(role);
      boolean looks = role == Role.SECURITY || role == Role.AUDITOR;
      assertEquals(
          looks ? 200 : 403, server.getAs(token, path("/credentials")).statusCode(), role.id());
      if (role != Role.SECURITY) {
        HttpResponse<String> refused = postAs(token, path("/tokens"), "{}");
        assertEquals(403, refused.statusCode(), role.id());
      }
    }
    assertEquals(404, server.getAs(security, "/api/v1/accounts/nobody/credentials").statusCode());
  }

  private JsonNode issued(String scope) {
    HttpResponse<String> response = issue("\"" + scope + "\"", tomorrow.toString());
    assertEquals(201, response.statusCode(), response.body());
    return RunningServer.json(response);
  }

  private HttpResponse<String> issue(String scopes, String lastDay) {
    return post("/tokens", "{\"scopes\":[%s],\"lastDay\":\"%s\"}".formatted(scopes, lastDay));
  }

  private HttpResponse<String> key(String id, String pem) {
    return post("/keys", "{\"keyId\":\"%s\",\"publicKey\":\"%s\"}".formatted(id, pem));
  }

  private HttpResponse<String> records(String token, String feed) {
    return server.postAs(
        token, "/api/v1/records/" + feed, "text/csv", ROWS, "Idempotency-Key", "k-" + feed);
  }

  private HttpResponse<String> post(String below, String body) {
    return postAs(security, path(below), body);
  }

  private HttpResponse<String> postAs(String token, String path, String body) {
    return server.send(
        server
            .request(path, "Authorization", "Bearer " + token, "Content-Type", JSON)
            .header("Idempotency-Key", "k" + keys++)
            .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private String path(String below) {
    return "/api/v1/accounts/" + source.id() + below;
  }

  private Store store() {
    return server.backend.platform().store();
  }

  private static String type(HttpResponse<String> response) {
    return RunningServer.json(response).path("type").asText();
  }
}
