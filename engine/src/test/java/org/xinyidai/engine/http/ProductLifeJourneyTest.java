package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.market.Quotas;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.product.ProductId;

/**
 * Two officers of a bank bring a product to the shelf and take it off; a rival sees nothing of it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductLifeJourneyTest {
  private static final String DRAFTS = "/api/v1/product-drafts";
  private static final String PRODUCT = "/api/v1/products/example-tax-loan";
  private static final String TERMS =
      """
      {"id":"example-tax-loan","nameZh":"示例税贷","nameEn":"Example tax loan",
       "lender":{"nameZh":"示例银行","nameEn":"Example Bank","type":"bank"},
       "amountFen":{"max":300000000},"termMonths":{"min":1,"max":12},"rateBp":{"fixed":395},
       "source":{"document":"示例","note":"for a test"},
       "criteria":[{"type":"set","attribute":"tax_rating_class","allowed":["A","B"]}]}""";

  @TempDir Path folder;
  private RunningServer server;
  private String author;
  private String colleague;
  private String rival;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    author = server.token(Role.BANK, "example-bank");
    colleague = server.token(Role.BANK, "example-bank");
    rival = server.token(Role.BANK, "rival-bank");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_product_goes_from_draft_to_shelf_and_off_it_again_and_every_version_stays_readable() {
    deliverRatings(300);
    String draft = begin(TERMS);

    JsonNode tried = step(author, draft + "/dry-run", 200);
    assertAbout(300, tried.at("/trial/enterprises"));
    assertAbout(200, tried.at("/trial/passing"));
    assertEquals(
        tried.path("trial"),
        step(author, draft + "/dry-run", 200).path("trial"),
        "asking again tells no more");
    assertTrue(tried.at("/trial/gained").isNull() && tried.at("/trial/versionBefore").isNull());
    assertEquals("signed", step(colleague, draft + "/signature", 200).path("stage").asText());
    JsonNode published = step(author, draft + "/publication", 201);
    assertEquals(1, published.path("version").asInt());
    assertEquals("example-bank", published.at("/lender/organisation").asText());
    assertEquals(RunningServer.AS_OF.toString(), published.path("effectiveFrom").asText());

    String cheaper = begin(TERMS.replace("[\"A\",\"B\"]", "[\"A\"]").replace("395", "300"));
    JsonNode second = step(author, cheaper + "/dry-run", 200);
    assertEquals(1, second.at("/trial/versionBefore").asInt());
    assertAbout(100, second.at("/trial/lost"));
    assertTrue(second.at("/trial/gained").isNull());
    step(colleague, cheaper + "/signature", 200);
    assertEquals(2, step(colleague, cheaper + "/publication", 201).path("version").asInt());

    JsonNode versions = json(server.getAs(author, PRODUCT + "/versions")).path("versions");
    assertEquals("superseded", versions.get(0).path("status").asText());
    assertEquals("offered", versions.get(1).path("status").asText());
    withdraw();
    assertEquals(
        "withdrawn", json(server.getAs(author, PRODUCT + "/versions/1")).path("status").asText());
    assertFalse(onShelf());
  }

  private void withdraw() {
    assertTrue(onShelf());
    HttpResponse<String> gone = post(author, PRODUCT + "/withdrawal", "{\"reason\":\"产品升级\"}");
    assertEquals(200, gone.statusCode(), gone.body());
    assertEquals(2, json(gone).path("version").asInt());
    assertEquals(422, post(author, PRODUCT + "/withdrawal", "{}").statusCode());
    assertEquals(
        422,
        post(author, PRODUCT + "/withdrawal", "{\"reason\":\"x\",\"from\":\"2020-01-01\"}")
            .statusCode());
  }

  private boolean onShelf() {
    return server.backend.platform().shelf().matcher(RunningServer.AS_OF).products().stream()
        .anyMatch(product -> product.id().value().equals("example-tax-loan"));
  }

  @Test
  void whoever_wrote_or_changed_the_terms_does_not_sign_them() {
    String draft = begin(TERMS);
    step(author, draft + "/dry-run", 200);
    assertEquals(422, send(author, draft + "/signature").statusCode());
    assertEquals(422, send(author, draft + "/publication").statusCode());

    HttpResponse<String> changed =
        post(colleague, draft + "/revision", TERMS.replace("395", "390"));
    assertEquals(200, changed.statusCode(), changed.body());
    assertEquals(2, json(changed).path("revision").asInt());
    assertEquals(422, send(author, draft + "/signature").statusCode());
    step(author, draft + "/dry-run", 200);
    assertEquals(422, send(colleague, draft + "/signature").statusCode());
    step(server.token(Role.BANK, "example-bank"), draft + "/signature", 200);
    step(author, draft + "/publication", 201);
    assertEquals(422, send(author, draft + "/publication").statusCode());
    assertEquals(422, post(author, draft + "/revision", TERMS).statusCode());
  }

  @Test
  void a_rival_and_the_office_find_nothing_of_what_a_bank_prepares() {
    String draft = begin(TERMS);
    assertEquals(404, server.getAs(rival, draft).statusCode());
    assertEquals(404, server.getAs(rival, draft + "/lint").statusCode());
    for (String step : new String[] {"/dry-run", "/signature", "/publication", "/discard"}) {
      assertEquals(404, send(rival, draft + step).statusCode());
    }
    assertEquals(404, post(rival, draft + "/revision", TERMS).statusCode());
    assertEquals("{\"drafts\":[]}", server.getAs(rival, DRAFTS).body());
    assertEquals(403, server.getAs(server.token(Role.OFFICE), draft).statusCode());

    publish(draft);
    for (String path : new String[] {"", "/versions", "/versions/1", "/quota"}) {
      assertEquals(404, server.getAs(rival, PRODUCT + path).statusCode());
    }
    assertEquals(404, post(rival, PRODUCT + "/withdrawal", "{\"reason\":\"x\"}").statusCode());
    assertEquals(404, post(rival, PRODUCT + "/quota", "{\"loans\":0}").statusCode());
  }

  @Test
  void nobody_drafts_for_another_bank_or_under_its_id_or_name() {
    publish(begin(TERMS));
    HttpResponse<String> id = post(rival, DRAFTS, TERMS.replace("示例银行", "另一银行"));
    assertEquals("id", json(id).path("field").asText(), id.body());
    HttpResponse<String> name = post(rival, DRAFTS, TERMS.replace("example-tax", "rival-tax"));
    assertEquals("lender.nameZh", json(name).path("field").asText());
    String foreign =
        TERMS.replace("{\"nameZh\":\"示例银行\"", "{\"organisation\":\"x\",\"nameZh\":\"示例银行\"");
    assertEquals("lender.organisation", json(post(rival, DRAFTS, foreign)).path("field").asText());
  }

  @Test
  void terms_that_contradict_each_other_are_kept_named_and_not_signed() {
    String contradiction =
        TERMS.replace(
            "\"allowed\":[\"A\",\"B\"]}",
            "\"allowed\":[\"A\"]},{\"type\":\"set\",\"attribute\":\"tax_rating_class\","
                + "\"allowed\":[\"D\"]},{\"type\":\"range\",\"attribute\":\"age_months\"}");
    String draft =
        begin(
            contradiction.replace(
                "\"attribute\":\"age_months\"",
                "\"attribute\":\"age_months\",\"min\":60,\"max\":24"));
    JsonNode lint = json(server.getAs(author, draft + "/lint"));
    assertFalse(lint.path("sound").asBoolean());
    assertEquals(".criteria[2]", lint.at("/problems/0/path").asText());
    assertEquals(422, send(author, draft + "/dry-run").statusCode());
    assertEquals(422, post(author, DRAFTS, "{}").statusCode());
    assertEquals("discarded", step(author, draft + "/discard", 200).path("stage").asText());
  }

  @Test
  void a_criterion_without_data_is_warned_of_and_small_counts_are_not_told() {
    deliverRatings(6);
    String draft =
        begin(
            TERMS.replace(
                "\"criteria\":[",
                "\"criteria\":[{\"type\":\"range\",\"attribute\":\"electricity_paid_fen_24m\","
                    + "\"min\":1},"));
    JsonNode trial = step(author, draft + "/dry-run", 200).path("trial");
    assertTrue(trial.path("enterprises").isNull());
    assertTrue(trial.path("passing").isNull());
    trial
        .path("byCriterion")
        .forEach(one -> assertTrue(one.path("failing").isNull(), one.toString()));
    assertEquals(".criteria", trial.at("/warnings/0/path").asText());
    assertEquals(".criteria[0]", trial.at("/warnings/1/path").asText());
    assertEquals(
        ".criteria[0]",
        json(server.getAs(author, draft + "/lint")).at("/warnings/1/path").asText());
  }

  @Test
  void a_quota_is_used_by_loans_once_each_and_what_is_used_up_is_withheld() {
    deliverRatings(3);
    publish(begin(TERMS));
    assertEquals(
        200, post(author, PRODUCT + "/quota", "{\"loans\":1,\"amountFen\":100}").statusCode());
    ProductId id = new ProductId("example-tax-loan");
    Platform platform = server.backend.platform();
    Quotas quotas = platform.market().quotas();
    assertEquals(
        Quotas.Reservation.REFUSED,
        platform.store().execute(changes -> quotas.reserve(changes, id, "loan-1", 101)));
    assertEquals(
        Quotas.Reservation.MADE,
        platform.store().execute(changes -> quotas.reserve(changes, id, "loan-1", 60)));
    assertEquals(
        Quotas.Reservation.REPEATED,
        platform.store().execute(changes -> quotas.reserve(changes, id, "loan-1", 60)));
    JsonNode quota = json(server.getAs(author, PRODUCT + "/quota"));
    assertEquals(0, quota.path("loansLeft").asInt());
    assertEquals(40, quota.path("fenLeft").asInt());
    assertEquals("QUOTA_USED_UP", kindOf("example-tax-loan"));

    platform
        .store()
        .execute(
            changes -> {
              quotas.release(changes, id, "loan-1");
              quotas.release(changes, id, "loan-1");
              return id;
            });
    assertEquals(1, json(server.getAs(author, PRODUCT + "/quota")).path("loansLeft").asInt());
    assertEquals("offered", kindOf("example-tax-loan"));
  }

  /** Whether the first enterprise is offered the product, or the kind of the first mismatch. */
  private String kindOf(String product) {
    String enterprise = server.token(Role.ENTERPRISE, FewFirms.code(0));
    String body =
        """
        {"uscc":"%s","amountFen":50000000,"termMonths":12,"purpose":"workingCapital"}"""
            .formatted(FewFirms.code(0));
    String place =
        post(enterprise, "/api/v1/demands", body).headers().firstValue("Location").orElseThrow();
    JsonNode matches = json(server.getAs(enterprise, place + "/matches?limit=500"));
    for (JsonNode one : matches.path("withheld")) {
      if (one.path("productId").asText().equals(product)) {
        return one.at("/mismatches/0/kind").asText();
      }
    }
    return "offered";
  }

  private void publish(String draft) {
    step(author, draft + "/dry-run", 200);
    step(colleague, draft + "/signature", 200);
    step(author, draft + "/publication", 201);
  }

  private String begin(String terms) {
    HttpResponse<String> begun = post(author, DRAFTS, terms);
    assertEquals(201, begun.statusCode(), begun.body());
    return begun.headers().firstValue("Location").orElseThrow();
  }

  /** A third of the firms each with the grades A, B and C. */
  private static void assertAbout(long count, JsonNode told) {
    assertEquals(0, told.asLong() % 10);
    assertTrue(Math.abs(told.asLong() - count) <= 20, told + " is not about " + count);
  }

  private void deliverRatings(int firms) {
    HttpResponse<String> receipt =
        server.postAs(
            server.token(Role.SOURCE, "tax-office"),
            "/api/v1/records/tax_rating",
            "text/csv",
            FewFirms.ratings(firms),
            "Idempotency-Key",
            "ratings-" + firms);
    assertEquals(200, receipt.statusCode() / 100 * 100, receipt.body());
    Platform platform = server.backend.platform();
    platform.vectors().refresh(RunningServer.AS_OF, Instant.now().plusSeconds(1), done -> {});
  }

  private JsonNode step(String token, String path, int status) {
    HttpResponse<String> answer = send(token, path);
    assertEquals(status, answer.statusCode(), answer.body());
    return json(answer);
  }

  private HttpResponse<String> send(String token, String path) {
    return server.send(
        server
            .request(path)
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.noBody()));
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return server.postAs(
        token, path, "application/json", body, "Idempotency-Key", UUID.randomUUID().toString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return RunningServer.json(response);
  }
}
