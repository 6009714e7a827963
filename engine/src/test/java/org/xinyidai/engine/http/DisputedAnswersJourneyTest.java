package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.RunningServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.subject.Uscc;

/** While a record is disputed every answer that reads it says so, whichever way it was made. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DisputedAnswersJourneyTest {
  private static final String OWN = "/api/v1/enterprises/" + RunningServer.USCC;
  private static final String CASES = "/api/v1/objections";

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private String office;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    enterprise = server.token(Role.ENTERPRISE);
    office = server.token(Role.OFFICE);
    rate("2023-04-12,2022,A");
    rate("2024-04-12,2023,D");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void features_are_marked_one_by_one_and_are_the_same_kept_or_computed() {
    refresh();
    assertTrue(isKept());
    JsonNode before = features("");
    assertTrue(before.path("disputed").isNull());
    assertEquals(before.path("features"), features("?asOf=" + RunningServer.AS_OF).at("/features"));
    String id = dispute(fact("tax_rating", "2024-04-12"));
    assertFalse(isKept());

    for (int refreshed = 0; refreshed < 2; refreshed++) {
      JsonNode marked = features("");
      JsonNode rating = feature(marked, "tax_rating_class");
      assertEquals("FREEZE", rating.path("disputed").asText());
      assertTrue(
          rating.path("value").asDouble()
              != feature(before, "tax_rating_class").path("value").asDouble());
      assertTrue(feature(marked, "sales_invoiced_fen_12m").path("disputed").isNull());
      assertTrue(marked.at("/disputed/textZh").asText().contains("异议"));
      assertEquals(
          marked.path("features"), features("?asOf=" + RunningServer.AS_OF).path("features"));
      refresh();
    }

    step(id, "REMOVE");
    JsonNode after = features("");
    assertTrue(after.path("disputed").isNull());
    refresh();
    assertEquals(after.path("features"), features("").path("features"));
  }

  @Test
  void features_are_computed_until_the_kept_vector_holds_what_came() {
    refresh();
    Instant then = Instant.parse(features("").path("knownAt").asText());
    rate("2024-05-12,2024,C");
    assertFalse(isKept());
    JsonNode computed = features("");
    assertTrue(Instant.parse(computed.path("knownAt").asText()).isAfter(then));
    refresh();
    assertEquals(computed.path("features"), features("").path("features"));
    assertEquals(computed.path("features"), features("?knownAt=" + Instant.now()).path("features"));
  }

  @Test
  void a_warning_does_not_stand_on_a_disputed_record_and_comes_back_when_it_is_upheld() {
    deliver(
        "penalty",
        "uscc,decidedOn,documentNumber,kind,severity,legalBasis,fineYuan\n"
            + RunningServer.USCC
            + ",2023-02-01,永市监罚〔2023〕1号,罚款,一般,食品安全法第一百二十二条,1000\n"
            + RunningServer.USCC
            + ",2024-06-01,永市监罚〔2024〕2号,罚款,一般,食品安全法第一百二十二条,1000\n");
    register();
    assertEquals("penalty-new", warnings().at("/warnings/0/rule").asText());
    String id = dispute(fact("penalty", "2024-06-01"));

    JsonNode disputed = warnings();
    assertEquals(0, disputed.path("warnings").size(), disputed.toString());
    assertTrue(disputed.at("/disputed/features").toString().contains("penalties_count_12m"));

    step(id, "ASK_SOURCE");
    step(id, "UPHOLD");
    assertEquals("penalty-new", warnings().at("/warnings/0/rule").asText());
    assertTrue(warnings().path("disputed").isNull());
  }

  @Test
  void a_disputed_place_on_the_serious_list_keeps_its_force_under_a_mark_until_it_is_decided() {
    publish();
    register();
    assertFalse(matches().path("offers").isEmpty());
    deliver(
        "credit_list",
        "uscc,decidedOn,list,action,documentNumber,legalBasis,authority\n"
            + RunningServer.USCC
            + ",2024-02-01,严重失信主体名单,认定,永信认〔2024〕1号,某法第三条,某局\n");
    assertEquals("seriously-dishonest", rule(matches()));
    assertTrue(matches().path("disputed").isNull());
    String id = dispute(fact("credit_list", "2024-02-01"));

    JsonNode disputed = matches();
    assertTrue(disputed.path("offers").isEmpty());
    assertEquals("seriously-dishonest", rule(disputed));
    assertEquals("MARK", disputed.at("/disputed/features/0/effect").asText());
    assertEquals("MARK", feature(features(""), "listed_serious_flag").path("disputed").asText());
    assertEquals(1, feature(features(""), "listed_serious_flag").path("value").asInt());

    step(id, "REMOVE");
    assertFalse(matches().path("offers").isEmpty());
    assertTrue(matches().path("disputed").isNull());
  }

  private void refresh() {
    Platform platform = server.backend.platform();
    platform.vectors().refreshTouched(RunningServer.AS_OF, platform.store().instant(), done -> {});
  }

  /** Whether the answer comes out of the kept vector. */
  private boolean isKept() {
    Platform platform = server.backend.platform();
    Moment now = new Moment(RunningServer.AS_OF, platform.store().instant());
    return platform.vectors().kept(new Uscc(RunningServer.USCC), now).isPresent();
  }

  private JsonNode features(String query) {
    return json(server.getAs(enterprise, OWN + "/features" + query));
  }

  private static JsonNode feature(JsonNode vector, String name) {
    return StreamSupport.stream(vector.path("features").spliterator(), false)
        .filter(feature -> feature.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode warnings() {
    return json(server.getAs(enterprise, OWN + "/warnings"));
  }

  private static String rule(JsonNode matches) {
    return matches.path("withheld").get(0).path("mismatches").get(0).at("/rule/id").asText();
  }

  private JsonNode matches() {
    String body =
        """
        {"uscc":"%s","amountFen":50000000,"termMonths":12,"purpose":"购买原材料"}"""
            .formatted(RunningServer.USCC);
    HttpResponse<String> posted =
        server.postAs(enterprise, "/api/v1/demands", "application/json", body);
    String place = posted.headers().firstValue("Location").orElseThrow();
    return json(server.getAs(enterprise, place + "/matches"));
  }

  private String fact(String feed, String day) {
    JsonNode facts = json(server.getAs(enterprise, OWN + "/facts?feed=" + feed)).path("facts");
    return StreamSupport.stream(facts.spliterator(), false)
        .filter(fact -> fact.path("day").asText().equals(day))
        .map(fact -> fact.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private String dispute(String fact) {
    String body =
        "{\"uscc\":\"%s\",\"factId\":\"%s\",\"kind\":\"objection\",\"statement\":\"与事实不符\"}"
            .formatted(RunningServer.USCC, fact);
    HttpResponse<String> filed = server.postAs(enterprise, CASES, "application/json", body);
    assertEquals(201, filed.statusCode(), filed.body());
    return json(filed).path("id").asText();
  }

  private void step(String id, String step) {
    String body = "{\"step\":\"%s\",\"note\":\"经核查\"}".formatted(step);
    HttpResponse<String> answer =
        server.postAs(office, CASES + "/" + id + "/steps", "application/json", body);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private void publish() {
    String product =
        """
        {"id":"open-to-all","version":1,"nameZh":"普惠贷","nameEn":"Open loan",
         "lender":{"nameZh":"某银行","nameEn":"Some Bank","type":"bank"},
         "amountFen":{"max":100000000},"termMonths":{"min":1,"max":12},"rateBp":{"fixed":395},
         "source":{"document":"a test"},"criteria":[]}""";
    String admin = server.token(Role.ADMIN);
    assertEquals(
        201, server.postAs(admin, "/api/v1/products", "application/json", product).statusCode());
  }

  private void register() {
    deliver(
        "market_registration",
        "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType\n"
            + RunningServer.USCC
            + ",2020-01-02,现状,某贸易有限公司,2019-05-06,存续,5199,431103,企业\n");
  }

  private void rate(String row) {
    deliver("tax_rating", "uscc,publishedOn,year,grade\n" + RunningServer.USCC + "," + row + "\n");
  }

  private void deliver(String feed, String csv) {
    HttpResponse<String> response =
        server.postAs(
            server.token(Role.SOURCE, "office-1"),
            "/api/v1/records/" + feed,
            "text/csv",
            csv,
            "Idempotency-Key",
            feed + csv.hashCode());
    assertEquals(0, json(response).path("rejected").asInt(), response.body());
  }
}
