package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.learning.ModelStatus;

/** An enterprise looks at itself, and the office at everyone; nobody else sees a byte. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnterpriseJourneyTest {
  private static final String OWN = "/api/v1/enterprises/" + RunningServer.USCC;
  private static final String OTHERS = "/api/v1/enterprises/" + RunningServer.OTHER_USCC;

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private Instant beforeRecords;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    enterprise = server.token(Role.ENTERPRISE, RunningServer.USCC);
    beforeRecords = Instant.now();
    deliver("k1", RunningServer.USCC + ",2023-04-12,2022,A");
    deliver("k2", RunningServer.OTHER_USCC + ",2023-04-12,2022,C");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_profile_tells_which_feeds_speak_of_it_and_leaves_open_what_no_register_said() {
    JsonNode profile = json(server.getAs(enterprise, OWN));

    assertEquals(RunningServer.USCC, profile.path("uscc").asText());
    assertTrue(profile.path("name").isNull());
    assertEquals("tax_rating", profile.path("feeds").get(0).asText());
    assertEquals(1, profile.path("records").asInt());
  }

  @Test
  void a_feature_has_a_value_or_the_reason_why_it_has_none() {
    JsonNode vector = json(server.getAs(enterprise, OWN + "/features"));

    assertEquals(RunningServer.AS_OF.toString(), vector.path("asOf").asText());
    JsonNode rating = feature(vector, "tax_rating_class");
    assertTrue(rating.path("value").isNumber(), rating.toString());
    assertTrue(rating.path("missing").isNull());
    JsonNode electricity = feature(vector, "electricity_usage_kwh_12m");
    assertTrue(electricity.path("value").isNull());
    assertEquals("feed_absent", electricity.path("missing").asText());
  }

  @Test
  void what_became_known_later_is_not_seen_at_an_earlier_moment() {
    deliver("k3", RunningServer.USCC + ",2024-04-12,2023,D");
    String asOf = "asOf=2024-06-30";
    JsonNode now = json(server.getAs(enterprise, OWN + "/features?" + asOf));
    JsonNode then = json(server.getAs(enterprise, OWN + "/features?asOf=2024-03-01"));

    assertNotEquals(
        feature(now, "tax_rating_class").path("value"),
        feature(then, "tax_rating_class").path("value"));
    assertEquals(
        404, server.getAs(enterprise, OWN + "/features?knownAt=" + beforeRecords).statusCode());
  }

  @Test
  void the_same_question_has_the_same_answer_after_more_became_known() {
    String question = OWN + "/features?asOf=2024-06-30&knownAt=" + Instant.now();
    String before = server.getAs(enterprise, question).body();
    deliver("k3", RunningServer.USCC + ",2024-04-12,2023,D");

    assertEquals(before, server.getAs(enterprise, question).body());
  }

  @Test
  void a_shadow_scores_the_same_request_and_is_compared_with_the_champion() {
    train();
    server.backend.platform().models().approve("card-2", ModelStatus.SHADOW, "officer");
    String office = server.token(Role.OFFICE);
    json(server.getAs(enterprise, OWN + "/score"));
    server.backend.platform().store().execute(changes -> true);

    JsonNode comparison = json(server.getAs(office, "/api/v1/models/card-2/comparison?accept=100"));

    JsonNode both = comparison.path("swapSet").path("cells").path(0);
    assertEquals(1, both.path("count").asInt(), comparison.toString());
    assertTrue(both.path("byChallenger").asDouble() > both.path("byChampion").asDouble());
    assertTrue(comparison.path("warningZh").asText().contains("选择偏差"));
  }

  @Test
  void advice_names_what_would_lift_the_grade_and_how_long_it_takes() {
    train();
    deliver("k9", RunningServer.USCC + ",2024-04-12,2023,D");

    JsonNode advice = json(server.getAs(enterprise, OWN + "/advice?target=A"));

    assertTrue(advice.path("reached").asBoolean(), advice.toString());
    JsonNode step = advice.path("steps").path(0);
    assertEquals("tax_rating_class", step.path("feature").asText());
    assertEquals(4, step.path("to").asDouble());
    assertEquals(12, advice.path("months").asInt());
    assertEquals(400, server.getAs(enterprise, OWN + "/advice?target=E").statusCode());
  }

  @Test
  void before_a_model_was_promoted_the_score_is_not_ready_and_says_so() {
    HttpResponse<String> response = server.getAs(enterprise, OWN + "/score");

    assertEquals(503, response.statusCode());
    assertEquals("urn:xinyidai:problem:not-ready", json(response).path("type").asText());
  }

  @Test
  void the_score_comes_with_points_grade_stars_and_reasons_and_names_its_model() {
    train();
    JsonNode score = json(server.getAs(enterprise, OWN + "/score"));

    // Log-odds of bad: -2 for the intercept, -1 for the good rating.
    assertEquals(1 / (1 + Math.exp(3)), score.path("probabilityOfDefault").asDouble(), 1e-12);
    assertEquals("card-1", score.path("modelId").asText());
    assertTrue(score.path("points").isInt());
    assertTrue(score.path("grade").asText().matches("[ABCD]"));
    assertTrue(score.path("stars").asInt() >= 1);
    assertTrue(score.path("reasons").isArray());
    assertEquals(RunningServer.AS_OF.toString(), score.path("asOf").asText());
  }

  @Test
  void another_model_can_be_asked_by_its_id() {
    train();
    JsonNode score = json(server.getAs(enterprise, OWN + "/score?model=card-2"));
    assertEquals("card-2", score.path("modelId").asText());

    HttpResponse<String> none = server.getAs(enterprise, OWN + "/score?model=none");
    assertEquals(404, none.statusCode());
    assertEquals("model", json(none).path("field").asText());
  }

  @Test
  void models_are_listed_with_their_inputs_and_where_they_come_from() {
    train();
    JsonNode models = json(server.getAs(enterprise, "/api/v1/models")).path("models");

    assertEquals(2, models.size());
    assertTrue(models.get(0).path("champion").asBoolean());
    assertFalse(models.get(1).path("champion").asBoolean());
    assertEquals("tax_rating_class", models.get(0).path("features").get(0).asText());
    assertEquals("made by hand for a test", models.get(0).path("provenance").path("data").asText());
  }

  @ParameterizedTest
  @CsvSource({"''", "/features", "/score"})
  void another_enterprise_looks_exactly_like_one_that_does_not_exist(String tail) {
    train();
    String nobody = "/api/v1/enterprises/91110000802100433B";
    HttpResponse<String> others = server.getAs(enterprise, OTHERS + tail);

    assertEquals(404, others.statusCode());
    assertEquals(withoutId(server.getAs(enterprise, nobody + tail)), withoutId(others));
    assertFalse(others.body().contains(RunningServer.OTHER_USCC));
  }

  @ParameterizedTest
  @CsvSource({
    "SOURCE, 403",
    "ENTERPRISE, 200",
    "BANK, 404",
    "OFFICE, 200",
    "AUDITOR, 403",
    "ADMIN, 403"
  })
  void who_may_see_an_enterprise_follows_the_table(Role role, int status) {
    train();
    String token = server.token(role);
    for (String tail : new String[] {"", "/features", "/score"}) {
      assertEquals(status, server.getAs(token, OWN + tail).statusCode(), tail);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/features?asOf=2024-02-30, asOf",
    "/features?asOf=20240101, asOf",
    "/features?asOf=0001-01-01, asOf",
    "/features?knownAt=2024-01-01, knownAt",
    "/features?knownAt=2999-01-01T00:00:00Z, knownAt",
    "/score?day=2024-01-01, day",
    "/score?asOf=2024-01-01&asOf=2024-01-02, asOf",
  })
  void a_wrong_parameter_is_named(String question, String field) {
    HttpResponse<String> response = server.getAs(enterprise, OWN + question);

    assertEquals(400, response.statusCode(), response.body());
    assertEquals(field, json(response).path("field").asText());
  }

  @Test
  void a_malformed_code_is_a_wrong_parameter() {
    HttpResponse<String> response =
        server.getAs(enterprise, "/api/v1/enterprises/91350100M000100Y4Z/score");

    assertEquals(400, response.statusCode());
    assertEquals("uscc", json(response).path("field").asText());
  }

  @Test
  void answers_over_simulated_data_say_so() {
    assertEquals(
        "simulated",
        server.getAs(enterprise, OWN).headers().firstValue("X-Data-Origin").orElseThrow());
  }

  private void train() {
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().keep(SmallModel.named("card-2", -1));
    server.backend.platform().models().promote("card-1");
  }

  private void deliver(String key, String row) {
    HttpResponse<String> response =
        server.postAs(
            server.token(Role.SOURCE, "tax-bureau"),
            "/api/v1/records/tax_rating",
            "text/csv",
            "uscc,publishedOn,year,grade\n" + row + "\n",
            "Idempotency-Key",
            key);
    assertEquals(1, json(response).path("accepted").asInt(), response.body());
  }

  private static JsonNode feature(JsonNode vector, String name) {
    return StreamSupport.stream(vector.path("features").spliterator(), false)
        .filter(feature -> feature.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String withoutId(HttpResponse<String> response) {
    return response.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  private static JsonNode json(HttpResponse<String> response) {
    return RunningServer.json(response);
  }
}
