package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.identity.Role;

/** An auditor follows who changed what, and an enterprise sees who read its file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditJourneyTest {
  private static final String FILE = "/api/v1/enterprises/" + RunningServer.USCC;
  private static final String BILL =
      """
      uscc,账期,户号,用电量,应缴金额,缴费期限,缴费日期,欠费金额
      91350100M000100Y43,2024-03,1,100,61.50,2024-04-20,,0
      """;

  @TempDir Path folder;
  private RunningServer server;
  private String office;
  private String enterprise;
  private String auditor;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE, "上街区金融办");
    enterprise = server.token(Role.ENTERPRISE);
    auditor = server.token(Role.AUDITOR);
    String source = server.token(Role.SOURCE, "power");
    server.postAs(source, "/api/v1/records/electricity", "text/csv", BILL, "Idempotency-Key", "k1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_auditor_sees_every_change_with_whoever_made_it_and_the_chain_is_whole() {
    JsonNode page = RunningServer.json(server.getAs(auditor, "/api/v1/audit?limit=1000"));

    List<String> made = new ArrayList<>();
    page.path("entries")
        .forEach(
            entry ->
                made.add(
                    entry.path("act").path("organisation").asText()
                        + " "
                        + entry.path("act").path("operation").asText()));
    assertTrue(made.contains("power postRecords"), made.toString());
    JsonNode first = page.path("entries").get(0);
    assertEquals(1, first.path("number").asInt());
    assertTrue(
        new AuditTrail(server.backend.platform().store()).verify(List.of()).broken().isEmpty());

    JsonNode rest = RunningServer.json(server.getAs(auditor, "/api/v1/audit?after=1&limit=1"));
    assertEquals(2, rest.path("entries").get(0).path("number").asInt());
    assertEquals(2, rest.path("next").asInt());
  }

  @Test
  void nobody_who_acts_may_read_the_audit() {
    for (Role role : List.of(Role.OFFICE, Role.ENTERPRISE, Role.BANK, Role.SOURCE, Role.ADMIN)) {
      assertEquals(403, server.getAs(server.token(role), "/api/v1/audit").statusCode(), role.id());
    }
    assertEquals(401, server.get("/api/v1/audit").statusCode());
  }

  @Test
  void an_enterprise_sees_who_read_its_file_when_and_why_and_its_own_readings_are_not_noted() {
    String purpose = URLEncoder.encode("贷后检查", StandardCharsets.UTF_8);
    assertEquals(200, server.getAs(office, FILE, "X-Purpose", purpose).statusCode());
    assertEquals(200, server.getAs(enterprise, FILE).statusCode());
    assertEquals(200, server.getAs(office, FILE + "/features").statusCode());

    JsonNode accesses = accesses(enterprise, FILE);
    assertEquals(2, accesses.size(), accesses.toString());
    assertEquals("getFeatures", accesses.get(0).path("operation").asText(), "the newest first");
    assertEquals("贷后检查", accesses.get(1).path("purpose").asText());
    assertEquals("上街区金融办", accesses.get(1).path("organisation").asText());
    assertEquals("office", accesses.get(1).path("role").asText());
    assertEquals(accesses, accesses(auditor, FILE));
    assertEquals(3, accesses(auditor, FILE).size(), "the auditor's own reading is noted as well");
  }

  @Test
  void the_log_of_another_does_not_exist_and_a_refused_reading_leaves_no_entry() {
    String other = "/api/v1/enterprises/" + RunningServer.OTHER_USCC;
    assertEquals(404, server.getAs(enterprise, other + "/accesses").statusCode());
    assertEquals(404, server.getAs(server.token(Role.BANK), FILE).statusCode());
    assertEquals(400, server.getAs(office, FILE, "X-Purpose", "x".repeat(201)).statusCode());

    assertFalse(accesses(enterprise, FILE).iterator().hasNext());
  }

  @Test
  void pages_of_the_log_go_from_the_newest_to_the_oldest() {
    for (int i = 0; i < 3; i++) {
      server.getAs(office, FILE, "X-Purpose", "p" + i);
    }
    JsonNode first = RunningServer.json(server.getAs(enterprise, FILE + "/accesses?limit=2"));
    assertEquals("p2", first.path("accesses").get(0).path("purpose").asText());
    String before = first.path("next").asText();
    JsonNode second =
        RunningServer.json(server.getAs(enterprise, FILE + "/accesses?limit=2&before=" + before));
    assertEquals(1, second.path("accesses").size());
    assertEquals("p0", second.path("accesses").get(0).path("purpose").asText());
  }

  private JsonNode accesses(String token, String file) {
    return RunningServer.json(server.getAs(token, file + "/accesses")).path("accesses");
  }
}
