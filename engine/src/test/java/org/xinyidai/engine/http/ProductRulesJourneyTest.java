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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.market.Quotas;
import org.xinyidai.models.product.ProductId;

/** What a lender cannot do to a product by a slip or by cunning, and what it is told instead. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductRulesJourneyTest {
  private static final String DRAFTS = "/api/v1/product-drafts";
  private static final String PRODUCT = "/api/v1/products/rules-loan";
  private static final String TERMS =
      """
      {"id":"rules-loan","nameZh":"规则贷","nameEn":"Rules loan",
       "lender":{"nameZh":"规则银行","nameEn":"Rules Bank","type":"bank"},
       "amountFen":{"min":1000000,"max":300000000},"termMonths":{"min":1,"max":12},
       "rateBp":{"fixed":395},"source":{"document":"示例"},
       "criteria":[{"type":"range","attribute":"registration_changes_count_24m","min":0}]}""";

  @TempDir Path folder;
  private RunningServer server;
  private String author;
  private String colleague;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    author = server.token(Role.BANK, "rules-bank");
    colleague = server.token(Role.BANK, "rules-bank");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_is_withdrawn_does_not_come_back_by_being_withdrawn_later() {
    publish(begin(TERMS));
    String planned = "{\"reason\":\"升级\",\"from\":\"" + RunningServer.AS_OF.plusDays(9) + "\"}";
    assertEquals(200, post(author, PRODUCT + "/withdrawal", planned).statusCode());
    // What is only planned may be moved.
    assertEquals(200, post(author, PRODUCT + "/withdrawal", "{\"reason\":\"升级\"}").statusCode());
    assertFalse(offered());
    HttpResponse<String> again = post(author, PRODUCT + "/withdrawal", planned);
    assertEquals(422, again.statusCode(), again.body());
    assertTrue(again.body().contains("已下架"), again.body());
    assertFalse(offered());
    publish(begin(TERMS));
    assertTrue(offered());
  }

  @Test
  void who_signs_names_what_was_read_and_signs_nothing_that_came_since() {
    String draft = begin(TERMS);
    ok(post(author, draft + "/revision", TERMS.replace("395", "1395")));
    ok(post(author, draft + "/dry-run", null));
    HttpResponse<String> stale = post(colleague, draft + "/signature?revision=1", null);
    assertEquals(422, stale.statusCode(), stale.body());
    assertEquals("revision", json(stale).path("field").asText());
    assertEquals(400, post(colleague, draft + "/signature?revision=x", null).statusCode());
    ok(post(colleague, draft + "/signature?revision=2", null));
  }

  @Test
  void a_budget_below_the_least_loan_is_refused_and_one_used_down_to_it_closes_the_product() {
    publish(begin(TERMS));
    HttpResponse<String> slip = post(author, PRODUCT + "/quota", "{\"amountFen\":999999}");
    assertEquals("amountFen", json(slip).path("field").asText(), slip.body());
    ok(post(author, PRODUCT + "/quota", "{\"amountFen\":0}"));
    ok(post(author, PRODUCT + "/quota", "{\"amountFen\":2000000}"));
    Quotas quotas = server.backend.platform().market().quotas();
    ProductId id = new ProductId("rules-loan");
    assertFalse(quotas.closed().contains(id));
    server
        .backend
        .platform()
        .store()
        .execute(changes -> quotas.reserve(changes, id, "loan-1", 1_000_001));
    assertTrue(quotas.closed().contains(id));
  }

  @Test
  void of_many_who_grant_at_once_no_more_get_a_loan_than_there_are() {
    publish(begin(TERMS));
    ok(post(author, PRODUCT + "/quota", "{\"loans\":5,\"amountFen\":6000000}"));
    Quotas quotas = server.backend.platform().market().quotas();
    ProductId id = new ProductId("rules-loan");
    long made =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(
                loan ->
                    server
                        .backend
                        .platform()
                        .store()
                        .execute(changes -> quotas.reserve(changes, id, "loan-" + loan, 1_500_000)))
            .filter(Quotas.Reservation.MADE::equals)
            .count();
    // Four of 15,000 yuan come to the 60,000 that there are.
    assertEquals(4, made);
    assertEquals(0, quotas.find(id).orElseThrow().fenLeft());
    assertTrue(quotas.closed().contains(id));
  }

  @Test
  void lint_names_what_nobody_can_pass_or_afford_and_doubts_a_slip_of_the_unit() {
    String impossible =
        TERMS.replace("\"min\":0}", "\"max\":-1}").replace("{\"fixed\":395}", "{\"fixed\":2500}");
    JsonNode lint = json(server.getAs(author, begin(impossible) + "/lint"));
    assertEquals(".rateBp", lint.at("/problems/0/path").asText(), lint.toString());
    assertEquals(".criteria[0]", lint.at("/problems/1/path").asText(), lint.toString());
    String slip = TERMS.replace("395", "4");
    JsonNode doubted = json(server.getAs(author, begin(slip) + "/lint"));
    assertTrue(doubted.path("sound").asBoolean());
    assertEquals(".rateBp", doubted.at("/warnings/0/path").asText(), doubted.toString());
    assertTrue(doubted.at("/warnings/0/words/zh").asText().contains("基点"), doubted.toString());
  }

  @Test
  void a_dry_run_that_hardly_anybody_passes_says_so() {
    HttpResponse<String> receipt =
        server.postAs(
            server.token(Role.SOURCE, "tax-office"),
            "/api/v1/records/tax_rating",
            "text/csv",
            FewFirms.ratings(12),
            "Idempotency-Key",
            "ratings");
    assertEquals(2, receipt.statusCode() / 100, receipt.body());
    server
        .backend
        .platform()
        .vectors()
        .refresh(RunningServer.AS_OF, Instant.now().plusSeconds(1), done -> {});
    JsonNode tried = json(post(author, begin(TERMS) + "/dry-run", null));
    assertEquals(".criteria", tried.at("/trial/warnings/0/path").asText(), tried.toString());
  }

  private boolean offered() {
    return server
        .backend
        .platform()
        .shelf()
        .offered(new ProductId("rules-loan"), RunningServer.AS_OF)
        .isPresent();
  }

  private void publish(String draft) {
    ok(post(author, draft + "/dry-run", null));
    ok(post(colleague, draft + "/signature", null));
    ok(post(author, draft + "/publication", null));
  }

  private static void ok(HttpResponse<String> answer) {
    assertEquals(2, answer.statusCode() / 100, answer.body());
  }

  private String begin(String terms) {
    HttpResponse<String> begun = post(author, DRAFTS, terms);
    assertEquals(201, begun.statusCode(), begun.body());
    return begun.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> post(String token, String path, @Nullable String body) {
    return server.send(
        server
            .request(path)
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private static JsonNode json(HttpResponse<String> response) {
    return RunningServer.json(response);
  }
}
