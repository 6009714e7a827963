package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Seat;

/** The office looks at its targets, takes the report, files it, corrects it and takes data out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfficeJourneyTest {
  private static final String JSON = "application/json";
  private static final String API = "/api/v1";
  private static final YearMonth LAST = YearMonth.from(LoanParties.today()).minusMonths(1);
  private static final YearMonth LONG_AGO = YearMonth.of(2024, 5);

  @TempDir static Path folder;
  private static RunningServer server;
  private static LoanParties all;
  private static String district;
  private static String auditor;

  @BeforeAll
  static void start() {
    server = RunningServer.in(folder);
    all = new LoanParties(server);
    auditor = server.token(Role.AUDITOR);
    district =
        server
            .backend
            .accounts()
            .issue(
                "区", new Organisations.Standing(Role.OFFICE, "南山区金融办", new Seat("o-1", "440300")))
            .token()
            .reveal();
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().promote("card-1");
    String source = server.token(Role.SOURCE, "tax");
    for (String uscc : List.of(RunningServer.USCC, RunningServer.OTHER_USCC)) {
      String rating = "uscc,publishedOn,year,grade\n" + uscc + ",2024-04-12,2023,A\n";
      server.postAs(source, API + "/records/tax_rating", "text/csv", rating);
    }
    String demand = all.demand(all.first, RunningServer.USCC, 20_000_000L);
    JsonNode filed =
        all.apply(
            all.first,
            demand,
            "\"" + LoanParties.ABC_LOAN + "\",\"" + LoanParties.ICBC_LOAN + "\"");
    String abc = filed.at("/0/id").asText();
    all.grant(all.abc, abc, 20_000_000L, "credit");
    all.step(all.first, abc, "take_up");
    all.step(all.abc, abc, LoanParties.signing());
    all.step(all.abc, abc, LoanParties.drawing("D-1", 20_000_000L));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_page_holds_what_the_office_needs_and_the_report_is_that_of_the_workbook()
      throws IOException {
    HttpResponse<String> page = server.get("/office");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("下载 XLSX") && page.body().contains("正式报送"));
    assertEquals(200, server.get("/office.js").statusCode());

    String path = API + "/office-reports/genhe-2023?asOf=" + LoanParties.today();
    JsonNode report = ok(200, server.getAs(all.office, path));
    assertTrue(report.path("simulated").asBoolean());
    assertTrue(report.path("packs").size() >= 5, report.path("packs").toString());
    JsonNode indicators = report.at("/sheets/1");
    assertEquals("指标", indicators.path("title").asText());
    assertTrue(indicators.path("columns").toString().contains("差距"));

    HttpResponse<byte[]> file = server.getBytesAs(all.office, path + "&form=xlsx");
    assertTrue(file.headers().firstValue("Content-Disposition").orElse("").contains(".xlsx"));
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
      List<Row> rows = book.getSheet(1).orElseThrow().read();
      assertEquals(indicators.path("rows").size() + 1, rows.size());
      for (int i = 0; i < indicators.path("rows").size(); i++) {
        JsonNode row = indicators.path("rows").get(i);
        same(row.get(3), rows.get(i + 1), 3);
        same(row.get(7), rows.get(i + 1), 7);
        same(row.get(8), rows.get(i + 1), 8);
      }
    }
    byte[] again =
        server
            .getBytesAs(
                all.office,
                API + "/office-reports/genhe-2023?asOf=" + LoanParties.today(),
                "Accept",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .body();
    assertArrayEquals(file.body(), again, "by link or by Accept");
    byte[] pdf = server.getBytesAs(all.office, path + "&form=pdf").body();
    assertEquals("%PDF", new String(pdf, 0, 4, US_ASCII));
  }

  private static void same(JsonNode cell, Row row, int column) {
    if (cell.path("number").isNull()) {
      assertEquals(cell.path("shown").asText(), row.getCellText(column));
    } else {
      BigDecimal told = new BigDecimal(cell.path("number").asText());
      BigDecimal read = row.getCell(column).asNumber();
      assertTrue(
          told.subtract(read).abs().compareTo(new BigDecimal("1e-9")) < 0, told + " " + read);
    }
  }

  @Test
  void values_of_the_report_are_those_of_the_targets() {
    String day = LoanParties.today().toString();
    JsonNode report =
        ok(200, server.getAs(all.office, API + "/office-reports/shangjie-2023?asOf=" + day));
    JsonNode targets =
        ok(200, server.getAs(all.office, API + "/target-packs/shangjie-2023?asOf=" + day));

    int known = 0;
    for (JsonNode row : report.at("/sheets/1/rows")) {
      for (JsonNode item : targets.path("items")) {
        if (item.at("/item/id").asText().equals(row.get(0).path("shown").asText())) {
          assertEquals(
              item.path("value").isNull(), row.get(3).path("number").isNull(), row.toString());
          known += item.path("value").isNull() ? 0 : 1;
        }
      }
    }
    assertTrue(known > 0, targets.toString());
  }

  @Test
  void last_months_report_is_filed_once_for_a_key_and_both_sides_can_prove_it() {
    String body = "{\"pack\":\"wuhan-2016\",\"period\":\"%s\"}".formatted(LAST);
    HttpResponse<String> first = file(body, "w1");
    assertEquals(201, first.statusCode(), first.body());
    assertEquals(first.body(), file(body, "w1").body(), "the same key files nothing more");
    JsonNode filing = RunningServer.json(first);
    boolean inTime = !LoanParties.today().isAfter(LAST.plusMonths(1).atDay(4));
    assertEquals(inTime ? "in_time" : "late", filing.path("timeliness").asText());

    HttpResponse<byte[]> file =
        server.getBytesAs(
            auditor, API + "/filings/" + filing.path("id").asText() + "/file?form=pdf");
    assertEquals(200, file.statusCode());
    JsonNode checked = check(file.body(), "application/pdf");
    assertTrue(checked.path("genuine").asBoolean(), checked.toString());
    assertEquals(filing, checked.path("filing"));
    byte[] altered = file.body().clone();
    altered[altered.length / 3] ^= 1;
    assertEquals("unknown", check(altered, "application/pdf").path("finding").asText());
    assertEquals(403, server.postAs(auditor, API + "/filings", JSON, body).statusCode());
    assertEquals(403, server.postAs(district, API + "/filings", JSON, body).statusCode());
    assertEquals(404, server.getAs(all.office, API + "/filings/wuhan-2016_x_1").statusCode());
  }

  @Test
  void a_late_report_says_late_and_a_correction_gives_its_reason() {
    String body = "{\"pack\":\"genhe-2023\",\"period\":\"%s\"%s}";
    JsonNode first = ok(201, file(body.formatted(LONG_AGO, ""), "g1"));
    assertEquals("late", first.path("timeliness").asText());
    assertEquals("2024-06-04", first.path("dueOn").asText());

    JsonNode refused = ok(422, file(body.formatted(LONG_AGO, ""), "g2"));
    assertEquals("reason", refused.path("field").asText());
    JsonNode second = ok(201, file(body.formatted(LONG_AGO, ",\"reason\":\"补报\""), "g3"));
    assertEquals(first.path("id"), second.path("replaces"));
    JsonNode list =
        ok(200, server.getAs(district, API + "/filings?pack=genhe-2023&period=" + LONG_AGO));
    assertEquals(2, list.path("filings").size());
    assertEquals(first, list.at("/filings/0"), "the first stays as it is");

    YearMonth now = YearMonth.from(LoanParties.today());
    JsonNode early = ok(422, file(body.formatted(now, ""), "g4"));
    assertEquals("period", early.path("field").asText());
    JsonNode nonsense = ok(422, file(body.formatted("2024-13", ""), "g5"));
    assertEquals("period", nonsense.path("field").asText());
  }

  @Test
  void what_is_owed_stands_in_the_calendar_with_the_days_of_its_reminders() {
    String body =
        "{\"pack\":\"yongzhou-2018\",\"kind\":\"month\",\"since\":\"%s\"}".formatted(LAST);
    ok(200, all.post(all.office, API + "/filing-duties", body));

    JsonNode calendar = ok(200, server.getAs(auditor, API + "/filing-calendar"));
    JsonNode entry = calendar.at("/reports/0");
    assertEquals(LAST.toString(), entry.path("period").asText());
    assertEquals(LAST.plusMonths(1).atDay(4).toString(), entry.path("dueOn").asText());
    assertEquals(3, entry.path("reminders").size());
    assertEquals("early", entry.at("/reminders/0/reminder").asText());
    boolean passed = LoanParties.today().isAfter(LAST.plusMonths(1).atDay(4));
    assertEquals(passed ? "overdue" : "open", entry.path("state").asText());
    server.backend.office().reminders().tend(LoanParties.today());
    assertTrue(!passed || all.told(all.office).contains("yongzhou-2018"));
    assertEquals(403, all.post(district, API + "/filing-duties", body).statusCode());
  }

  @Test
  void each_sees_its_part_of_the_funnel() {
    JsonNode city = ok(200, server.getAs(all.office, API + "/funnel"));
    assertEquals(2, city.at("/total/applications").asInt());
    assertEquals(20_000_000L, city.at("/total/drawnFen").asLong());
    assertEquals(7, city.at("/total/stages").size());
    JsonNode lender = ok(200, server.getAs(all.icbc, API + "/funnel?lender=" + LoanParties.ABC));
    assertEquals(LoanParties.ICBC, lender.path("lender").asText(), "never another's");
    assertEquals(1, lender.at("/total/applications").asInt());
    assertEquals(4, lender.at("/total/stages").size());
    assertFalse(lender.toString().contains(LoanParties.ABC_LOAN), lender.toString());
    JsonNode own = ok(200, server.getAs(district, API + "/funnel"));
    assertEquals("440300", own.path("district").asText());
    assertEquals(0, own.at("/total/applications").asInt());
    assertEquals(400, server.getAs(district, API + "/funnel?district=350100").statusCode());
    assertEquals(403, server.getAs(all.first, API + "/funnel").statusCode());
    assertEquals(200, server.getAs(auditor, API + "/overdue-tasks").statusCode());
    LocalDate before = LoanParties.today().minusDays(1);
    JsonNode earlier = ok(200, server.getAs(all.office, API + "/funnel?asOf=" + before));
    assertEquals(0, earlier.at("/total/applications").asInt());
  }

  @Test
  void an_export_names_its_purpose_and_no_enterprise_unless_the_city_asks_for_names()
      throws IOException {
    String body = "{\"content\":\"applications\",\"purpose\":\"=季度分析\"%s}";
    HttpResponse<String> plain = all.post(all.office, API + "/office-exports", body.formatted(""));
    assertEquals(201, plain.statusCode(), plain.body());
    assertFalse(plain.body().contains(RunningServer.USCC), plain.body());
    assertTrue(plain.body().contains("'=季度分析"), "a formula is kept from running");
    assertEquals(3, plain.body().strip().lines().count());

    HttpResponse<String> named =
        all.post(all.office, API + "/office-exports", body.formatted(",\"named\":true"));
    assertTrue(named.body().contains(RunningServer.USCC));
    String accesses =
        server.getAs(all.first, API + "/enterprises/" + RunningServer.USCC + "/accesses").body();
    assertTrue(accesses.contains("季度分析"), accesses);
    JsonNode refused =
        ok(422, all.post(district, API + "/office-exports", body.formatted(",\"named\":true")));
    assertEquals("named", refused.path("field").asText());
    ok(422, all.post(all.office, API + "/office-exports", "{\"content\":\"funnel\"}"));

    JsonNode list = ok(200, server.getAs(auditor, API + "/office-exports"));
    assertTrue(list.toString().contains("季度分析") && list.toString().contains("deleteBy"));
    arrow();
  }

  private static void arrow() throws IOException {
    String indicators = "{\"content\":\"indicators\",\"pack\":\"genhe-2023\",\"purpose\":\"核对\"}";
    HttpResponse<byte[]> file =
        bytes(
            server
                .request(
                    API + "/office-exports",
                    "Authorization",
                    "Bearer " + all.office,
                    "Accept",
                    "application/vnd.apache.arrow.stream",
                    "Idempotency-Key",
                    "arrow-1",
                    "Content-Type",
                    JSON)
                .POST(BodyPublishers.ofString(indicators)));
    assertEquals(201, file.statusCode());
    try (RootAllocator memory = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(new ByteArrayInputStream(file.body()), memory)) {
      assertTrue(reader.loadNextBatch());
      Map<String, String> told = reader.getVectorSchemaRoot().getSchema().getCustomMetadata();
      assertEquals("核对", told.get("purpose"));
      assertTrue(reader.getVectorSchemaRoot().getRowCount() > 5);
      VarCharVector items = (VarCharVector) reader.getVectorSchemaRoot().getVector("item");
      assertFalse(items.getObject(0).toString().isEmpty());
    }
  }

  private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static HttpResponse<String> file(String body, String key) {
    return server.postAs(all.office, API + "/filings", JSON, body, "Idempotency-Key", key);
  }

  private static JsonNode check(byte[] file, String type) {
    return ok(
        200,
        server.send(
            server
                .request(
                    API + "/filing-checks",
                    "Authorization",
                    "Bearer " + auditor,
                    "Content-Type",
                    type)
                .POST(BodyPublishers.ofByteArray(file))));
  }
}
