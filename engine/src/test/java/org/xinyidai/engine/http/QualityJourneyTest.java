package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** The office looks at what was reported, mends what can be mended, and is told its points. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityJourneyTest {
  private static final String CSV = "text/csv";
  private static final String JSON = "application/json";
  private static final String BILLS =
      """
      uscc,账期,户号,用电量,应缴金额,缴费期限,缴费日期,欠费金额
      91350100M000100Y43,2024-03,1,100,61.50,2024-04-20,,0
      9135O100M000100Y43,2024-03,2,100,61.50,2024-04-20,,0
      91350100M000100Y43,2024-03,3,100,1.2万元,2024-04-20,,0
      """;

  @TempDir Path folder;
  private RunningServer server;
  private String office;
  private String source;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE);
    source = server.token(Role.SOURCE, "=power");
    HttpResponse<String> taken =
        server.postAs(source, "/api/v1/records/electricity", CSV, BILLS, "Idempotency-Key", "k1");
    assertEquals(2, RunningServer.json(taken).path("rejected").asInt(), taken.body());
    assertEquals(1, RunningServer.json(taken).path("resolution").path("filed").asInt());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_is_certain_was_mended_and_what_is_doubtful_waits_for_the_office() {
    assertEquals(5, get("/api/v1/cleaning-rules").size());
    JsonNode applied = get("/api/v1/cleanings?status=applied").get(0);
    assertEquals("9135O100M000100Y43", applied.path("row").path("uscc").asText());
    assertEquals("code-lookalikes/1", applied.path("corrections").get(0).path("rule").asText());

    JsonNode suggested = get("/api/v1/cleanings").get(0);
    String place = "/api/v1/cleanings/" + suggested.path("id").asText();
    JsonNode decided =
        RunningServer.json(server.postAs(office, place + "/decision", JSON, "{\"agreed\":true}"));
    assertEquals("approved", decided.path("status").asText());
    assertFalse(decided.path("filedIn").asText().isEmpty());
    assertEquals(decided, get(place));

    JsonNode traces = get("/api/v1/enterprises/" + RunningServer.USCC + "/traces");
    assertEquals(2, traces.size(), "the row that came sound needs no trace");
    for (JsonNode trace : traces) {
      assertEquals(
          trace.path("row"), get("/api/v1/cleanings/" + trace.path("origin").asText()).path("row"));
    }
    String batch = suggested.path("batchId").asText();
    HttpResponse<String> again =
        server.send(
            server
                .request(
                    "/api/v1/batches/" + batch + "/cleaning", "Authorization", "Bearer " + office)
                .POST(BodyPublishers.noBody()));
    assertEquals(0, RunningServer.json(again).path("applied").asInt());
  }

  @Test
  void the_month_is_reported_with_points_where_the_office_entered_what_they_need() {
    JsonNode before = get("/api/v1/quality");
    JsonNode line = before.path("lines").get(before.path("lines").size() - 1);
    assertEquals(3, line.path("reported").asInt());
    assertEquals(1, line.path("conforming").asInt());
    assertEquals(2, line.path("loaded").asInt());
    assertTrue(line.path("reportRate").isNull());
    JsonNode bills = before.path("indicators").get(3);
    assertTrue(bills.path("points").isNull());
    assertEquals("market_subjects", bills.path("missing").get(0).asText());

    String month = before.path("month").asText();
    String figure = "{\"month\":\"%s\",\"name\":\"market_subjects\",\"value\":2}".formatted(month);
    assertEquals(200, server.postAs(office, "/api/v1/figures", JSON, figure).statusCode());
    assertEquals(1.0, get("/api/v1/quality").path("indicators").get(3).path("value").asDouble());
    assertEquals("office", get("/api/v1/figures").get(0).path("by").asText());
    String wrong = figure.replace("market_subjects", "due");
    assertEquals(422, server.postAs(office, "/api/v1/figures", JSON, wrong).statusCode());
  }

  @Test
  void the_report_can_be_had_for_a_spreadsheet_that_will_not_run_it() {
    HttpResponse<String> csv = server.getAs(office, "/api/v1/quality", "Accept", CSV);
    assertTrue(csv.body().contains("'=power"), csv.body());
    HttpResponse<String> book =
        server.getAs(
            office,
            "/api/v1/quality?feed=electricity",
            "Accept",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertEquals(200, book.statusCode());
    assertTrue(book.body().startsWith("PK"));
  }

  @Test
  void a_source_sees_its_own_lines_alone() {
    String rival = server.token(Role.SOURCE, "water-company");
    JsonNode own = RunningServer.json(server.getAs(source, "/api/v1/quality"));
    JsonNode others = RunningServer.json(server.getAs(rival, "/api/v1/quality"));
    assertTrue(own.path("lines").size() > 1);
    assertEquals(1, others.path("lines").size());
    assertEquals(0, own.path("indicators").size());
    assertEquals(404, server.getAs(rival, "/api/v1/quality?source=%3Dpower").statusCode());
    assertEquals(403, server.getAs(rival, "/api/v1/figures").statusCode());
    assertEquals(400, server.getAs(office, "/api/v1/quality?month=2024").statusCode());
    assertEquals(400, server.getAs(office, "/api/v1/quality?district=x").statusCode());
  }

  private JsonNode get(String path) {
    return RunningServer.json(server.getAs(office, path));
  }
}
