package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.store.Store;

/** A bank reports by the API, by CSV and by a workbook, and what disagrees is mended. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LenderReportJourneyTest {
  private static final String REPORTS = "/api/v1/lender-reports";
  private static final String DIFFERENCES = "/api/v1/lender-differences";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> COLUMNS =
      List.of(
          "报送行编号",
          "统一社会信用代码",
          "授信编号",
          "授信金额（元）",
          "年利率（%）",
          "期限（月）",
          "担保方式",
          "是否首贷",
          "授信有效期至",
          "合同编号",
          "合同签订日期",
          "借据编号",
          "放款金额（元）",
          "放款日期",
          "到期日期",
          "贷款余额（元）",
          "数据日期",
          "客户经理");

  @TempDir Path folder;
  private LoanParties all;
  private String application;

  @BeforeEach
  void start() {
    all = new LoanParties(RunningServer.in(folder));
    String demand = all.demand(all.first, RunningServer.USCC, 50_000_000L);
    application =
        all.apply(all.first, demand, "\"" + LoanParties.ABC_LOAN + "\"").at("/0/id").asText();
  }

  @AfterEach
  void stop() {
    all.server.close();
  }

  @Test
  void three_ways_of_reporting_lead_to_the_same_loan_and_a_contradiction_is_mended()
      throws IOException {
    grantedByApi();
    all.step(all.first, application, "take_up");
    String batch = lentByCsv();
    differencesBecomeTasks(batch);
    repaidByWorkbook();
    leftOutOfAFile();
    toldOutsideAsStepsAre();
  }

  private void grantedByApi() {
    String line =
        """
        {"line":"L-1","uscc":"%s","grantNumber":"G-1","grantAmountFen":40000000,"rateBp":385,
         "termMonths":12,"security":"credit","firstLoan":true,"validUntil":"%s"}"""
            .formatted(RunningServer.USCC, LoanParties.today().plusDays(30));
    String body = "{\"lines\":[%s]}".formatted(line);
    assertEquals(403, all.post(all.first, REPORTS, body).statusCode());
    JsonNode first = ok(201, all.post(all.abc, REPORTS, body));
    assertEquals("MOVED", first.at("/lines/0/result").asText(), first.toString());
    assertEquals("[\"accept\",\"investigate\",\"grant\"]", first.at("/lines/0/steps").toString());
    assertEquals("GRANTED", all.application(all.abc, application).path("state").asText());
    JsonNode again = ok(201, all.post(all.abc, REPORTS, body));
    assertEquals("REPEATED", again.at("/lines/0/result").asText());
    JsonNode foreign = ok(201, all.post(all.icbc, REPORTS, body));
    assertEquals("UNKNOWN_APPLICATION", foreign.at("/lines/0/differences/0/kind").asText());
    JsonNode other =
        ok(
            201,
            all.post(all.abc, REPORTS, body.replace(RunningServer.USCC, RunningServer.OTHER_USCC)));
    assertEquals("NUMBER_OF_ANOTHER", other.at("/lines/0/faults/0/reason").asText());
    assertEquals(422, all.post(all.abc, REPORTS, "{\"lines\":[]}").statusCode());
  }

  /** The rate is wrong in the file, one line cannot be read, and one loan is unknown here. */
  private String lentByCsv() throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(row("L-1", RunningServer.USCC, "3.95", "400000"));
    rows.add(row("L-2", RunningServer.OTHER_USCC, "3.95", "1"));
    rows.add(row("L-3", "91350100M000100Y44", "x", "1"));
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ReportFiles.csv(new ReportTable("月报", COLUMNS, rows), csv);
    JsonNode report = ok(201, upload("csv-1", "text/csv", csv.toByteArray()));
    assertEquals("CSV", report.at("/batch/channel").asText());
    assertEquals("[\"客户经理\"]", report.at("/batch/ignoredColumns").toString());
    assertEquals("[\"sign\",\"draw_down\"]", report.at("/lines/0/steps").toString());
    assertEquals("rateBp", report.at("/lines/0/differences/0/field").asText());
    assertEquals("385", report.at("/lines/0/differences/0/platform").asText());
    assertEquals("UNKNOWN_APPLICATION", report.at("/lines/1/differences/0/kind").asText());
    assertEquals("REJECTED", report.at("/lines/2/result").asText());
    assertEquals(2, report.at("/lines/2/faults").size(), report.toString());
    assertEquals("LENT", all.application(all.abc, application).path("state").asText());
    String id = report.at("/batch/id").asText();
    JsonNode kept = ok(200, all.server.getAs(all.office, REPORTS + "/" + id + "?result=rejected"));
    assertEquals("uscc", kept.at("/lines/0/faults/0/field").asText());
    assertEquals(404, all.server.getAs(all.icbc, REPORTS + "/" + id).statusCode());
    assertEquals(
        id, ok(201, upload("csv-1", "text/csv", csv.toByteArray())).at("/batch/id").asText());
    return id;
  }

  private void differencesBecomeTasks(String batch) {
    JsonNode open = ok(200, all.server.getAs(all.abc, DIFFERENCES)).path("differences");
    assertEquals(2, open.size(), open.toString());
    assertEquals(batch, open.at("/0/report").asText());
    assertTrue(all.told(all.abc).contains("与平台不一致"));
    assertEquals(1, ok(200, all.server.getAs(all.icbc, DIFFERENCES)).path("differences").size());
    JsonNode unknown =
        open.at("/0/difference/kind").asText().equals("UNKNOWN_APPLICATION")
            ? open.get(0)
            : open.get(1);
    String steps = DIFFERENCES + "/" + unknown.path("id").asText() + "/steps";
    assertEquals(404, all.post(all.icbc, steps, step("answer", "无")).statusCode());
    assertEquals(422, all.post(all.abc, steps, step("close", "无")).statusCode());
    assertEquals(422, all.post(all.abc, steps, step("answer", " ")).statusCode());
    JsonNode answered = ok(200, all.post(all.abc, steps, step("answer", "线下客户，误报")));
    assertEquals("ANSWERED", answered.path("state").asText());
    assertTrue(all.told(all.office).contains("线下客户，误报"));
    JsonNode closed = ok(200, all.post(all.office, steps, step("close", "已核实")));
    assertEquals("CLOSED", closed.path("state").asText());
    assertEquals(422, all.post(all.abc, steps, step("answer", "再说")).statusCode());
  }

  private void repaidByWorkbook() throws IOException {
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    List<List<Object>> rows = List.of(row("L-1", RunningServer.USCC, "3.85", "150000"));
    ReportFiles.xlsx(new ReportTable("月报", COLUMNS, rows), book);
    JsonNode report = ok(201, upload("xlsx-1", XLSX, book.toByteArray()));
    assertEquals("XLSX", report.at("/batch/channel").asText());
    assertEquals("[\"repay\"]", report.at("/lines/0/steps").toString(), report.toString());
    JsonNode lent = all.application(all.abc, application);
    assertEquals(15_000_000L, lent.at("/loan/balanceFen").asLong());
    assertEquals(0, ok(200, all.server.getAs(all.abc, DIFFERENCES)).path("differences").size());
    JsonNode mended = ok(200, all.server.getAs(all.abc, DIFFERENCES + "?state=mended"));
    assertEquals("rateBp", mended.at("/differences/0/difference/field").asText());
  }

  private void leftOutOfAFile() {
    byte[] empty = all.server.getBytesAs(all.abc, REPORTS + "/template", "Accept", XLSX).body();
    JsonNode report = ok(201, upload("xlsx-2", XLSX, empty));
    assertEquals("[\"" + application + "\"]", report.at("/batch/leftOut").toString());
    JsonNode open = ok(200, all.server.getAs(all.office, DIFFERENCES)).path("differences");
    assertTrue(open.toString().contains("LEFT_OUT"), open.toString());
    JsonNode duties = ok(200, all.server.getAs(all.office, REPORTS + "/duties?month=" + month()));
    assertEquals(report.at("/batch/id").asText(), duties.at("/lenders/0/report").asText());
    assertEquals(
        3,
        ok(200, all.server.getAs(all.abc, REPORTS + "?month=" + month())).path("reports").size());
    byte[] bomb = "PK\u0003\u0004 no workbook".getBytes(UTF_8);
    assertEquals(422, upload("bad", XLSX, bomb).statusCode());
  }

  private void toldOutsideAsStepsAre() {
    Store store = all.server.backend.platform().store();
    List<String> topics =
        new Outbox(store).page("", 100).stream().map(held -> held.entry().topic()).toList();
    assertEquals(List.of("loan.granted", "loan.signed", "loan.drawn", "loan.repaid"), topics);
    assertEquals(Optional.empty(), new AuditTrail(store).verify(List.of()).broken());
  }

  private static List<Object> row(String line, String uscc, String rate, String balance) {
    String today = LoanParties.today().toString();
    return List.of(
        line,
        uscc,
        "G-1",
        "400000.00",
        rate,
        "12",
        "信用",
        "是",
        LoanParties.today().plusDays(30).toString(),
        "C-1",
        today,
        "D-1",
        "400000",
        today,
        LoanParties.today().plusYears(1).toString(),
        balance,
        today,
        "某某");
  }

  private static String step(String step, String note) {
    return "{\"step\":\"%s\",\"note\":\"%s\"}".formatted(step, note);
  }

  private static YearMonth month() {
    return YearMonth.from(LoanParties.today());
  }

  private HttpResponse<String> upload(String key, String type, byte[] bytes) {
    return all.server.send(
        all.server
            .request(REPORTS + "/files?month=" + month(), "Idempotency-Key", key)
            .header("Authorization", "Bearer " + all.abc)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(bytes)));
  }
}
