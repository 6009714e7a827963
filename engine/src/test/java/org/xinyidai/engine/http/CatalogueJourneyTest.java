package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;

/** The office watches features, drift and warnings; the administrator backfills. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueJourneyTest {
  private static final String API = "/api/v1";
  private static final String DAY = RunningServer.AS_OF.toString();
  private static final String DISTRICT = RunningServer.USCC.substring(2, 8);

  @TempDir Path folder;
  private RunningServer server;
  private String office;
  private String admin;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE);
    admin = server.token(Role.ADMIN);
    deliver("k1", RunningServer.USCC + ",2023-04-12,2022,A");
    deliver("k2", RunningServer.OTHER_USCC + ",2023-04-12,2022,C");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_snapshot_of_the_kept_vectors_is_taken_and_read() {
    assertEquals(404, server.getAs(office, API + "/features").statusCode());
    Platform platform = server.backend.platform();
    platform.vectors().refreshTouched(RunningServer.AS_OF, Instant.now(), done -> {});
    assertEquals("DONE", run(office, "/features/snapshots").path("state").asText());

    JsonNode list = json(server.getAs(office, API + "/features"));
    assertEquals(DAY, list.path("asOf").asText());
    assertEquals(2, list.path("enterprises").asInt());
    assertEquals(180, list.path("features").size());
    JsonNode rating = json(server.getAs(office, API + "/features/tax_rating_class"));
    assertEquals(1, rating.path("coverage").asDouble());
    assertTrue(rating.path("stability").isNull());
    JsonNode sales = json(server.getAs(office, API + "/features/sales_invoiced_fen_12m"));
    assertEquals(2, sales.path("missing").path("feed_absent").asInt());
    assertTrue(sales.path("quantiles").isEmpty());
  }

  @Test
  void a_past_day_is_counted_from_the_facts_and_serves_as_base() {
    LocalDate before = RunningServer.AS_OF.minusMonths(6);
    run(office, "/features/snapshots?asOf=" + before);
    run(office, "/features/snapshots?asOf=" + DAY);

    JsonNode rating = json(server.getAs(office, API + "/features/tax_rating_class?base=" + before));
    assertEquals(0, rating.path("stability").asDouble());
    assertEquals("STABLE", rating.path("level").asText());
    JsonNode drift = json(server.getAs(office, API + "/drift?from=" + before));
    assertEquals(DAY, drift.path("months").get(0).asText());
    assertEquals(0, drift.path("episodes").size());
    assertEquals(404, server.getAs(office, API + "/drift?from=2001-01-01").statusCode());
    assertEquals(400, server.getAs(office, API + "/drift").statusCode());
  }

  @Test
  void a_backfill_runs_beside_the_requests_and_tells_its_progress() {
    server
        .backend
        .platform()
        .vectors()
        .refreshTouched(RunningServer.AS_OF, Instant.now(), done -> {});
    String path = "/backfills/sales_invoiced_fen_12m";
    assertEquals(404, server.getAs(admin, API + path).statusCode());
    assertEquals("DONE", run(admin, path).path("state").asText());
    JsonNode progress = json(server.getAs(admin, API + path));
    assertTrue(progress.path("complete").asBoolean());
    assertEquals(2, progress.path("examined").asInt());
    assertEquals(404, post(admin, "/backfills/no_such").statusCode());
    assertEquals(403, post(office, path).statusCode());
  }

  @Test
  void an_enterprise_sees_its_own_warnings_and_the_office_the_list_of_a_district() {
    blackListed();
    String own = server.token(Role.ENTERPRISE, RunningServer.USCC);
    String path = API + "/enterprises/" + RunningServer.USCC + "/warnings";
    JsonNode mine = json(server.getAs(own, path));
    assertEquals("urgent", mine.path("warnings").get(0).path("severity").asText());
    assertTrue(
        mine.path("warnings").get(0).path("reasonZh").asText().contains("黑名单"), mine.toString());
    assertEquals(
        404,
        server
            .getAs(own, API + "/enterprises/" + RunningServer.OTHER_USCC + "/warnings")
            .statusCode());

    assertEquals("DONE", run(office, "/warnings").path("state").asText());
    HttpResponse<String> page =
        server.getAs(office, API + "/warnings?district=" + DISTRICT + "&limit=1");
    assertEquals(RunningServer.USCC, json(page).get(0).path("uscc").asText());
    String next = page.headers().firstValue("Link").orElseThrow();
    assertTrue(next.contains("after=" + RunningServer.USCC), next);
    assertEquals(
        0, json(server.getAs(office, API + "/warnings?after=" + RunningServer.USCC)).size());
    assertEquals(400, server.getAs(office, API + "/warnings?district=x").statusCode());
    assertEquals(403, server.getAs(own, API + "/warnings").statusCode());
  }

  private void blackListed() {
    String rows =
        """
        uscc,decidedOn,list,action,documentNumber,legalBasis,authority
        %1$s,2023-02-01,RED,ENTERED,R-1,某条例第一条,某局
        %1$s,2024-06-01,BLACK,ENTERED,B-1,某条例第二条,某局
        """
            .formatted(RunningServer.USCC);
    HttpResponse<String> response =
        server.postAs(
            server.token(Role.SOURCE, "credit-office"),
            API + "/records/credit_list",
            "text/csv",
            rows,
            "Idempotency-Key",
            "k9");
    assertEquals(2, json(response).path("accepted").asInt(), response.body());
  }

  /** Starts a task and waits until it is over. */
  private JsonNode run(String token, String path) {
    HttpResponse<String> begun = post(token, path);
    assertEquals(202, begun.statusCode(), begun.body());
    String watch = begun.headers().firstValue("Location").orElseThrow();
    JsonNode task = json(begun);
    while (task.path("endedAt").isNull()) {
      task = json(server.getAs(token, watch));
    }
    return task;
  }

  private HttpResponse<String> post(String token, String path) {
    return server.postAs(token, API + path, "application/json", "");
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
