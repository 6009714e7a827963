package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** A utility sends rows without a code; the office sees to those that no machine can settle. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolutionJourneyTest {
  private static final String CSV = "text/csv";
  private static final String JSON = "application/json";
  private static final String REGISTER =
      "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType,address\n";
  private static final String BILLS = "户名,户号,账期,用电量,应缴金额,缴费期限,欠费金额\n";

  @TempDir Path folder;
  private RunningServer server;
  private String source;
  private String office;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    source = server.token(Role.SOURCE, "power-company");
    office = server.token(Role.OFFICE);
    String firms =
        firm(RunningServer.USCC, "鑫源盛贸易有限公司", "梅湾路61号")
            + firm(RunningServer.OTHER_USCC, "恒泰达建筑工程有限公司", "河西路8号");
    assertEquals(201, post("market_registration", "k0", REGISTER + firms).statusCode());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_row_with_a_name_is_filed_and_the_receipt_says_so() {
    JsonNode brief =
        RunningServer.json(
            post("electricity", "k1", BILLS + row("鑫源盛貿易有限责任公司", 1) + row("某某小区居民", 2)));

    assertEquals(2, brief.path("rejected").asInt());
    assertEquals(1, brief.path("resolution").path("filed").asInt());
    assertEquals(1, brief.path("resolution").path("unresolved").asInt());
    JsonNode receipt =
        RunningServer.json(
            server.getAs(source, "/api/v1/batches/" + brief.path("batchId").asText()));
    assertEquals(brief.path("resolution"), receipt.path("resolution"));
  }

  @Test
  void the_office_decides_and_takes_it_back() {
    post("electricity", "k1", BILLS + row("某某小区居民", 2));
    JsonNode open =
        RunningServer.json(server.getAs(office, "/api/v1/resolutions?status=unresolved")).get(0);
    assertEquals("某某小区居民", open.path("row").path("户名").asText());
    String place = "/api/v1/resolutions/" + open.path("id").asText();

    JsonNode decided =
        RunningServer.json(
            postJson(
                place + "/decision",
                "{\"uscc\":\"%s\",\"note\":\"电话核实\"}".formatted(RunningServer.USCC)));
    assertEquals("filed_by_person", decided.path("resolution").path("status").asText());
    assertEquals(
        RunningServer.USCC, decided.path("resolution").path("filed").path("uscc").asText());

    JsonNode undone = RunningServer.json(postJson(place + "/undo", "{\"note\":\"误判\"}"));
    assertEquals("unresolved", undone.path("resolution").path("status").asText());
    assertEquals(2, undone.path("resolution").path("decisions").size());
    assertEquals(422, postJson(place + "/undo", "{\"note\":\"误判\"}").statusCode());
    assertEquals(422, postJson(place + "/decision", "{\"uscc\":null}").statusCode());
    assertEquals(404, postJson(place + "9/decision", "{\"note\":\"-\"}").statusCode());
    assertEquals(open.path("id"), RunningServer.json(server.getAs(office, place)).path("id"));
  }

  @Test
  void old_codes_are_taken_in_and_given_out_whole_and_settle_what_waits() {
    String bill = "uscc,户号,账期,用电量,应缴金额,缴费期限,欠费金额\n350100100001234,7,2024-03,10,6.15,2024-04-20,0\n";
    post("electricity", "k1", bill);
    String codes = "原代码,统一社会信用代码,来源\n350100100001234,%s,=工商\n9,x,y\n";

    HttpResponse<String> taken =
        server.postAs(office, "/api/v1/codes", CSV, codes.formatted(RunningServer.USCC));

    assertEquals(200, taken.statusCode(), taken.body());
    JsonNode result = RunningServer.json(taken);
    assertEquals(2, result.path("received").asInt());
    assertEquals(1, result.path("rejected").asInt());
    assertEquals("uscc", result.path("faults").get(0).path("field").asText());
    assertEquals(1, result.path("replayed").path("filed").asInt());
    String export = server.getAs(office, "/api/v1/codes").body();
    assertTrue(export.contains("350100100001234," + RunningServer.USCC + ",'=工商"), export);
  }

  @Test
  void a_replay_weighs_what_waits_and_only_the_office_may_ask() {
    post("electricity", "k1", BILLS + row("某某小区居民", 2));
    HttpResponse<String> replay = postJson("/api/v1/resolution-replays", "");
    assertEquals(1, RunningServer.json(replay).path("unresolved").asInt());
    for (Role role : new Role[] {Role.SOURCE, Role.BANK, Role.ADMIN, Role.AUDITOR}) {
      String token = server.token(role);
      assertEquals(403, server.getAs(token, "/api/v1/resolutions").statusCode());
      assertEquals(403, server.getAs(token, "/api/v1/codes").statusCode());
    }
    assertEquals(400, server.getAs(office, "/api/v1/resolutions?status=lost").statusCode());
    assertEquals(400, server.getAs(office, "/api/v1/resolutions?after=x").statusCode());
  }

  private HttpResponse<String> post(String feed, String key, String body) {
    return server.postAs(source, "/api/v1/records/" + feed, CSV, body, "Idempotency-Key", key);
  }

  private HttpResponse<String> postJson(String path, String body) {
    return body.isEmpty()
        ? server.send(
            server.request(path, "Authorization", "Bearer " + office).POST(BodyPublishers.noBody()))
        : server.postAs(office, path, JSON, body);
  }

  private static String firm(String uscc, String name, String address) {
    return "%s,2015-01-01,设立,%s,2015-01-01,存续,5199,350100,企业,%s\n".formatted(uscc, name, address);
  }

  private static String row(String name, int account) {
    return "%s,%d,2024-03,100,61.50,2024-04-20,0\n".formatted(name, account);
  }
}
