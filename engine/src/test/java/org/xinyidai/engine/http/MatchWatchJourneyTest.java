package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.market.MatchWatch;
import org.xinyidai.models.financing.DemandId;

/** A demand that stands open is told what opens and closes to it, each once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchWatchJourneyTest {
  private static final LocalDate DAY = RunningServer.AS_OF;
  private static final long SEED = 20_240_630;
  private static final Pattern COUNT = Pattern.compile("(\\d+)项");
  private static final String PRODUCT =
      """
      {"id":"example-loan","version":%d,"nameZh":"示例贷","nameEn":"Example loan",
       "lender":{"organisation":"example-bank","nameZh":"示例银行","nameEn":"Bank","type":"bank"},
       "amountFen":{"max":300000000},"termMonths":{"min":1,"max":12},"rateBp":{"fixed":395},
       "source":{"document":"示例"},"criteria":[%s]}""";
  private static final String RATED_A =
      "{\"type\":\"set\",\"attribute\":\"tax_rating_class\",\"allowed\":[\"A\"]}";

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private String admin;
  private String demand;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    admin = server.token(Role.ADMIN);
    enterprise = server.token(Role.ENTERPRISE, RunningServer.USCC);
    demand = postDemand("");
    round();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_product_that_opens_is_told_once_and_told_again_when_it_closes() {
    publish(1, "");
    assertEquals(new MatchWatch.Round(1, 1, 1), round());
    assertEquals(new MatchWatch.Round(1, 0, 0), round());
    JsonNode notice = notices().get(0);
    assertEquals("PRODUCT_OPENED", notice.path("kind").asText());
    assertEquals(demand, notice.path("caseId").asText());
    assertTrue(notice.at("/text/zh").asText().contains("示例银行示例贷"), notice.toString());

    publish(2, RATED_A);
    assertEquals(1, round().told());
    assertEquals("PRODUCT_CLOSED", notices().get(0).path("kind").asText());
    rate("A", "2024-04-10");
    assertEquals(1, round().told());
    assertEquals("PRODUCT_OPENED", notices().get(0).path("kind").asText());
    assertEquals(3, notices().size());
  }

  @Test
  void a_demand_that_is_over_is_told_so_once_and_left_alone() {
    String closed = postDemand("");
    post(enterprise, "/api/v1/demands/" + closed + "/closure", "");
    String expiring = postDemand("\"expiresOn\":\"" + DAY + "\",");
    MatchWatch watch = server.backend.platform().market().watch();
    assertEquals(1, watch.catchUp(DAY.plusDays(1)).told());
    assertEquals("DEMAND_EXPIRED", notices().get(0).path("kind").asText());
    assertEquals(expiring, notices().get(0).path("caseId").asText());
    assertEquals(0, watch.catchUp(DAY.plusDays(2)).told());
  }

  @Test
  void a_demand_that_its_enterprise_changes_is_matched_again() {
    publish(1, "");
    round();
    assertEquals(0, round().matched());
    // The product lends for 12 months at most.
    String longer =
        "{\"uscc\":\"%s\",\"amountFen\":50000000,\"termMonths\":240,\"purpose\":\"payroll\"}"
            .formatted(RunningServer.USCC);
    assertEquals(
        200, post(enterprise, "/api/v1/demands/" + demand + "/revision", longer).statusCode());
    assertEquals(1, round().matched());
    JsonNode told = notices().get(0);
    assertEquals("PRODUCT_CLOSED", told.path("kind").asText());
    assertTrue(told.at("/text/zh").asText().contains("项产品不再可申请"), told.toString());
    assertEquals(0, round().told());
  }

  @Test
  void a_round_is_bounded_and_the_next_goes_on_behind_it() {
    for (int i = 0; i < 4; i++) {
      postDemand("");
    }
    publish(1, "");
    MatchWatch watch = server.backend.platform().market().watch();
    int matched = 0;
    for (int i = 0; i < 12; i++) {
      MatchWatch.Round round = watch.round(DAY, 2);
      assertTrue(round.matched() <= 2);
      matched += round.matched();
    }
    // The first demand was matched before the product came, the others never.
    assertEquals(5, matched);
    assertEquals(new MatchWatch.Round(5, 0, 0), watch.catchUp(DAY));
  }

  /** Changes of every kind between rounds, some of which a restart interrupts. */
  @Test
  void whatever_changes_no_opening_is_missed_and_none_is_told_twice() {
    Random random = new Random(SEED);
    int first = offered();
    int version = 0;
    for (int change = 0; change < 24; change++) {
      switch (random.nextInt(4)) {
        case 0 -> publish(++version, random.nextBoolean() ? RATED_A : "");
        case 1 -> rate(random.nextBoolean() ? "A" : "D", "2024-05-%02d".formatted(1 + change));
        case 2 -> {
          if (version > 0) {
            post(admin, "/api/v1/products/example-loan/withdrawal", "{\"reason\":\"测试\"}");
          }
        }
        default -> {
          server.close();
          server = RunningServer.in(folder);
        }
      }
      if (random.nextBoolean()) {
        round();
      }
    }
    round();
    assertEquals(offered() - first, balance(), "seed " + SEED);
    assertEquals(0, round().told());
  }

  /** All that was told as opened less all that was told as closed. */
  private int balance() {
    int balance = 0;
    for (JsonNode notice : notices()) {
      Matcher count = COUNT.matcher(notice.at("/text/zh").asText());
      assertTrue(count.find());
      int told = Integer.parseInt(count.group(1));
      balance += notice.path("kind").asText().equals("PRODUCT_OPENED") ? told : -told;
    }
    return balance;
  }

  private int offered() {
    return server
        .backend
        .platform()
        .matching()
        .matched(server.backend.platform().demands().find(new DemandId(demand)).orElseThrow(), DAY)
        .offers()
        .size();
  }

  private MatchWatch.Round round() {
    return server.backend.platform().market().watch().catchUp(DAY);
  }

  private List<JsonNode> notices() {
    JsonNode page = RunningServer.json(server.getAs(enterprise, "/api/v1/notifications?limit=500"));
    return StreamSupport.stream(page.path("notices").spliterator(), false).toList();
  }

  private void publish(int version, String criteria) {
    HttpResponse<String> published =
        post(admin, "/api/v1/products", PRODUCT.formatted(version, criteria));
    assertEquals(201, published.statusCode(), published.body());
  }

  private void rate(String grade, String day) {
    HttpResponse<String> receipt =
        server.postAs(
            server.token(Role.SOURCE, "tax-office"),
            "/api/v1/records/tax_rating",
            "text/csv",
            "uscc,grade,publishedOn,year\n%s,%s,%s,2023\n"
                .formatted(RunningServer.USCC, grade, day),
            "Idempotency-Key",
            UUID.randomUUID().toString());
    assertTrue(receipt.statusCode() < 300, receipt.body());
  }

  private String postDemand(String more) {
    String body =
        "{\"uscc\":\"%s\",%s\"amountFen\":50000000,\"termMonths\":12,\"purpose\":\"payroll\"}"
            .formatted(RunningServer.USCC, more);
    HttpResponse<String> posted = post(enterprise, "/api/v1/demands", body);
    assertEquals(201, posted.statusCode(), posted.body());
    return RunningServer.json(posted).path("id").asText();
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return server.postAs(
        token, path, "application/json", body, "Idempotency-Key", UUID.randomUUID().toString());
  }
}
