package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Seat;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.uptake.Asked;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.engine.verification.VerificationDesk;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.TargetPack;
import org.xinyidai.models.verification.Decision;

/** The office looks at its targets while the town registers, is verified, and closes down. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetJourneyTest {
  private static final String JSON = "application/json";
  private static final String GENHE = "/api/v1/target-packs/genhe-2023";
  private static final String VERIFIED = GENHE + "/items/5-1";
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final long SEED = 20_261_031;

  @TempDir Path folder;
  private RunningServer server;
  private String office;
  private int keys;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_verification_shows_at_once_in_value_points_gap_and_list() {
    Registered.deliver(server, RunningServer.USCC, "350104", "李四光");
    Registered.deliver(server, RunningServer.OTHER_USCC, "350105", "钱三强");
    JsonNode before = item("5-1");
    assertEquals("missed", before.path("verdict").asText());
    assertEquals("0", before.path("points").path("decimal").asText());
    assertEquals(1, before.path("gap").path("count").asLong());
    assertEquals("350104", before.path("gap").path("places").path(0).path("code").asText());
    assertEquals(2, subjects("gap").size());

    verify(RunningServer.USCC, Decision.VERIFY);

    JsonNode after = item("5-1");
    assertEquals("met", after.path("verdict").asText());
    assertEquals("0.5", after.path("value").path("decimal").asText());
    assertEquals("8", after.path("points").path("decimal").asText());
    assertEquals("platform", after.path("source").asText());
    assertTrue(after.path("gap").isNull());
    assertEquals(RunningServer.USCC, subjects("numerator").get(0).path("uscc").asText());
    assertEquals(RunningServer.OTHER_USCC, subjects("gap").get(0).path("uscc").asText());
    assertEquals("示例公司", subjects("gap").get(0).path("name").asText());
    JsonNode lines = get(VERIFIED + "/comparison?by=district&asOf=" + today);
    assertEquals("350104", lines.path(0).path("name").asText());
    assertEquals("1", lines.path(0).path("result").path("value").path("decimal").asText());
    assertEquals("0", lines.path(1).path("result").path("value").path("decimal").asText());
    assertEquals(400, server.getAs(office, VERIFIED + "/comparison?by=lender").statusCode());
    JsonNode yesterday = get(GENHE + "?asOf=" + today.minusDays(1));
    assertEquals("0", named(yesterday, "5-1").path("value").path("decimal").asText());
  }

  @Test
  void what_changes_bit_by_bit_is_what_reading_everything_anew_gives() {
    Platform platform = server.backend.platform();
    Random random = new Random(SEED);
    List<String> town = new ArrayList<>();
    UptakeDesk watched = server.backend.uptake();
    assess(watched);
    for (int step = 0; step < 40; step++) {
      String uscc =
          town.isEmpty() || random.nextInt(3) == 0
              ? Uscc.fromStem("91350104%08d".formatted(step)).value()
              : town.get(random.nextInt(town.size()));
      if (town.contains(uscc)) {
        verify(uscc, random.nextBoolean() ? Decision.VERIFY : Decision.REFUSE);
      } else {
        Registered.deliver(server, uscc, random.nextBoolean() ? "350104" : "350105", "王五");
        town.add(uscc);
        server.token(Role.ENTERPRISE, uscc);
      }
      if (random.nextInt(8) == 0) {
        close(uscc, step);
      }
      if (step % 4 == 0) {
        assertEquals(assess(new UptakeDesk(platform)), assess(watched), "step " + step);
      }
    }
    assertEquals(assess(new UptakeDesk(platform)), assess(watched), "seed " + SEED);
  }

  @Test
  void a_figure_of_the_office_is_marked_superseded_and_told_again_as_it_was_known() {
    assertEquals("missing", item("2-6b").path("source").asText());
    post("{\"figure\":\"population\",\"day\":\"%s\",\"value\":100,\"evidence\":\"统计公报\"}");
    post(
        "{\"figure\":\"person_utility_records\",\"day\":\"%s\",\"value\":999,\"evidence\":\"水务\"}");
    JsonNode first = item("2-6b");
    assertEquals("hand", first.path("source").asText());
    assertEquals("missed", first.path("verdict").asText());
    assertEquals("统计公报", first.path("inputs").path(1).path("entry").path("evidence").asText());
    String known = server.backend.platform().store().instant().toString();

    post(
        "{\"figure\":\"person_utility_records\",\"day\":\"%s\",\"value\":1000,\"evidence\":\"更正\"}");
    assertEquals("met", item("2-6b").path("verdict").asText());
    JsonNode then = get(GENHE + "?asOf=" + today + "&knownAt=" + known);
    assertEquals("missed", named(then, "2-6b").path("verdict").asText());
    JsonNode history = get("/api/v1/target-figures/person_utility_records");
    assertEquals(List.of(999L, 1000L), List.of(value(history, 0), value(history, 1)));

    post("{\"figure\":\"population\",\"day\":\"%s\",\"value\":null,\"evidence\":\"撤回\"}");
    assertEquals("missing", item("2-6b").path("source").asText());
    for (String refused :
        List.of(
            "{\"figure\":\"market_subjects\",\"day\":\"%s\",\"value\":1,\"evidence\":\"x\"}",
            "{\"figure\":\"population\",\"day\":\"%s\",\"value\":-1,\"evidence\":\"x\"}",
            "{\"figure\":\"population\",\"day\":\"%s\",\"value\":1,\"evidence\":\" \"}")) {
      assertEquals(422, posted(office, refused).statusCode(), refused);
    }
  }

  @Test
  void a_district_sees_and_enters_its_own_and_nobody_else_sees_any() {
    Registered.deliver(server, RunningServer.USCC, "350104", "李四光");
    Registered.deliver(server, RunningServer.OTHER_USCC, "350105", "钱三强");
    Organisations.Standing standing =
        new Organisations.Standing(Role.OFFICE, "仓山区金融办", new Seat("o-1", "350104"));
    String district = server.backend.accounts().issue("某人", standing).token().reveal();

    String list = server.getAs(district, VERIFIED + "/subjects?part=gap&asOf=" + today).body();
    assertTrue(list.contains(RunningServer.USCC), list);
    assertFalse(list.contains(RunningServer.OTHER_USCC), list);
    assertEquals(
        "350104", RunningServer.json(server.getAs(district, GENHE)).path("district").asText());
    assertEquals(404, server.getAs(district, GENHE + "?district=350105").statusCode());
    String entry =
        "{\"figure\":\"population\",\"district\":\"%s\",\"day\":\"2026-01-01\",\"value\":1,\"evidence\":\"x\"}";
    assertEquals(404, send(district, entry.formatted("350105")).statusCode());
    assertEquals(200, send(district, entry.formatted("350104")).statusCode());
    assertEquals(403, server.getAs(server.token(Role.ENTERPRISE), GENHE).statusCode());
    assertEquals(403, server.getAs(server.token(Role.BANK), GENHE).statusCode());
    String auditor = server.token(Role.AUDITOR);
    assertEquals(200, server.getAs(auditor, GENHE).statusCode());
    assertEquals(403, send(auditor, entry.formatted("")).statusCode());
  }

  @Test
  void a_trend_tells_every_month_and_why_there_is_no_forecast() {
    Registered.deliver(server, RunningServer.USCC, "350104", "李四光");
    JsonNode trend = get(VERIFIED + "/trend?months=6&asOf=" + today);
    assertEquals(6, trend.path("points").size());
    assertEquals("deadline_past", trend.path("refused").path("reason").asText());
    LocalDate until = today.plusMonths(6);
    JsonNode ahead = get(VERIFIED + "/trend?months=6&asOf=" + today + "&until=" + until);
    assertEquals("unlikely", ahead.path("forecast").path("outlook").asText());
    assertEquals(404, server.getAs(office, GENHE + "/items/9-9/trend").statusCode());
  }

  private String assess(UptakeDesk desk) {
    StringBuilder all = new StringBuilder();
    for (TargetPack pack : desk.packs()) {
      all.append(desk.assess(pack, new Asked(today, ""))).append('\n');
      all.append(desk.assess(pack, new Asked(today.minusDays(40), "350104"))).append('\n');
    }
    return all.toString();
  }

  private void verify(String uscc, Decision decision) {
    VerificationDesk desk =
        new VerificationDesk(server.backend.platform().store(), new SecureRandom());
    server
        .backend
        .platform()
        .store()
        .execute(changes -> desk.decide(changes, new Uscc(uscc), decision, "柜台核对"));
  }

  private void close(String uscc, int step) {
    String csv =
        "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType\n"
            + "%s,%s,STATUS,示例公司,2020-03-05,DEREGISTERED,C2110,350104,FIRM\n"
                .formatted(uscc, today.minusDays(step));
    HttpResponse<String> receipt =
        server.postAs(
            server.token(Role.SOURCE, "register"),
            "/api/v1/records/market_registration",
            "text/csv",
            csv,
            "Idempotency-Key",
            "close-" + step);
    assertTrue(receipt.statusCode() < 300, receipt.body());
  }

  private JsonNode item(String id) {
    return named(get(GENHE + "?asOf=" + today), id);
  }

  private static JsonNode named(JsonNode judged, String id) {
    for (JsonNode result : judged.path("items")) {
      if (result.path("item").path("id").asText().equals(id)) {
        return result;
      }
    }
    throw new AssertionError("no item " + id);
  }

  private JsonNode subjects(String part) {
    return get(VERIFIED + "/subjects?part=" + part + "&asOf=" + today).path("subjects");
  }

  private static long value(JsonNode history, int place) {
    return history.path(place).path("value").asLong();
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = server.getAs(office, path);
    assertEquals(200, answer.statusCode(), answer.body());
    return RunningServer.json(answer);
  }

  private void post(String body) {
    HttpResponse<String> answer = posted(office, body);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private HttpResponse<String> posted(String token, String body) {
    return send(token, body.formatted(today));
  }

  private HttpResponse<String> send(String token, String body) {
    return server.postAs(
        token, "/api/v1/target-figures", JSON, body, "Idempotency-Key", "t-" + keys++);
  }
}
