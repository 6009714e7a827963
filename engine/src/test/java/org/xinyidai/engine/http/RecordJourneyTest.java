package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** A source office delivers records and learns what became of each. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordJourneyTest {
  private static final String PATH = "/api/v1/records/tax_rating";
  private static final String CSV = "text/csv";
  private static final String HEADER = "uscc,publishedOn,year,grade\n";
  private static final String GOOD = RunningServer.USCC + ",2024-04-12,2023,A\n";
  private static final String OTHER_GOOD = RunningServer.OTHER_USCC + ",2024-04-12,2023,B\n";
  private static final String BAD_CODE = "=9135010,2024-04-12,2023,A\n";

  @TempDir Path folder;
  private RunningServer server;
  private String source;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    source = server.token(Role.SOURCE, "tax-bureau");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_delivery_is_answered_with_counts_that_reconcile_and_the_place_of_its_receipt() {
    HttpResponse<String> response = post("k1", HEADER + GOOD + GOOD + OTHER_GOOD + BAD_CODE);

    assertEquals(201, response.statusCode(), response.body());
    JsonNode brief = RunningServer.json(response);
    assertEquals(4, brief.path("received").asInt());
    assertEquals(2, brief.path("accepted").asInt());
    assertEquals(1, brief.path("repeated").asInt());
    assertEquals(1, brief.path("rejected").asInt());

    String place = response.headers().firstValue("Location").orElseThrow();
    JsonNode receipt = RunningServer.json(server.getAs(source, place));
    assertEquals(brief.path("batchId"), receipt.path("batchId"));
    assertEquals("tax_rating", receipt.path("feed").asText());
    assertEquals("complete", receipt.path("status").asText());
    assertEquals(1, receipt.path("rejectedByReason").path("USCC_MALFORMED").asInt());
  }

  @Test
  void the_same_delivery_again_gets_the_same_answer_also_after_a_restart() {
    String body = HEADER + GOOD + BAD_CODE;
    String first = post("k1", body).body();
    assertEquals(first, post("k1", body).body());
    server.close();
    server = RunningServer.in(folder);

    HttpResponse<String> again = post("k1", body);

    assertEquals(201, again.statusCode());
    assertEquals(first, again.body());
  }

  @Test
  void the_key_of_a_delivery_cannot_be_used_for_another_body() {
    post("k1", HEADER + GOOD);

    HttpResponse<String> response = post("k1", HEADER + OTHER_GOOD);

    assertEquals(422, response.statusCode());
    assertEquals("Idempotency-Key", RunningServer.json(response).path("field").asText());
  }

  @Test
  void two_sources_may_use_the_same_key() {
    String other = server.token(Role.SOURCE, "power-company");
    post("k1", HEADER + GOOD);

    HttpResponse<String> response =
        server.postAs(other, PATH, CSV, HEADER + OTHER_GOOD, "Idempotency-Key", "k1");

    assertEquals(201, response.statusCode());
  }

  @Test
  void a_delivery_without_a_key_or_with_a_strange_one_is_not_taken() {
    HttpResponse<String> keyless =
        server.sendAsItIs(
            server
                .request(PATH, "Authorization", "Bearer " + source, "Content-Type", CSV)
                .POST(BodyPublishers.ofString(HEADER + GOOD)));
    assertProblem(400, "idempotency-key-missing", keyless);
    assertProblem(400, "invalid-parameter", post("k".repeat(129), HEADER + GOOD));
  }

  @Test
  void a_feed_that_is_not_in_the_catalogue_is_not_found() {
    assertProblem(
        404,
        "not-found",
        server.postAs(
            source, "/api/v1/records/horoscopes", CSV, HEADER + GOOD, "Idempotency-Key", "k"));
  }

  @Test
  void ndjson_is_taken_like_csv() {
    String row =
        "{\"uscc\":\"%s\",\"publishedOn\":\"2024-04-12\",\"year\":2023,\"grade\":\"A\"}\n"
            .formatted(RunningServer.USCC);

    HttpResponse<String> response =
        server.postAs(source, PATH, "application/x-ndjson", row + "{]\n", "Idempotency-Key", "k1");

    assertEquals(201, response.statusCode(), response.body());
    assertEquals(1, RunningServer.json(response).path("accepted").asInt());
    assertEquals(1, RunningServer.json(response).path("rejected").asInt());
  }

  @Test
  void a_gzipped_body_is_taken_and_a_torn_one_is_refused_with_its_receipt() {
    byte[] whole = gzip((HEADER + GOOD).getBytes(UTF_8));
    assertEquals(1, RunningServer.json(postGzip("k1", whole)).path("accepted").asInt());

    byte[] torn = Arrays.copyOf(whole, whole.length - 9);
    assertProblem(422, "invalid-value", postGzip("k2", torn));
    assertProblem(422, "invalid-value", postGzip("k2", torn));
  }

  @Test
  void a_small_body_that_expands_without_end_is_refused() {
    byte[] bomb = gzip(new byte[32 << 20]);
    assertTrue(bomb.length < RunningServer.SMALL_BODIES.recordsBytes());

    assertProblem(422, "invalid-value", postGzip("k1", bomb));
  }

  @Test
  void a_body_over_the_limit_is_refused_before_it_is_read() {
    String large = HEADER + GOOD.repeat(RunningServer.SMALL_BODIES.recordsBytes() / GOOD.length());

    assertProblem(413, "body-too-large", post("k1", large));
  }

  @Test
  void refused_rows_are_listed_by_line_in_pages() {
    String batch = batchOf(post("k1", HEADER + BAD_CODE + GOOD + BAD_CODE + BAD_CODE));

    HttpResponse<String> page =
        server.getAs(source, "/api/v1/batches/" + batch + "/rejections?limit=2");
    JsonNode rows = RunningServer.json(page);
    assertEquals(2, rows.size());
    assertEquals(2, rows.get(0).path("line").asInt());
    assertEquals("uscc", rows.get(0).path("field").asText());
    assertEquals("USCC_MALFORMED", rows.get(0).path("reason").asText());
    assertTrue(rows.get(0).path("record").asText().contains("=9135010"));

    String link = page.headers().firstValue("Link").orElseThrow();
    String next = link.substring(1, link.indexOf('>'));
    JsonNode rest = RunningServer.json(server.getAs(source, next));
    assertEquals(1, rest.size());
    assertEquals(5, rest.get(0).path("line").asInt());
  }

  @Test
  void refused_rows_can_be_downloaded_for_a_spreadsheet_that_will_not_run_them() {
    String batch = batchOf(post("k1", HEADER + BAD_CODE.repeat(1_500)));

    HttpResponse<String> csv =
        server.getAs(source, "/api/v1/batches/" + batch + "/rejections", "Accept", CSV);

    assertEquals(200, csv.statusCode());
    assertTrue(csv.body().startsWith("\ufeffline,field,reason,reasonZh,record"), csv.body());
    assertEquals(1_501, csv.body().lines().count());
    assertTrue(csv.body().contains("'=9135010"));
    assertFalse(csv.body().contains("\"=9135010"));
    assertTrue(
        csv.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment"));

    HttpResponse<String> ndjson =
        server.getAs(
            source, "/api/v1/batches/" + batch + "/rejections", "Accept", "application/x-ndjson");
    assertEquals(1_500, ndjson.body().lines().count());
  }

  @Test
  void a_batch_exists_for_its_source_and_the_office_alone() {
    String place = "/api/v1/batches/" + batchOf(post("k1", HEADER + BAD_CODE));
    String rival = server.token(Role.SOURCE, "power-company");
    String office = server.token(Role.OFFICE);
    String bank = server.token(Role.BANK);

    for (String path : new String[] {place, place + "/rejections"}) {
      assertEquals(200, server.getAs(office, path).statusCode());
      assertProblem(403, "forbidden", server.getAs(bank, path));
      HttpResponse<String> others = server.getAs(rival, path);
      assertProblem(404, "not-found", others);
      HttpResponse<String> none = server.getAs(rival, path.replace("r-", "r-0"));
      assertEquals(
          RunningServer.json(none).path("detail"), RunningServer.json(others).path("detail"));
    }
  }

  @Test
  void rows_are_counted_once_for_the_monitor_however_often_they_are_sent() {
    post("k1", HEADER + GOOD + BAD_CODE);
    post("k1", HEADER + GOOD + BAD_CODE);

    String metrics = server.get("/metrics").body();
    assertTrue(
        metrics.contains("xinyidai_ingest_rows_total{feed=\"tax_rating\",result=\"accepted\"} 1.0"),
        metrics);
  }

  private HttpResponse<String> post(String key, String body) {
    return server.postAs(source, PATH, CSV, body, "Idempotency-Key", key);
  }

  private HttpResponse<String> postGzip(String key, byte[] body) {
    return server.send(
        server
            .request(PATH, "Authorization", "Bearer " + source, "Content-Type", CSV)
            .headers("Content-Encoding", "gzip", "Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static String batchOf(HttpResponse<String> response) {
    assertEquals(201, response.statusCode(), response.body());
    return RunningServer.json(response).path("batchId").asText();
  }

  private static void assertProblem(int status, String type, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "urn:xinyidai:problem:" + type, RunningServer.json(response).path("type").asText());
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
