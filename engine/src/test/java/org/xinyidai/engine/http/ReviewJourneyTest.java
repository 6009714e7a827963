package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.xinyidai.engine.identity.Role;

/** A firm asks that a person look again at what a machine matched it with, and is answered. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewJourneyTest {
  private static final String JSON = "application/json";
  private static final String PATH = "/api/v1/reviews";

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private String office;
  private String demand;
  private int keys;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    enterprise = server.token(Role.ENTERPRISE);
    office = server.token(Role.OFFICE);
    Registered.deliver(server, RunningServer.USCC, "350104", "李四光");
    demand = id(post(enterprise, "/api/v1/demands", demandOf(RunningServer.USCC)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void it_is_filed_has_a_clock_is_decided_with_a_reason_and_the_firm_is_told() {
    HttpResponse<String> filed = post(enterprise, PATH, review("match", demand));
    assertEquals(201, filed.statusCode(), filed.body());
    JsonNode view = json(filed);
    assertEquals("REQUESTED", view.path("state").asText());
    assertTrue(view.path("dueOn").isTextual(), filed.body());
    assertEquals(1, json(server.getAs(office, PATH)).path("reviews").size());

    String steps = PATH + "/" + id(filed) + "/steps";
    assertEquals(422, post(office, steps, step("CHANGE", " ")).statusCode());
    assertEquals(403, post(enterprise, steps, step("CHANGE", "x")).statusCode());
    assertEquals(403, post(office, steps, step("WITHDRAW", "x")).statusCode());
    HttpResponse<String> decided = post(office, steps, step("CHANGE", "已人工核对订单，建议银行复议"));
    assertEquals("CHANGED", json(decided).path("state").asText());
    assertEquals(2, json(decided).path("steps").size());
    assertTrue(json(decided).path("dueOn").isNull());

    String notices = server.getAs(enterprise, "/api/v1/notifications").body();
    assertTrue(notices.contains("已人工核对订单"), notices);
    assertEquals(0, json(server.getAs(office, PATH)).path("reviews").size());
    assertEquals(422, post(office, steps, step("UPHOLD", "x")).statusCode(), "decided once");
  }

  @Test
  void one_about_the_same_is_open_at_a_time_and_what_was_withdrawn_can_be_asked_again() {
    String first = id(post(enterprise, PATH, review("match", demand)));
    assertEquals(422, post(enterprise, PATH, review("match", demand)).statusCode());
    assertEquals(
        "WITHDRAWN",
        json(post(enterprise, PATH + "/" + first + "/steps", step("WITHDRAW", "已解决")))
            .path("state")
            .asText());
    assertEquals(201, post(enterprise, PATH, review("match", demand)).statusCode());
  }

  @Test
  void what_is_of_others_does_not_exist() {
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    assertEquals(404, post(other, PATH, review("match", demand)).statusCode());
    assertEquals(404, post(enterprise, PATH, review("score", "s-1")).statusCode());
    assertEquals(422, post(enterprise, PATH, review("weather", demand)).statusCode());
    String id = id(post(enterprise, PATH, review("match", demand)));
    assertEquals(404, server.getAs(other, PATH + "/" + id).statusCode());
    assertEquals(200, server.getAs(enterprise, PATH + "/" + id).statusCode());
    assertEquals(0, json(server.getAs(other, PATH)).path("reviews").size());
    assertEquals(403, server.getAs(server.token(Role.BANK), PATH).statusCode());
  }

  private static String demandOf(String uscc) {
    return "{\"uscc\":\"%s\",\"amountFen\":50000000,\"termMonths\":12,\"purpose\":\"workingCapital\"}"
        .formatted(uscc);
  }

  private static String review(String about, String reference) {
    return "{\"about\":\"%s\",\"reference\":\"%s\",\"statement\":\"请人工核对\"}"
        .formatted(about, reference);
  }

  private static String step(String step, String note) {
    return "{\"step\":\"%s\",\"note\":\"%s\"}".formatted(step, note);
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return server.postAs(token, path, JSON, body, "Idempotency-Key", "w" + keys++);
  }

  private static String id(HttpResponse<String> made) {
    return json(made).path("id").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return RunningServer.json(answer);
  }
}
