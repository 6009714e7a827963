package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.models.product.ProductId;

/** The office keeps policy tools and plans a matching day; lenders' past decisions rank offers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyJourneyTest {
  private static final String API = "/api/v1";
  private static final String TOOLS = API + "/policy-tools";
  private static final String SUBSIDY =
      """
      {"id":"city-subsidy","version":1,"nameZh":"市级贴息","nameEn":"City subsidy",
       "measure":{"type":"interestSubsidy","bp":200,"capFen":100000000},
       "products":["dear-loan"],"budgetLeftFen":1000000000,"document":"示例文件"}""";
  private static final String PRODUCT =
      """
      {"id":"%s","version":1,"nameZh":"%s","nameEn":"Loan",
       "lender":{"organisation":"%s","nameZh":"%s","nameEn":"Bank","type":"bank"},
       "amountFen":{"max":300000000},"termMonths":{"min":1,"max":12},"rateBp":{"fixed":%d},
       "source":{"document":"示例"},"criteria":[]}""";

  @TempDir Path folder;
  private RunningServer server;
  private String office;
  private String enterprise;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE);
    enterprise = server.token(Role.ENTERPRISE, RunningServer.USCC);
    product("cheap-loan", "甲贷", "bank-a", 400);
    product("dear-loan", "乙贷", "bank-b", 500);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_subsidy_of_the_office_lifts_the_offer_that_it_makes_cheaper() {
    String demand = demand(enterprise, RunningServer.USCC);
    assertEquals("cheap-loan", offer(demand, 0).path("productId").asText());

    assertEquals(201, post(office, TOOLS, SUBSIDY).statusCode());
    JsonNode first = offer(demand, 0);
    assertEquals("dear-loan", first.path("productId").asText());
    assertEquals("city-subsidy", first.at("/policies/0/id").asText());
    assertEquals(1_000_000, first.at("/policies/0/yearlySavingFen").asLong());
    assertEquals(1_500_000, first.at("/benefit/yearlyCostFen").asLong());
    assertTrue(first.at("/why/zh").asText().startsWith("第1位"), first.toString());
    assertTrue(first.at("/why/en").asText().contains("aid"), first.toString());
    assertEquals("none", first.at("/benefit/approvalBasis").asText());

    String ended = SUBSIDY.replace("\"version\":1", "\"version\":2,\"effectiveTo\":\"2024-01-01\"");
    assertEquals(201, post(office, TOOLS, ended).statusCode());
    assertEquals("cheap-loan", offer(demand, 0).path("productId").asText());
    JsonNode versions = json(server.getAs(enterprise, TOOLS + "/city-subsidy"));
    assertEquals(2, versions.path("tools").size());
  }

  @Test
  void a_tool_that_is_announced_for_later_leaves_the_one_of_today_in_place() {
    String demand = demand(enterprise, RunningServer.USCC);
    assertEquals(201, post(office, TOOLS, SUBSIDY).statusCode());
    String later =
        SUBSIDY.replace("\"version\":1", "\"version\":2,\"effectiveFrom\":\"2025-01-01\"");
    assertEquals(201, post(office, TOOLS, later).statusCode());
    assertEquals("city-subsidy", offer(demand, 0).at("/policies/0/id").asText());
    assertEquals(1, offer(demand, 0).at("/policies/0/version").asInt(1));
  }

  @Test
  void tools_are_the_offices_to_keep_and_everyones_to_see() {
    assertEquals(403, post(server.token(Role.BANK, "bank-a"), TOOLS, SUBSIDY).statusCode());
    assertEquals(403, post(enterprise, TOOLS, SUBSIDY).statusCode());
    assertEquals(201, post(office, TOOLS, SUBSIDY).statusCode());
    assertEquals(1, json(server.getAs(enterprise, TOOLS)).path("tools").size());
    assertEquals(404, server.getAs(enterprise, TOOLS + "/none").statusCode());
    HttpResponse<String> same = post(office, TOOLS, SUBSIDY.replace("200", "300"));
    assertEquals("version", json(same).path("field").asText(), same.body());
    HttpResponse<String> wrong = post(office, TOOLS, SUBSIDY.replace("200", "20000"));
    assertEquals("measure.bp", json(wrong).path("field").asText());
    HttpResponse<String> unknown =
        post(office, TOOLS, SUBSIDY.replace("interestSubsidy", "freeMoney"));
    assertEquals("measure.type", json(unknown).path("field").asText());
  }

  @Test
  void what_lenders_decided_before_says_how_likely_and_how_fast() {
    String bank = server.token(Role.BANK, "bank-b");
    String decided =
        """
        {"decisions":[{"uscc":"%s","decidedOn":"2024-06-14","approved":true,
          "product":"dear-loan","appliedOn":"2024-06-11"}]}"""
            .formatted(RunningServer.OTHER_USCC);
    assertEquals(200, post(bank, API + "/lending/decisions", decided).statusCode());
    assertTrue(server.backend.platform().market().experience().refresh(RunningServer.AS_OF));
    assertEquals(
        false, server.backend.platform().market().experience().refresh(RunningServer.AS_OF));

    String demand = demand(enterprise, RunningServer.USCC);
    for (int place = 0; place < 2; place++) {
      JsonNode offer = offer(demand, place);
      boolean told = offer.path("productId").asText().equals("dear-loan");
      assertEquals(told ? "product" : "market", offer.at("/benefit/approvalBasis").asText());
      assertEquals(told ? 3 : 0, offer.at("/benefit/answerDays").asInt(0));
    }
    server.close();
    server = RunningServer.in(folder);
    assertEquals(1, server.backend.platform().market().experience().current().medianDays().size());
  }

  @Test
  void a_lender_that_the_enterprise_names_stands_first() {
    String body =
        """
        {"uscc":"%s","amountFen":50000000,"termMonths":12,"purpose":"workingCapital",
         "maxAnnualRateBp":600,"preferredLenders":["bank-b"]}"""
            .formatted(RunningServer.USCC);
    String demand =
        post(enterprise, API + "/demands", body).headers().firstValue("Location").orElseThrow();
    assertEquals("dear-loan", offer(demand, 0).path("productId").asText());
    assertTrue(offer(demand, 0).path("preferred").asBoolean());
  }

  @Test
  void on_a_matching_day_scarce_places_are_given_within_quotas_as_advice() {
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    demand(enterprise, RunningServer.USCC);
    demand(other, RunningServer.OTHER_USCC);
    String bankA = server.token(Role.BANK, "bank-a");
    assertEquals(
        200, post(bankA, API + "/products/cheap-loan/quota", "{\"loans\":1}").statusCode());

    JsonNode plan = json(server.getAs(office, API + "/match-day"));
    assertEquals(2, plan.path("demands").asInt());
    Set<String> products = new HashSet<>();
    plan.path("lines").forEach(line -> products.add(line.path("productId").asText()));
    assertEquals(Set.of("cheap-loan", "dear-loan"), products);
    assertTrue(plan.path("worthFen").asLong() > 0);
    HttpResponse<String> csv = server.getAs(office, API + "/match-day", "Accept", "text/csv");
    assertEquals(3, csv.body().strip().lines().count(), csv.body());
    assertEquals(403, server.getAs(bankA, API + "/match-day").statusCode());
    assertEquals(
        1,
        server
            .backend
            .platform()
            .market()
            .quotas()
            .find(new ProductId("cheap-loan"))
            .orElseThrow()
            .loansLeft());
  }

  private JsonNode offer(String demand, int place) {
    JsonNode matches = json(server.getAs(enterprise, demand + "/matches"));
    return matches.path("offers").get(place);
  }

  private String demand(String token, String uscc) {
    String body =
        """
        {"uscc":"%s","amountFen":50000000,"termMonths":12,"purpose":"workingCapital",
         "maxAnnualRateBp":600}"""
            .formatted(uscc);
    HttpResponse<String> posted = post(token, API + "/demands", body);
    assertEquals(201, posted.statusCode(), posted.body());
    return posted.headers().firstValue("Location").orElseThrow();
  }

  private void product(String id, String name, String lender, int rateBp) {
    String body = PRODUCT.formatted(id, name, lender, lender, rateBp);
    HttpResponse<String> posted = post(server.token(Role.ADMIN), API + "/products", body);
    assertEquals(201, posted.statusCode(), posted.body());
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return server.postAs(
        token, path, "application/json", body, "Idempotency-Key", UUID.randomUUID().toString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return RunningServer.json(response);
  }
}
