package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.RunningServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.models.record.TaxRating;

/** A score that was served can be read again, proved again, and is found by what touches it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredScoreJourneyTest {
  private static final String OWN = "/api/v1/enterprises/" + RunningServer.USCC;
  private static final String BANK = "某银行";

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private String office;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    enterprise = server.token(Role.ENTERPRISE);
    office = server.token(Role.OFFICE);
    deliver("k1", "2023-04-12,2022,A");
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().promote("card-1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_same_inputs_are_one_record_and_the_same_reader_one_entry_also_after_a_restart() {
    String id = score().path("scoreId").asText();
    assertEquals(id, score().path("scoreId").asText());
    server.close();
    server = RunningServer.in(folder);

    JsonNode stored = json(server.getAs(office, "/api/v1/scores/" + id));

    assertEquals(id, stored.at("/score/scoreId").asText());
    assertEquals(2, stored.path("readings").size());
    assertEquals(2, stored.at("/readings/0/count").asLong());
    assertEquals("OWN", stored.at("/readings/0/why").asText());
    assertEquals("SUPERVISION", stored.at("/readings/1/why").asText());
    assertEquals(1, json(server.getAs(enterprise, OWN + "/scores")).path("scores").size());
  }

  @Test
  void a_past_score_is_proved_to_the_bit_after_late_and_corrected_facts_and_another_model() {
    JsonNode before = score();
    deliver("k2", "2024-04-12,2023,D");
    deliver("k3", "2023-04-12,2022,B");
    server.backend.platform().models().keep(SmallModel.named("card-2", -1));
    server.backend.platform().models().promote("card-2");
    JsonNode after = score();
    assertNotEquals(before.path("scoreId"), after.path("scoreId"));
    assertNotEquals(before.path("points"), after.path("points"));

    JsonNode replay = replay(before.path("scoreId").asText());

    assertTrue(replay.path("identical").asBoolean(), replay.toString());
    assertTrue(replay.path("elements").asInt() > 100);
    assertTrue(replay(after.path("scoreId").asText()).path("identical").asBoolean());
  }

  @Test
  void knowledge_that_was_dated_back_is_found_by_the_replay_and_named() throws IOException {
    Instant before = Instant.now();
    deliver("k2", "2024-03-01,2023,B");
    String id = score().path("scoreId").asText();
    byte[] late =
        ("uscc,publishedOn,year,grade\n" + row("2024-05-02,2023,C"))
            .getBytes(StandardCharsets.UTF_8);
    server
        .backend
        .platform()
        .ingest()
        .take(
            Delivery.once(TaxRating.FEED, "backfill.csv", new ByteArrayInputStream(late), before),
            FeedReader.open(TaxRating.FEED, new ByteArrayInputStream(late), Format.CSV),
            Progress.NONE);

    JsonNode replay = replay(id);

    assertFalse(replay.path("identical").asBoolean());
    assertTrue(replay.toString().contains("vector.tax_rating_class"), replay.toString());
    assertTrue(replay.toString().contains("points"));
  }

  @Test
  void a_lender_reads_a_score_while_the_enterprise_shows_it_and_leaves_its_trace() {
    String id = score().path("scoreId").asText();
    String path = "/api/v1/scores/" + id;
    String bank = server.token(Role.BANK, BANK);
    assertEquals(404, server.getAs(bank, path).statusCode());

    assertEquals(201, show(id, 30).statusCode());
    JsonNode shown = json(server.getAs(bank, path));
    assertEquals(id, shown.at("/score/scoreId").asText());
    assertTrue(shown.path("readings").isNull());
    assertEquals(404, server.getAs(server.token(Role.BANK, "他行"), path).statusCode());
    JsonNode readings = json(server.getAs(office, path)).path("readings");
    assertTrue(readings.toString().contains(BANK));

    assertEquals(201, show(id, 0).statusCode());
    assertEquals(404, server.getAs(bank, path).statusCode());
    assertEquals(422, show(id, 366).statusCode());
  }

  @Test
  void a_late_record_lists_the_scores_and_demands_that_it_touches() {
    String demand = demand();
    JsonNode matches = json(server.getAs(enterprise, "/api/v1/demands/" + demand + "/matches"));
    String id = matches.path("scoreId").asText();
    String early = deliver("k2", "2024-04-12,2023,D");
    String future = deliver("k3", "2024-07-12,2023,C");

    JsonNode touched = json(server.getAs(office, "/api/v1/batches/" + early + "/touched"));

    assertEquals(1, touched.path("touched").size());
    JsonNode one = touched.path("touched").get(0);
    assertEquals(id, one.path("scoreId").asText());
    assertEquals(demand, one.path("demands").get(0).asText());
    assertTrue(one.path("pointsNow").asInt() < one.path("pointsThen").asInt());
    assertEquals("tax_rating.2024-04-12", one.at("/facts/0/about").asText());
    assertTrue(touched.path("next").isNull());
    assertEquals(
        touched.path("touched"), json(server.getAs(enterprise, OWN + "/touched")).path("touched"));
    // A fact about a day after the score's own day cannot have been in it.
    assertTrue(
        json(server.getAs(office, "/api/v1/batches/" + future + "/touched"))
            .path("touched")
            .isEmpty());
    assertEquals(404, server.getAs(office, "/api/v1/batches/r-none/touched").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "SOURCE, 403, 403, 403",
    "BANK, 404, 403, 403",
    "OFFICE, 200, 200, 200",
    "AUDITOR, 200, 200, 200",
    "ADMIN, 403, 403, 403"
  })
  void who_may_see_stored_scores_follows_the_table(Role role, int one, int replay, int all) {
    String id = score().path("scoreId").asText();
    String token = server.token(role);

    assertEquals(one, server.getAs(token, "/api/v1/scores/" + id).statusCode());
    assertEquals(replay, server.getAs(token, "/api/v1/scores/" + id + "/replay").statusCode());
    assertEquals(all, server.getAs(token, OWN + "/scores").statusCode());
    assertEquals(all, server.getAs(token, OWN + "/touched").statusCode());
  }

  @Test
  void the_scores_of_another_enterprise_do_not_exist() {
    String id = score().path("scoreId").asText();
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);

    for (String path : new String[] {"/api/v1/scores/" + id, OWN + "/scores", OWN + "/touched"}) {
      assertEquals(404, server.getAs(other, path).statusCode(), path);
    }
    String body = "{\"lender\":\"x\",\"days\":1}";
    String shares = "/api/v1/scores/" + id + "/shares";
    assertEquals(404, server.postAs(other, shares, "application/json", body).statusCode());
    assertEquals(404, server.getAs(office, "/api/v1/scores/none").statusCode());
    String unknown = RunningServer.USCC + "-" + "0".repeat(32);
    assertEquals(404, server.getAs(office, "/api/v1/scores/" + unknown).statusCode());
  }

  private JsonNode score() {
    return json(server.getAs(enterprise, OWN + "/score"));
  }

  private JsonNode replay(String id) {
    return json(server.getAs(office, "/api/v1/scores/" + id + "/replay"));
  }

  private HttpResponse<String> show(String id, int days) {
    String body = "{\"lender\":\"%s\",\"days\":%d}".formatted(BANK, days);
    return server.postAs(enterprise, "/api/v1/scores/" + id + "/shares", "application/json", body);
  }

  private String demand() {
    String body =
        """
        {"uscc":"%s","amountFen":50000000,"termMonths":12,"purpose":"进货"}"""
            .formatted(RunningServer.USCC);
    return json(server.postAs(enterprise, "/api/v1/demands", "application/json", body))
        .path("id")
        .asText();
  }

  private String deliver(String key, String row) {
    HttpResponse<String> response =
        server.postAs(
            server.token(Role.SOURCE, "tax-bureau"),
            "/api/v1/records/tax_rating",
            "text/csv",
            "uscc,publishedOn,year,grade\n" + row(row),
            "Idempotency-Key",
            key);
    assertEquals(1, json(response).path("accepted").asInt(), response.body());
    return json(response).path("batchId").asText();
  }

  private static String row(String rest) {
    return RunningServer.USCC + "," + rest + "\n";
  }
}
