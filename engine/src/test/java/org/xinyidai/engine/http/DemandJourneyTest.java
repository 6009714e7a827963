package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.models.product.LoanProduct;

/** An enterprise asks for money and learns which products fit, and of each other why not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemandJourneyTest {
  private static final String PATH = "/api/v1/demands";
  private static final String DEMAND =
      """
      {"uscc":"%s","amountFen":50000000,"termMonths":12,
       "purpose":"workingCapital","maxAnnualRateBp":600}"""
          .formatted(RunningServer.USCC);

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    enterprise = server.token(Role.ENTERPRISE, RunningServer.USCC);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_posted_demand_is_found_where_the_answer_says_also_after_a_restart() {
    HttpResponse<String> posted = post(DEMAND);
    assertEquals(201, posted.statusCode(), posted.body());
    String place = posted.headers().firstValue("Location").orElseThrow();
    server.close();
    server = RunningServer.in(folder);

    JsonNode demand = RunningServer.json(server.getAs(enterprise, place));
    assertEquals(RunningServer.json(posted), demand);
    assertEquals(50_000_000, demand.path("amountFen").asLong());
    assertEquals(RunningServer.AS_OF.toString(), demand.path("postedOn").asText());
  }

  @Test
  void every_product_is_offered_or_withheld_with_every_reason_in_both_languages() {
    String place = post(DEMAND).headers().firstValue("Location").orElseThrow();

    JsonNode matches = RunningServer.json(server.getAs(enterprise, place + "/matches?limit=500"));

    int products = server.backend.platform().shelf().all().size();
    assertEquals(products, matches.path("offers").size() + matches.path("withheld").size());
    assertEquals(matches.path("offers").size(), matches.path("offered").asInt());
    assertEquals(matches.path("withheld").size(), matches.path("withheldCount").asInt());
    assertFalse(matches.path("withheld").isEmpty());
    for (JsonNode withheld : matches.path("withheld")) {
      assertFalse(withheld.path("productId").asText().isEmpty());
      assertFalse(withheld.path("mismatches").isEmpty());
      for (JsonNode mismatch : withheld.path("mismatches")) {
        assertFalse(mismatch.path("criterion").path("zh").asText().isEmpty());
        assertFalse(mismatch.path("required").path("en").asText().isEmpty());
        assertTrue(mismatch.has("actual") && mismatch.has("shortfall"));
        assertTrue(mismatch.has("unit") && mismatch.has("earliest"));
      }
    }
  }

  @Test
  void a_demand_of_another_enterprise_does_not_exist() {
    String place = post(DEMAND).headers().firstValue("Location").orElseThrow();
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);

    for (String path : List.of(place, place + "/matches")) {
      assertEquals(404, server.getAs(other, path).statusCode());
      assertEquals(403, server.getAs(server.token(Role.BANK), path).statusCode());
      assertEquals(200, server.getAs(server.token(Role.OFFICE), path).statusCode());
    }
    assertEquals(404, server.getAs(enterprise, PATH + "/d-none").statusCode());
    assertEquals(404, server.getAs(enterprise, PATH + "/no_id!").statusCode());
  }

  @Test
  void matches_are_read_page_by_page_and_every_product_is_seen_once() {
    String place = post(DEMAND).headers().firstValue("Location").orElseThrow();
    Set<String> seen = new HashSet<>();
    String after = "";
    int pages = 0;
    do {
      String next = after.isEmpty() ? "" : "&withheldAfter=" + after;
      JsonNode page =
          RunningServer.json(server.getAs(enterprise, place + "/matches?limit=4" + next));
      page.path("withheld").forEach(one -> assertTrue(seen.add(one.path("productId").asText())));
      after = page.path("nextWithheld").asText("").replace("null", "");
      pages++;
    } while (!after.isEmpty());
    assertTrue(pages > 2);
    int all = server.backend.platform().shelf().all().size();
    JsonNode first = RunningServer.json(server.getAs(enterprise, place + "/matches"));
    assertEquals(all - first.path("offered").asInt(), seen.size());
    assertEquals(400, server.getAs(enterprise, place + "/matches?withheldAfter=No").statusCode());
  }

  @Test
  void a_lender_is_named_by_its_code_or_its_name_and_one_that_is_not_here_is_told() {
    String named = DEMAND.replace("\"termMonths\"", "\"preferredLenders\":[\"%s\"],\"termMonths\"");
    LoanProduct product = server.backend.platform().shelf().newest().get(0);
    String place =
        post(named.formatted(product.lender().name().zh()))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    JsonNode demand = RunningServer.json(server.getAs(enterprise, place));
    assertEquals(product.lender().organisation(), demand.path("preferredLenders").get(0).asText());
    HttpResponse<String> unknown = post(named.formatted("没有的银行"));
    assertEquals(422, unknown.statusCode(), unknown.body());
    assertEquals("preferredLenders[0]", RunningServer.json(unknown).path("field").asText());
  }

  @Test
  void a_demand_is_changed_closed_and_listed_with_its_wishes() {
    String wishes =
        DEMAND.replace(
            "\"termMonths\"",
            "\"security\":[\"credit\"],\"preferredLenders\":[\"psbc\"],"
                + "\"expiresOn\":\"2024-08-31\",\"termMonths\"");
    String place = post(wishes).headers().firstValue("Location").orElseThrow();
    JsonNode demand = RunningServer.json(server.getAs(enterprise, place));
    assertEquals("open", demand.path("status").asText());
    assertEquals("psbc", demand.path("preferredLenders").get(0).asText());
    assertEquals("2024-08-31", demand.path("expiresOn").asText());

    String larger = wishes.replace("50000000", "60000000");
    HttpResponse<String> revised =
        server.postAs(enterprise, place + "/revision", "application/json", larger);
    assertEquals(200, revised.statusCode(), revised.body());
    assertEquals(60_000_000, RunningServer.json(revised).path("amountFen").asLong());
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    assertEquals(
        404, server.postAs(other, place + "/revision", "application/json", larger).statusCode());
    assertEquals(404, close(other, place).statusCode());

    assertEquals("closed", RunningServer.json(close(enterprise, place)).path("status").asText());
    assertEquals(422, close(enterprise, place).statusCode());
    assertEquals(
        422,
        server.postAs(enterprise, place + "/revision", "application/json", larger).statusCode());
    JsonNode own = RunningServer.json(server.getAs(enterprise, PATH));
    assertEquals(1, own.path("demands").size());
    assertEquals(0, RunningServer.json(server.getAs(other, PATH)).path("demands").size());
    assertEquals(
        0,
        RunningServer.json(server.getAs(server.token(Role.OFFICE), PATH)).path("demands").size());
  }

  private HttpResponse<String> close(String token, String place) {
    return server.send(
        server
            .request(place + "/closure")
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.noBody()));
  }

  @Test
  void nobody_posts_a_demand_for_another_enterprise() {
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);

    assertEquals(404, server.postAs(other, PATH, "application/json", DEMAND).statusCode());
    assertEquals(
        403,
        server.postAs(server.token(Role.OFFICE), PATH, "application/json", DEMAND).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"uscc\":\"91350100M000100Y4Z\",\"amountFen\":1,\"termMonths\":1,\"purpose\":\"payroll\"} | 422 | uscc",
        "{\"amountFen\":1,\"termMonths\":1,\"purpose\":\"payroll\"} | 422 | uscc",
        "{\"uscc\":\"91350100M000100Y43\",\"termMonths\":1,\"purpose\":\"payroll\"} | 422 | amountFen",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":-5,\"termMonths\":1,\"purpose\":\"payroll\"} | 422 | amountFen",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1,\"termMonths\":9999,\"purpose\":\"payroll\"} | 422 | termMonths",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1,\"termMonths\":1,\"purpose\":\" \"} | 422 | purpose",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1,\"termMonths\":1,\"purpose\":\"payroll\",\"maxAnnualRateBp\":-1} | 422 | maxAnnualRateBp",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1,\"termMonths\":1,\"purpose\":\"payroll\",\"declared\":{\"horoscope\":\"1\"}} | 422 | declared.horoscope",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1,\"termMonths\":1,\"purpose\":\"payroll\",\"declared\":{\"other_lenders_count\":null}} | 422 | declared.other_lenders_count",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1,\"termMonths\":1,\"purpose\":\"payroll\",\"security\":[\"gold\"]} | 422 | security[0]",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1,\"termMonths\":1,\"purpose\":\"payroll\",\"expiresOn\":\"soon\"} | 422 | expiresOn",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1,\"termMonths\":1,\"purpose\":\"payroll\",\"expiresOn\":\"2024-01-01\"} | 422 | expiresOn",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":\"1\",\"termMonths\":1,\"purpose\":\"payroll\"} | 400 | amountFen",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1.5,\"termMonths\":1,\"purpose\":\"payroll\"} | 400 | amountFen",
        "{\"uscc\":\"91350100M000100Y43\",\"amountFen\":1,\"termMonths\":1,\"purpose\":\"payroll\",\"more\":1} | 400 | more",
      })
  void a_demand_that_does_not_hold_is_refused_by_its_field(String body, int status, String field) {
    HttpResponse<String> response = post(body);

    assertEquals(status, response.statusCode(), response.body());
    assertEquals(field, RunningServer.json(response).path("field").asText());
  }

  @Test
  void the_same_key_posts_one_demand_and_another_body_under_it_is_refused() {
    HttpResponse<String> first = post(DEMAND, "Idempotency-Key", "k1");
    HttpResponse<String> again = post(DEMAND, "Idempotency-Key", "k1");
    HttpResponse<String> other =
        post(DEMAND.replace("50000000", "60000000"), "Idempotency-Key", "k1");

    assertEquals(201, again.statusCode());
    assertEquals(first.body(), again.body());
    assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"));
    assertEquals(422, other.statusCode());
    assertNotEquals(first.body(), post(DEMAND, "Idempotency-Key", "k2").body());
    assertNotEquals(first.body(), post(DEMAND).body());
  }

  @Test
  void a_hundred_posts_of_one_key_at_once_have_one_effect() {
    List<CompletableFuture<HttpResponse<String>>> posts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      posts.add(CompletableFuture.supplyAsync(() -> post(DEMAND, "Idempotency-Key", "k1")));
    }

    Set<String> answers = new HashSet<>();
    for (CompletableFuture<HttpResponse<String>> post : posts) {
      HttpResponse<String> answer = post.join();
      if (answer.statusCode() == 409) {
        assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
      } else {
        assertEquals(201, answer.statusCode(), answer.body());
        answers.add(answer.body());
      }
    }
    assertEquals(1, answers.size());
    assertEquals(answers.iterator().next(), post(DEMAND, "Idempotency-Key", "k1").body());
  }

  private HttpResponse<String> post(String body, String... headers) {
    return server.postAs(enterprise, PATH, "application/json", body, headers);
  }
}
