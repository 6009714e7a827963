package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.learning.ModelRegistry;

/** A model is brought in by one person, approved by another, and serves at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelJourneyTest {
  private static final String MODELS = "/api/v1/models";

  @TempDir Path folder;
  private RunningServer server;
  private String office;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE, "金融办");
    ModelRegistry models = server.backend.platform().models();
    models.keep(SmallModel.named("card-1", -2));
    models.keep(SmallModel.named("card-2", -1));
    models.keepCard(SmallModel.card("card-2"));
    models.promote("card-1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_approved_model_answers_from_then_on_and_the_one_before_becomes_a_shadow() {
    JsonNode approved = RunningServer.json(post("card-2", "champion"));

    assertEquals("champion", approved.path("status").asText());
    assertTrue(approved.path("champion").asBoolean());
    JsonNode before = RunningServer.json(server.getAs(office, MODELS + "/card-1"));
    assertEquals("shadow", before.path("status").asText());
    List<String> statuses = before.path("changes").findValuesAsText("status");
    assertEquals(List.of("candidate", "champion", "shadow"), statuses);
    assertTrue(before.path("changes").path(2).path("by").asText().startsWith("金融办"));
  }

  @Test
  void whoever_brought_a_model_in_does_not_approve_it() {
    String by =
        RunningServer.json(post("card-2", "shadow")).path("changes").path(1).path("by").asText();
    server.backend.platform().models().keep(SmallModel.named("card-3", -3), by);

    HttpResponse<String> refused = post("card-3", "champion");

    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("second person"), refused.body());
  }

  @Test
  void a_model_shows_the_card_that_its_approver_signs() {
    JsonNode card = RunningServer.json(server.getAs(office, MODELS + "/card-2")).path("card");

    assertEquals(0.81, card.path("evaluation").path("auc").path("mean").asDouble());
    assertEquals("2025-01-31", card.path("sample").path("from").asText());
    assertTrue(card.path("fairness").path(0).path("auc").isNull(), card.toString());
    assertEquals("仅供测试。", card.path("limits").path(0).asText());
  }

  @Test
  void a_model_without_a_card_may_be_a_shadow_and_not_the_champion() {
    server.backend.platform().models().keep(SmallModel.named("card-3", -3));

    HttpResponse<String> refused = post("card-3", "champion");

    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("no model card"), refused.body());
    assertEquals(200, post("card-3", "shadow").statusCode());
    JsonNode shown = RunningServer.json(server.getAs(office, MODELS + "/card-3"));
    assertTrue(shown.path("card").isNull(), shown.toString());
  }

  @Test
  void the_champion_does_not_step_down_without_another() {
    assertEquals(422, post("card-1", "retired").statusCode());
  }

  @Test
  void a_status_that_is_none_and_a_model_that_is_none_are_refused() {
    assertEquals(422, post("card-2", "king").statusCode());
    assertEquals(404, post("card-9", "shadow").statusCode());
  }

  private HttpResponse<String> post(String id, String status) {
    return server.postAs(
        office,
        MODELS + "/" + id + "/status",
        "application/json",
        "{\"status\":\"" + status + "\"}");
  }
}
