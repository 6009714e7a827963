package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.engine.identity.Role;

/** An enterprise that the law keeps out is offered nothing, and told why and how to come back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HardRuleJourneyTest {
  private static final String OPEN_TO_ALL =
      """
      {"id":"open-to-all","version":1,"nameZh":"普惠贷","nameEn":"Open loan",
       "lender":{"nameZh":"某银行","nameEn":"Some Bank","type":"bank"},
       "amountFen":{"max":100000000},"termMonths":{"min":1,"max":12},"rateBp":{"fixed":395},
       "source":{"document":"a test"},"criteria":[]}""";

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    enterprise = server.token(Role.ENTERPRISE);
    HttpResponse<String> published =
        server.postAs(
            server.token(Role.ADMIN), "/api/v1/products", "application/json", OPEN_TO_ALL);
    assertEquals(201, published.statusCode(), published.body());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "吊销, licence-revoked, 公司法",
    "注销, deregistered, 市场主体登记管理条例",
    "清算, in-liquidation, 公司法",
    "破产, bankrupt, 企业破产法"
  })
  void a_subject_that_has_ended_is_offered_nothing(String status, String rule, String law) {
    register("存续", "2020-01-02");
    assertFalse(matches().path("offers").isEmpty());
    register(status, "2024-01-02");

    JsonNode matches = matches();

    assertTrue(matches.path("offers").isEmpty());
    for (JsonNode withheld : matches.path("withheld")) {
      JsonNode first = withheld.path("mismatches").get(0);
      assertEquals("HARD_RULE", first.path("kind").asText());
      assertEquals(rule, first.path("rule").path("id").asText());
      assertTrue(first.path("rule").path("basis").asText().contains(law));
      assertFalse(first.path("rule").path("exit").path("zh").asText().isEmpty());
    }
  }

  @Test
  void a_place_on_the_serious_list_keeps_every_product_away_until_it_is_repaired() {
    register("存续", "2020-01-02");
    String entry = RunningServer.USCC + ",2024-02-01,严重失信主体名单,列入,永信认〔2024〕1号,某法第三条,某局\n";
    list(entry.replace("列入", "认定"));
    assertEquals(
        "seriously-dishonest",
        matches().path("withheld").get(0).path("mismatches").get(0).at("/rule/id").asText());

    list(entry.replace("列入", "信用修复").replace("2024-02-01", "2024-05-01"));

    assertFalse(matches().path("offers").isEmpty());
  }

  private JsonNode matches() {
    HttpResponse<String> posted =
        server.postAs(
            enterprise,
            "/api/v1/demands",
            "application/json",
            """
            {"uscc":"%s","amountFen":50000000,"termMonths":12,"purpose":"购买原材料"}"""
                .formatted(RunningServer.USCC));
    assertEquals("workingCapital", RunningServer.json(posted).path("purpose").asText());
    String place = posted.headers().firstValue("Location").orElseThrow();
    return RunningServer.json(server.getAs(enterprise, place + "/matches"));
  }

  private void register(String status, String day) {
    deliver(
        "market_registration",
        "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType\n"
            + RunningServer.USCC
            + ","
            + day
            + ",现状,某贸易有限公司,2019-05-06,"
            + status
            + ",5199,431103,企业\n");
  }

  private void list(String row) {
    deliver(
        "credit_list", "uscc,decidedOn,list,action,documentNumber,legalBasis,authority\n" + row);
  }

  private void deliver(String feed, String csv) {
    HttpResponse<String> response =
        server.postAs(
            server.token(Role.SOURCE, "market-bureau"),
            "/api/v1/records/" + feed,
            "text/csv",
            csv,
            "Idempotency-Key",
            feed + csv.hashCode());
    assertEquals(1, RunningServer.json(response).path("accepted").asInt(), response.body());
  }
}
