package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** The office holds a matching day; enterprises and lenders see their parts of it and no more. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchDayJourneyTest {
  private static final String API = "/api/v1";
  private static final String DAYS = API + "/match-days";
  private static final String FIRST = DAYS + "/" + RunningServer.AS_OF + "-1";
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
  private String other;
  private String bankA;
  private String bankB;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE);
    enterprise = server.token(Role.ENTERPRISE, RunningServer.USCC);
    other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    bankA = server.token(Role.BANK, "bank-a");
    bankB = server.token(Role.BANK, "bank-b");
    product("cheap-loan", "甲贷", "bank-a", 200);
    product("dear-loan", "乙贷", "bank-b", 210);
    demand(enterprise, RunningServer.USCC);
    demand(other, RunningServer.OTHER_USCC);
    assertEquals(
        200, post(bankA, API + "/products/cheap-loan/quota", "{\"loans\":1}").statusCode());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyone_sees_the_own_part_of_a_day_and_is_told_of_it_once() {
    HttpResponse<String> held = post(office, DAYS, null);
    assertEquals(201, held.statusCode(), held.body());
    JsonNode day = json(held);
    assertEquals(2, day.path("lines").size());
    assertEquals(2, day.path("products").size());
    assertEquals(2, day.path("demands").asInt());
    assertEquals(0, day.path("leftOut").asInt());

    JsonNode own = json(server.getAs(enterprise, FIRST));
    assertEquals(1, own.path("lines").size());
    assertEquals(RunningServer.USCC, own.at("/lines/0/uscc").asText());
    assertTrue(own.path("demands").isNull() && own.path("products").isEmpty());
    HttpResponse<String> lender = server.getAs(bankA, FIRST);
    assertEquals(1, json(lender).path("products").size());
    assertEquals(1, json(lender).at("/products/0/demands").asInt());
    assertTrue(json(lender).at("/products/0/amountFen").isNull());
    assertFalse(lender.body().contains(RunningServer.USCC), lender.body());
    assertFalse(lender.body().contains(RunningServer.OTHER_USCC), lender.body());

    for (String told : new String[] {enterprise, other, bankA, bankB}) {
      assertEquals(1, matchDayNotices(told));
    }
    assertEquals(200, post(office, DAYS, null).statusCode());
    assertEquals(1, json(server.getAs(office, DAYS)).path("days").size());
    for (String told : new String[] {enterprise, other, bankA, bankB}) {
      assertEquals(1, matchDayNotices(told));
    }
  }

  @Test
  void a_later_round_tells_only_whom_it_advises_anew_and_the_first_stays_as_it_was() {
    post(office, DAYS, null);
    String first = server.getAs(office, FIRST).body();
    String third = server.token(Role.ENTERPRISE, FewFirms.code(0));
    demand(third, FewFirms.code(0));
    HttpResponse<String> second = post(office, DAYS, null);
    assertEquals(201, second.statusCode(), second.body());
    assertEquals(3, json(second).path("demands").asInt());
    assertEquals(first, server.getAs(office, FIRST).body());
    assertEquals(1, matchDayNotices(third));
    server.close();
    server = RunningServer.in(folder);
    assertEquals(2, json(server.getAs(office, DAYS)).path("days").size());
    assertEquals(404, server.getAs(third, FIRST).statusCode());
    assertEquals(1, json(server.getAs(third, DAYS)).path("days").size());
  }

  @Test
  void strangers_hold_no_day_and_find_none() {
    assertEquals(403, post(bankA, DAYS, null).statusCode());
    assertEquals(403, post(enterprise, DAYS, null).statusCode());
    post(office, DAYS, null);
    String rival = server.token(Role.BANK, "bank-c");
    assertEquals(404, server.getAs(rival, FIRST).statusCode());
    assertEquals("{\"days\":[]}", server.getAs(rival, DAYS).body());
    assertEquals(404, server.getAs(office, DAYS + "/2024-06-30-9").statusCode());
    assertEquals(404, server.getAs(office, DAYS + "/x").statusCode());
  }

  private long matchDayNotices(String token) {
    long told = 0;
    for (JsonNode one :
        json(server.getAs(token, API + "/notifications?limit=500")).path("notices")) {
      told += one.path("kind").asText().equals("MATCH_DAY") ? 1 : 0;
    }
    return told;
  }

  private void demand(String token, String uscc) {
    String body =
        """
        {"uscc":"%s","amountFen":50000000,"termMonths":12,"purpose":"workingCapital",
         "maxAnnualRateBp":600}"""
            .formatted(uscc);
    assertEquals(201, post(token, API + "/demands", body).statusCode());
  }

  private void product(String id, String name, String lender, int rateBp) {
    String body = PRODUCT.formatted(id, name, lender, lender, rateBp);
    assertEquals(201, post(server.token(Role.ADMIN), API + "/products", body).statusCode());
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
