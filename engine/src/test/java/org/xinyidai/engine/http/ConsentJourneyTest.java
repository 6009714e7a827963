package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** An enterprise lets one lender read parts of its file, watches it read, and takes it back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentJourneyTest {
  private static final String JSON = "application/json";
  private static final String FILE = "/api/v1/enterprises/" + RunningServer.USCC;

  /** Stands in the file of the enterprise and nowhere else. */
  private static final String CANARY = "778812";

  private static final String BILL =
      """
      uscc,账期,户号,用电量,应缴金额,缴费期限,缴费日期,欠费金额
      91350100M000100Y43,2024-03,%s,100,61.50,2024-04-20,,0
      """
          .formatted(CANARY);

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private String bank;
  private String rival;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    enterprise = server.token(Role.ENTERPRISE);
    bank = server.token(Role.BANK, "上街农商行");
    rival = server.token(Role.BANK, "另一银行");
    server.postAs(
        server.token(Role.SOURCE, "power"),
        "/api/v1/records/electricity",
        "text/csv",
        BILL,
        "Idempotency-Key",
        "k1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void without_consent_a_lender_finds_nothing_of_an_enterprise() {
    for (String path : List.of("", "/features", "/score", "/facts")) {
      HttpResponse<String> answer = server.getAs(bank, FILE + path);
      assertEquals(404, answer.statusCode(), path);
      assertFalse(answer.body().contains(CANARY), path);
    }
  }

  @Test
  void a_lender_reads_the_categories_it_was_given_and_no_other_and_no_other_lender_does() {
    give("\"records\"", 6);

    HttpResponse<String> facts = server.getAs(bank, FILE + "/facts");
    assertEquals(200, facts.statusCode());
    assertTrue(facts.body().contains(CANARY));
    assertEquals(404, server.getAs(bank, FILE).statusCode(), "identity was not given");
    assertEquals(404, server.getAs(rival, FILE + "/facts").statusCode());
    assertFalse(server.getAs(rival, "/api/v1/consents").body().contains("上街农商行"));
  }

  @Test
  void the_enterprise_sees_for_what_it_was_read_and_a_withdrawal_holds_from_the_next_read_on() {
    JsonNode receipt = give("\"identity\",\"records\"", 12);
    assertEquals(200, server.getAs(bank, FILE).statusCode());

    JsonNode read =
        RunningServer.json(server.getAs(enterprise, FILE + "/accesses")).path("accesses").get(0);
    assertEquals("上街农商行", read.path("organisation").asText());
    assertEquals("getEnterprise", read.path("operation").asText());
    assertEquals("贷前审查 " + receipt.path("id").asText(), read.path("purpose").asText());

    HttpResponse<String> revoked = revoke(enterprise, receipt);
    assertFalse(RunningServer.json(revoked).path("revokedAt").isNull());
    assertEquals(404, server.getAs(bank, FILE).statusCode());
    assertEquals(404, server.getAs(bank, FILE + "/facts").statusCode());
    assertEquals(
        RunningServer.json(revoked),
        RunningServer.json(revoke(enterprise, receipt)),
        "what was withdrawn stays so");
  }

  @Test
  void both_sides_see_the_consent_and_neither_can_touch_that_of_others() {
    JsonNode receipt = give("\"score\"", 1);
    String place = "/api/v1/consents/" + receipt.path("id").asText();

    assertEquals(receipt, RunningServer.json(server.getAs(bank, place)));
    assertEquals(receipt, RunningServer.json(server.getAs(enterprise, place)));
    assertEquals(receipt, consents(bank).get(0));
    assertEquals(receipt, consents(enterprise).get(0));
    assertEquals(0, consents(rival).size());
    assertEquals(404, server.getAs(rival, place).statusCode());
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    assertEquals(404, server.getAs(other, place).statusCode());
    assertEquals(404, revoke(other, receipt).statusCode());
    assertEquals(403, revoke(bank, receipt).statusCode());
  }

  @Test
  void a_consent_names_a_lender_of_the_platform_a_purpose_categories_and_a_year_at_most() {
    refused("grantee", consent("没有的银行", "loan_review", "\"score\"", 6, 1));
    refused("purpose", consent("上街农商行", "marketing", "\"score\"", 6, 1));
    refused("categories", consent("上街农商行", "loan_review", "", 6, 1));
    refused("categories", consent("上街农商行", "loan_review", "\"all\"", 6, 1));
    refused("months", consent("上街农商行", "loan_review", "\"score\"", 13, 1));
    refused("textVersion", consent("上街农商行", "loan_review", "\"score\"", 6, 2));
  }

  @Test
  void the_text_that_is_agreed_to_is_shown_to_both_sides_and_its_digest_stands_in_the_receipt() {
    JsonNode text = RunningServer.json(server.getAs(bank, "/api/v1/consent-text"));
    assertTrue(text.path("zh").asText().contains("可随时撤回"));
    assertEquals(text.path("digest"), give("\"score\"", 6).path("textDigest"));
  }

  private JsonNode give(String categories, int months) {
    String body = consent("上街农商行", "loan_review", categories, months, 1);
    HttpResponse<String> given =
        server.postAs(enterprise, "/api/v1/consents", JSON, body, "Idempotency-Key", "c1");
    assertEquals(201, given.statusCode(), given.body());
    assertEquals(
        given.body(),
        server.postAs(enterprise, "/api/v1/consents", JSON, body, "Idempotency-Key", "c1").body(),
        "sent twice, given once");
    return RunningServer.json(given);
  }

  private void refused(String field, String body) {
    HttpResponse<String> answer = server.postAs(enterprise, "/api/v1/consents", JSON, body);
    assertEquals(422, answer.statusCode(), body);
    assertTrue(answer.body().contains(field), answer.body());
    assertEquals(0, consents(enterprise).size());
  }

  private HttpResponse<String> revoke(String token, JsonNode consent) {
    String place = "/api/v1/consents/" + consent.path("id").asText() + "/revocation";
    return server.send(
        server.request(place, "Authorization", "Bearer " + token).POST(BodyPublishers.noBody()));
  }

  private JsonNode consents(String token) {
    return RunningServer.json(server.getAs(token, "/api/v1/consents")).path("consents");
  }

  private static String consent(
      String grantee, String purpose, String categories, int months, int version) {
    return """
        {"grantee": "%s", "purpose": "%s", "categories": [%s], "months": %d, "textVersion": %d}
        """
        .formatted(grantee, purpose, categories, months, version);
  }
}
