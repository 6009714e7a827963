package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.complaint.ComplaintDesk;

/** A complaint from its intake to a satisfied end, online and by the hotline. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplaintJourneyTest {
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String ONLINE =
      """
      {"category":"slow_handling","against":"lender","organisation":"abc","text":"提交后没有回复"}""";
  private static final String BY_PHONE =
      """
      {"category":"data_wrong","against":"platform","text":"评分有误","complainant":"王女士",
       "contact":"13800000000","channel":"hotline_12345","ticket":"2026-77"}""";

  @TempDir Path folder;
  private LoanParties all;

  @BeforeEach
  void start() {
    all = new LoanParties(RunningServer.in(folder));
  }

  @AfterEach
  void stop() {
    all.server.close();
  }

  @Test
  void it_is_given_to_the_lender_answered_answered_better_and_closed_to_satisfaction() {
    JsonNode filed = ok(201, all.post(all.first, COMPLAINTS, ONLINE));
    String id = filed.path("id").asText();
    assertEquals("online", filed.path("channel").asText());
    assertTrue(all.told(all.office).contains(id));
    assertEquals(404, all.server.getAs(all.abc, COMPLAINTS + "/" + id).statusCode());
    assertEquals(422, step(all.first, id, "assign", "abc", "").statusCode());
    assertEquals(422, step(all.office, id, "assign", "无此单位", "").statusCode());
    assertEquals("ASSIGNED", stepped(all.office, id, "assign", "abc", ""));
    assertTrue(all.told(all.abc).contains(id));
    assertEquals(404, all.server.getAs(all.icbc, COMPLAINTS + "/" + id).statusCode());
    assertEquals(422, step(all.abc, id, "answer", "", " ").statusCode());
    assertEquals("ANSWERED", stepped(all.abc, id, "answer", "", "已受理"));
    assertEquals("ASSIGNED", stepped(all.first, id, "dissatisfied", "", "没有说明原因"));
    assertEquals("ANSWERED", stepped(all.abc, id, "answer", "", "系统升级延误，今日办结"));
    assertEquals("CLOSED", stepped(all.first, id, "satisfied", "", ""));
    assertEquals(422, step(all.first, id, "withdraw", "", "").statusCode());
    JsonNode list = ok(200, all.server.getAs(all.first, COMPLAINTS + "?state=closed"));
    assertTrue(list.at("/complaints/0/satisfied").asBoolean());
    assertEquals(5, list.at("/complaints/0/history").size());
  }

  @Test
  void the_office_takes_calls_and_the_hotlines_own_figures_stand_apart() {
    assertEquals(422, all.post(all.office, COMPLAINTS, ONLINE).statusCode(), "who called?");
    JsonNode filed = ok(201, all.post(all.office, COMPLAINTS, BY_PHONE));
    String id = filed.path("id").asText();
    assertEquals("2026-77", filed.path("ticket").asText());
    assertEquals("ASSIGNED", stepped(all.office, id, "assign", "市融资办", ""));
    assertEquals("ANSWERED", stepped(all.office, id, "answer", "", "已更正"));
    assertEquals("CLOSED", stepped(all.office, id, "satisfied", "", "电话回访"));
    ok(201, all.post(all.first, COMPLAINTS, ONLINE));
    String figure = "{\"month\":\"%s\",\"name\":\"hotline_received\",\"value\":31}";
    YearMonth month = YearMonth.from(LoanParties.today());
    ok(200, all.post(all.office, "/api/v1/figures", figure.formatted(month)));
    JsonNode figures = ok(200, all.server.getAs(all.office, COMPLAINTS + "/figures"));
    assertEquals(2, figures.at("/all/received").asInt());
    assertEquals(5_000, figures.at("/all/solvedBp").asInt());
    assertEquals(10_000, figures.at("/all/satisfiedBp").asInt());
    assertEquals(10_000, figures.at("/all/inTimeBp").asInt());
    assertEquals(31, figures.at("/entered/received").asInt());
    assertTrue(figures.at("/entered/solved").isNull());
    assertEquals(1, figures.at("/channels/1/rates/received").asInt());
  }

  @Test
  void what_is_late_is_brought_before_the_office_once() {
    ok(201, all.post(all.first, COMPLAINTS, ONLINE));
    ComplaintDesk desk =
        ComplaintDesk.of(
            all.server.backend.platform(),
            all.server.backend.loans(),
            all.server.backend.accounts());
    assertEquals(0, desk.escalate(LoanParties.today().plusDays(1)));
    assertEquals(1, desk.escalate(LoanParties.today().plusDays(14)));
    assertEquals(0, desk.escalate(LoanParties.today().plusDays(15)));
    assertTrue(all.told(all.office).contains("超过办理时限"));
  }

  private String stepped(String token, String id, String step, String to, String note) {
    return ok(200, step(token, id, step, to, note)).path("state").asText();
  }

  private HttpResponse<String> step(String token, String id, String step, String to, String note) {
    String body = "{\"step\":\"%s\",\"to\":\"%s\",\"note\":\"%s\"}".formatted(step, to, note);
    return all.post(token, COMPLAINTS + "/" + id + "/steps", body);
  }
}
