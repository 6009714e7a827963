package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.engine.identity.Role;

/** The office watches a model; lenders tell what became of it; an enterprise asks why. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MonitoringJourneyTest {
  private static final String API = "/api/v1";
  private static final String MONITORING = "/models/card-1/monitoring";
  private static final String OWN = API + "/enterprises/" + RunningServer.USCC;

  @TempDir Path folder;
  private RunningServer server;
  private String office;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE);
    deliver("k1", RunningServer.USCC + ",2023-04-12,2022,A");
    deliver("k2", RunningServer.OTHER_USCC + ",2023-04-12,2022,C");
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().promote("card-1");
    server.backend.platform().vectors().refreshTouched(RunningServer.AS_OF, Instant.now(), n -> {});
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_report_is_made_as_a_task_and_says_what_it_was_not_told() {
    assertEquals(404, server.getAs(office, API + MONITORING).statusCode());

    assertEquals("DONE", run(office, MONITORING).path("state").asText());
    JsonNode report = json(server.getAs(office, API + MONITORING));

    assertEquals(2, report.path("scored").asInt());
    assertEquals(0, report.path("score").path("psi").asDouble());
    assertEquals(1, report.path("rulesVersion").asInt());
    assertEquals(0, report.path("vintages").size());
    assertTrue(report.path("noOutcomes").path("zh").asText().contains("没有融资结果"));
    assertTrue(report.path("noDecisions").path("en").asText().contains("No decision is known"));
    assertEquals(RunningServer.AS_OF.toString(), report.path("days").path(0).asText());
  }

  @Test
  void lenders_tell_outcomes_and_their_own_decisions_and_both_are_in_the_report() {
    String bank = server.token(Role.BANK, "甲银行");
    String outcome =
        "{\"outcomes\":[{\"uscc\":\"%s\",\"observedOn\":\"2024-01-05\",\"bad\":false}]}"
            .formatted(RunningServer.USCC);
    String decision =
        "{\"decisions\":[{\"uscc\":\"%s\",\"decidedOn\":\"2024-06-05\",\"approved\":false}]}"
            .formatted(RunningServer.USCC);

    assertEquals(1, json(post(bank, "/lending/outcomes", outcome)).path("kept").asInt());
    assertEquals(1, json(post(bank, "/lending/decisions", decision)).path("kept").asInt());
    run(office, MONITORING);
    JsonNode report = json(server.getAs(office, API + MONITORING));

    // What was known on those days: the records came later, so nothing was scored then.
    assertEquals(0, report.path("vintages").size());
    assertEquals(0, report.path("decisions").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"decisions\":[]}",
        "{\"decisions\":[null]}",
        "{\"decisions\":[{\"uscc\":\"91350100M000100Y43\",\"lender\":\"乙银行\","
            + "\"decidedOn\":\"2024-06-05\",\"approved\":true}]}",
        "{\"decisions\":[{\"uscc\":\"91350100M000100Y43\",\"decidedOn\":\"2099-01-01\","
            + "\"approved\":true}]}",
        "{\"decisions\":[{\"uscc\":\"91350100M000100Y43\",\"decidedOn\":\"2024-06-05\"}]}"
      })
  void what_is_wrong_in_a_decision_or_of_another_lender_is_refused(String body) {
    HttpResponse<String> refused = post(server.token(Role.BANK, "甲银行"), "/lending/decisions", body);

    assertEquals(422, refused.statusCode(), refused.body());
  }

  @Test
  void an_enterprise_sees_why_its_score_is_what_it_is_and_another_does_not() {
    String enterprise = server.token(Role.ENTERPRISE, RunningServer.USCC);
    deliver("k3", RunningServer.USCC + ",2024-04-12,2023,D");
    assertEquals("DONE", run(office, "/peers").path("state").asText());

    JsonNode explained = json(server.getAs(enterprise, OWN + "/score/explanation"));

    JsonNode reason = explained.path("reasons").path(0);
    assertEquals("tax_rating_class", reason.path("feature").asText());
    assertEquals(1, reason.path("value").asDouble());
    assertTrue(reason.path("benchmark").isNull(), "two firms are no benchmark");
    assertTrue(explained.path("pointsBefore").isNull(), "nothing was known a month before");
    assertEquals(
        404,
        server
            .getAs(
                enterprise, API + "/enterprises/" + RunningServer.OTHER_USCC + "/score/explanation")
            .statusCode());
  }

  @Test
  void advice_says_what_would_open_a_product() {
    String enterprise = server.token(Role.ENTERPRISE, RunningServer.USCC);

    JsonNode advice = json(server.getAs(enterprise, OWN + "/advice/ccb-tax-loan"));

    assertEquals("closed", advice.path("state").asText(), advice.toString());
    assertEquals("tax_paid_fen_12m", advice.path("blockers").path(0).path("attribute").asText());
    assertEquals(404, server.getAs(enterprise, OWN + "/advice/none").statusCode());
    assertEquals(403, server.getAs(server.token(Role.BANK), OWN + "/advice/none").statusCode());
  }

  @Test
  void neither_enterprises_nor_banks_see_the_report() {
    for (Role role : new Role[] {Role.ENTERPRISE, Role.BANK, Role.SOURCE}) {
      assertEquals(403, server.getAs(server.token(role), API + MONITORING).statusCode());
    }
    assertEquals(404, server.getAs(server.token(Role.AUDITOR), API + MONITORING).statusCode());
    assertEquals(404, server.getAs(office, API + "/models/none/monitoring").statusCode());
  }

  private JsonNode run(String token, String path) {
    HttpResponse<String> begun = post(token, path, "");
    assertEquals(202, begun.statusCode(), begun.body());
    String watch = begun.headers().firstValue("Location").orElseThrow();
    JsonNode task = json(begun);
    while (task.path("endedAt").isNull()) {
      task = json(server.getAs(token, watch));
    }
    return task;
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return server.postAs(token, API + path, "application/json", body);
  }

  private void deliver(String key, String row) {
    HttpResponse<String> response =
        server.postAs(
            server.token(Role.SOURCE, "tax-bureau"),
            API + "/records/tax_rating",
            "text/csv",
            "uscc,publishedOn,year,grade\n" + row + "\n",
            "Idempotency-Key",
            key);
    assertEquals(1, json(response).path("accepted").asInt(), response.body());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return RunningServer.json(response);
  }
}
