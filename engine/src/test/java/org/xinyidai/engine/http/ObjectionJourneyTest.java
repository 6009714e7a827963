package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.RunningServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.engine.identity.Role;

/** An enterprise disputes a record of its own, from the mark to the lender's notice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ObjectionJourneyTest {
  private static final String OWN = "/api/v1/enterprises/" + RunningServer.USCC;
  private static final String CASES = "/api/v1/objections";
  private static final String NOTICES = "/api/v1/notifications";
  private static final String BANK = "某银行";

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private String office;
  private String bank;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    enterprise = server.token(Role.ENTERPRISE);
    office = server.token(Role.OFFICE);
    bank = server.token(Role.BANK, BANK);
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().promote("card-1");
    rate("2023-04-12,2022,A");
    rate("2024-04-12,2023,D");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_disputed_record_is_marked_frozen_decided_and_every_lender_that_read_the_score_is_told() {
    JsonNode before = score();
    assertTrue(before.path("disputed").isNull());
    read(before);

    String id = file(fact("tax_rating", "2024-04-12"), "objection").path("id").asText();
    JsonNode marked = score();
    assertEquals("FREEZE", marked.at("/disputed/features/0/effect").asText());
    assertTrue(marked.at("/disputed/textZh").asText().contains("异议"));
    assertTrue(marked.path("points").asInt() > before.path("points").asInt());
    assertEquals(0, notices(bank).path("unread").asInt());
    JsonNode shown = facts("tax_rating").path("facts").get(1);
    assertEquals(id, shown.path("objection").asText());

    step(id, "ASK_SOURCE", "已函询税务局", 200);
    step(id, "REMOVE", "经核查该评价已撤销，予以删除", 200);
    JsonNode answered = step(id, "ANSWER", "书面答复已送达", 200);
    assertEquals("已答复", answered.path("stateZh").asText());

    JsonNode after = score();
    assertTrue(after.path("disputed").isNull());
    assertEquals(marked.path("points"), after.path("points"));
    JsonNode told = notices(bank);
    assertEquals(1, told.path("unread").asInt());
    JsonNode notice = told.path("notices").get(0);
    assertEquals("SCORE_CHANGED", notice.path("kind").asText());
    assertEquals(before.path("scoreId"), notice.path("scoreId"));
    assertTrue(notice.at("/text/zh").asText().contains(after.path("scoreId").asText()));
    String fresh = "/api/v1/scores/" + after.path("scoreId").asText();
    assertEquals(200, server.getAs(bank, fresh).statusCode());
    assertEquals(3, notices(enterprise).path("unread").asInt());
    assertEquals(0, notices(server.token(Role.BANK, "他行")).path("notices").size());
    for (JsonNode score : new JsonNode[] {before, marked, after}) {
      assertTrue(replay(score).path("identical").asBoolean(), replay(score).toString());
    }
  }

  @Test
  void an_upheld_record_loses_its_mark_and_counts_again() {
    JsonNode before = score();
    String id = file(fact("tax_rating", "2024-04-12"), "objection").path("id").asText();
    read(score());
    step(id, "UPHOLD", "未经核查", 422);
    step(id, "ASK_SOURCE", "已函询税务局", 200);
    step(id, "UPHOLD", "经核查属实，维持", 200);

    assertEquals(before.path("scoreId"), score().path("scoreId"));
    assertEquals(1, notices(bank).path("unread").asInt(), "it had read the marked score");
    assertTrue(cases(office).path("cases").size() == 1, "the written answer is still due");
    step(id, "ANSWER", "书面答复已送达", 200);
    assertEquals(0, cases(office).path("cases").size());
  }

  @Test
  void a_correction_supersedes_the_record_and_must_hold_and_name_the_same_fact() {
    String fact = fact("tax_rating", "2024-04-12");
    String id = file(fact, "objection").path("id").asText();
    correct(id, "{}", 422);
    correct(id, "{\"grade\":\"Z\"}", 422);
    correct(id, "{\"rank\":\"1\"}", 422);
    correct(id, "{\"publishedOn\":\"2024-05-01\"}", 422);
    correct(id, "{\"grade\":\"B\"}", 200);

    JsonNode corrected = facts("tax_rating").path("facts").get(1);
    assertEquals(fact, corrected.path("id").asText());
    assertEquals("B", corrected.at("/record/grade").asText());
    assertEquals(1, corrected.path("version").asInt());
  }

  @Test
  void neither_shown_the_statement_stays_beside_the_record() {
    String id = file(fact("tax_rating", "2024-04-12"), "objection").path("id").asText();
    step(id, "ASK_SOURCE", "已函询", 200);
    step(id, "ANNOTATE", "双方均无法举证", 200);

    JsonNode fact = facts("tax_rating").path("facts").get(1);
    assertEquals("该记录与事实不符", fact.path("statement").asText());
    assertTrue(fact.path("objection").isNull());
  }

  @Test
  void an_enterprise_takes_its_case_back_and_takes_no_other_step() {
    JsonNode before = score();
    String id = file(fact("tax_rating", "2024-04-12"), "objection").path("id").asText();
    String path = CASES + "/" + id + "/steps";
    assertEquals(403, post(enterprise, path, body("REMOVE")).statusCode());
    assertEquals(200, post(enterprise, path, body("WITHDRAW")).statusCode());

    assertEquals(before.path("scoreId"), score().path("scoreId"));
    assertEquals(0, cases(office).path("cases").size());
    assertEquals(422, post(office, path, body("REMOVE")).statusCode());
    assertEquals(
        201,
        post(enterprise, CASES, filing(fact("tax_rating", "2024-04-12"), "objection"))
            .statusCode());
  }

  @Test
  void the_office_sees_what_is_due_and_when() {
    String id = file(fact("tax_rating", "2024-04-12"), "objection").path("id").asText();

    JsonNode due = cases(office).path("cases").get(0);

    assertEquals(id, due.path("id").asText());
    LocalDate filed =
        LocalDate.ofInstant(
            Instant.parse(due.at("/steps/0/at").asText()), ZoneId.of("Asia/Shanghai"));
    assertEquals(filed.plusDays(20).toString(), due.path("dueOn").asText());
    assertTrue(due.path("reminder").isNull());
  }

  @Test
  void a_repaired_penalty_counts_no_more_and_its_route_was_told_with_it() {
    penalise();
    JsonNode penalty = facts("penalty").path("facts").get(0);
    assertTrue(penalty.at("/repairRoute/zh").asText().contains("3个月"));
    String id = file(penalty.path("id").asText(), "repair").path("id").asText();
    step(id, "GRANT", "尚未初审", 422);
    step(id, "ADMIT", "材料齐全", 200);
    step(id, "GRANT", "已缴清罚款，准予修复", 200);

    JsonNode repaired = facts("penalty").path("facts").get(0);
    assertFalse(repaired.at("/record/repairedOn").asText().isEmpty());
    assertTrue(repaired.path("repairRoute").isNull());
    assertEquals(0, cases(office).path("cases").size());
  }

  @Test
  void a_place_on_a_list_ends_by_repair_and_the_list_says_so() {
    deliver(
        "credit_list",
        "uscc,decidedOn,list,action,documentNumber,legalBasis,authority\n"
            + RunningServer.USCC
            + ",2024-02-01,严重失信主体名单,认定,永信认〔2024〕1号,某法第三条,某局\n");
    deliver(
        "market_registration",
        "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType\n"
            + RunningServer.USCC
            + ",2020-01-02,设立,某公司,2019-05-06,存续,5199,431103,企业\n");
    JsonNode member = list("").path("members").get(0);
    assertEquals("某法第三条", member.path("legalBasis").asText());
    assertTrue(member.at("/repairRoute/zh").asText().contains("某局"));
    assertEquals(1.0, share().path("share").asDouble());
    assertEquals(0.0, share().path("points").asDouble());

    String id = file(fact("credit_list", "2024-02-01"), "repair").path("id").asText();
    step(id, "ADMIT", "材料齐全", 200);
    step(id, "GRANT", "准予修复", 200);

    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    assertEquals(0, list("?asOf=" + today).path("members").size());
    JsonNode gone =
        list("?left=true&list=seriously_dishonest&asOf=" + today).path("members").get(0);
    assertEquals("信用修复", gone.path("leftBecause").asText());
  }

  @Test
  void notices_are_marked_read_one_by_one_and_come_in_pages() {
    String id = file(fact("tax_rating", "2024-04-12"), "objection").path("id").asText();
    step(id, "ASK_SOURCE", "已函询", 200);
    step(id, "REMOVE", "予以删除", 200);
    JsonNode first = json(server.getAs(enterprise, NOTICES + "?limit=1"));
    assertEquals(2, first.path("unread").asInt());
    assertTrue(first.at("/notices/0/text/zh").asText().contains("予以删除"));
    JsonNode second =
        json(server.getAs(enterprise, NOTICES + "?limit=1&after=" + first.path("next").asText()));
    assertTrue(second.at("/notices/0/text/zh").asText().contains("已函询"));

    String read = NOTICES + "/" + first.at("/notices/0/id").asText() + "/read";
    assertEquals(404, postNothing(bank, read).statusCode());
    assertEquals(200, postNothing(enterprise, read).statusCode());
    assertEquals(1, notices(enterprise).path("unread").asInt());
    assertTrue(notices(enterprise).at("/notices/0/read").asBoolean());
  }

  @ParameterizedTest
  @CsvSource({
    "tax_rating.2024-04-13.00000000000000000000000000000000, objection, 422, factId",
    "nothing, objection, 422, factId",
    "own, complaint, 422, kind",
    "own, repair, 422, factId"
  })
  void a_case_that_cannot_be_is_refused_by_its_field(
      String fact, String kind, int status, String field) {
    String id = fact.equals("own") ? fact("tax_rating", "2024-04-12") : fact;
    HttpResponse<String> response = post(enterprise, CASES, filing(id, kind));

    assertEquals(status, response.statusCode(), response.body());
    assertEquals(field, json(response).path("field").asText());
  }

  @Test
  void the_same_record_is_not_disputed_twice_at_once() {
    String fact = fact("tax_rating", "2024-04-12");
    file(fact, "objection");

    assertEquals(422, post(enterprise, CASES, filing(fact, "objection")).statusCode());
  }

  @Test
  void strangers_see_and_do_nothing() {
    String fact = fact("tax_rating", "2024-04-12");
    String id = file(fact, "objection").path("id").asText();
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    assertEquals(404, server.getAs(other, OWN + "/facts").statusCode());
    assertEquals(404, server.getAs(other, CASES + "/" + id).statusCode());
    assertEquals(404, post(other, CASES, filing(fact, "objection")).statusCode());
    assertEquals(404, post(other, CASES + "/" + id + "/steps", body("WITHDRAW")).statusCode());
    assertEquals(0, cases(other).path("cases").size());
    for (Role role : new Role[] {Role.SOURCE, Role.BANK, Role.ADMIN}) {
      String token = server.token(role);
      assertEquals(role == Role.BANK ? 404 : 403, server.getAs(token, OWN + "/facts").statusCode());
      assertEquals(403, server.getAs(token, CASES).statusCode());
      assertEquals(403, post(token, CASES + "/" + id + "/steps", body("REMOVE")).statusCode());
      assertEquals(403, server.getAs(token, "/api/v1/credit-lists").statusCode());
    }
    assertNotEquals(200, server.get(NOTICES).statusCode());
  }

  private void read(JsonNode score) {
    String path = "/api/v1/scores/" + score.path("scoreId").asText();
    String share = "{\"lender\":\"%s\",\"days\":30}".formatted(BANK);
    assertEquals(201, post(enterprise, path + "/shares", share).statusCode());
    assertEquals(200, server.getAs(bank, path).statusCode());
  }

  private JsonNode replay(JsonNode score) {
    String id = score.path("scoreId").asText();
    return json(server.getAs(office, "/api/v1/scores/" + id + "/replay"));
  }

  private JsonNode score() {
    return json(server.getAs(enterprise, OWN + "/score"));
  }

  private JsonNode notices(String token) {
    return json(server.getAs(token, NOTICES));
  }

  private JsonNode cases(String token) {
    return json(server.getAs(token, CASES));
  }

  private JsonNode list(String query) {
    return json(server.getAs(office, "/api/v1/credit-lists" + query));
  }

  private JsonNode share() {
    return json(server.getAs(office, "/api/v1/credit-lists/serious-share"));
  }

  private JsonNode facts(String feed) {
    return json(server.getAs(enterprise, OWN + "/facts?feed=" + feed));
  }

  private String fact(String feed, String day) {
    return StreamSupport.stream(facts(feed).path("facts").spliterator(), false)
        .filter(fact -> fact.path("day").asText().equals(day))
        .map(fact -> fact.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private JsonNode file(String fact, String kind) {
    HttpResponse<String> filed = post(enterprise, CASES, filing(fact, kind));
    assertEquals(201, filed.statusCode(), filed.body());
    return json(filed);
  }

  private static String filing(String fact, String kind) {
    return "{\"uscc\":\"%s\",\"factId\":\"%s\",\"kind\":\"%s\",\"statement\":\"该记录与事实不符\"}"
        .formatted(RunningServer.USCC, fact, kind);
  }

  private JsonNode step(String id, String step, String note, int status) {
    String body = "{\"step\":\"%s\",\"note\":\"%s\"}".formatted(step, note);
    HttpResponse<String> answer = post(office, CASES + "/" + id + "/steps", body);
    assertEquals(status, answer.statusCode(), answer.body());
    return json(answer);
  }

  private void correct(String id, String correction, int status) {
    String body = "{\"step\":\"CORRECT\",\"note\":\"更正\",\"correction\":%s}".formatted(correction);
    HttpResponse<String> answer = post(office, CASES + "/" + id + "/steps", body);
    assertEquals(status, answer.statusCode(), answer.body());
  }

  private static String body(String step) {
    return "{\"step\":\"%s\",\"note\":\"说明\"}".formatted(step);
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return server.postAs(token, path, "application/json", body);
  }

  private HttpResponse<String> postNothing(String token, String path) {
    return server.send(
        server.request(path, "Authorization", "Bearer " + token).POST(BodyPublishers.noBody()));
  }

  private void rate(String row) {
    deliver("tax_rating", "uscc,publishedOn,year,grade\n" + RunningServer.USCC + "," + row + "\n");
  }

  private void penalise() {
    deliver(
        "penalty",
        "uscc,decidedOn,documentNumber,kind,severity,legalBasis,fineYuan\n"
            + RunningServer.USCC
            + ",2023-06-01,永市监罚〔2023〕1号,罚款,一般,食品安全法第一百二十二条,1000\n");
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
    assertEquals(1, json(response).path("accepted").asInt(), response.body());
  }
}
