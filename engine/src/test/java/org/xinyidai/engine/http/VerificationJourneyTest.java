package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.verification.TransferFile;
import org.xinyidai.engine.verification.VerificationDesk;
import org.xinyidai.models.verification.Verification;

/** A workshop shows who it is: by the register, and by what arrives in its own account. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VerificationJourneyTest {
  private static final String JSON = "application/json";
  private static final String PATH = "/api/v1/verifications";
  private static final String OWN = PATH + "/" + RunningServer.USCC;
  private static final String CLAIM =
      "{\"legalRepresentative\":\"%s\",\"bank\":\"上街农商行中心支行\",\"accountNumber\":\"6222 0000 1234\"}";

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private String office;
  private int keys;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    enterprise = server.token(Role.ENTERPRISE);
    office = server.token(Role.OFFICE);
    Registered.deliver(server, RunningServer.USCC, "350103", "李四光");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void from_the_claim_to_the_transfer_to_the_entry_to_the_count() {
    assertEquals("registered", state(server.getAs(enterprise, OWN)));
    assertEquals(0, counts().path("verified").asInt());

    HttpResponse<String> filed = post(enterprise, "", CLAIM.formatted("李四光"));
    assertEquals(201, filed.statusCode(), filed.body());
    assertEquals("transfer_due", state(filed));
    assertTrue(filed.body().contains("*1234") && !filed.body().contains("622200001234"));

    JsonNode due = due();
    assertEquals("622200001234", due.path("accountNumber").asText());
    assertEquals("示例公司", due.path("payee").asText());
    HttpResponse<String> sent =
        post(office, "/" + RunningServer.USCC + "/transfer", "{\"result\":\"sent\"}");
    assertEquals("transfer_sent", state(sent));

    String entry =
        "{\"amountFen\":%d,\"code\":\"%s\"}"
            .formatted(due.path("amountFen").asLong(), due.path("code").asText());
    assertEquals("verified", state(confirm(entry)));
    JsonNode counts = counts();
    assertEquals(1, counts.path("registered").asInt());
    assertEquals(1, counts.path("verified").asInt());
    assertEquals(1, counts.path("surviving").asInt());
    assertEquals(1, counts.path("verifiedSurviving").asInt());
    assertEquals(1, counts.path("kinds").path("firm").path("verified").asInt());
    assertTrue(server.getAs(enterprise, "/api/v1/notifications").body().contains("实名认证：待回填"));
  }

  @Test
  void the_enterprise_never_sees_amount_or_code_and_five_wrong_entries_end_it() {
    post(enterprise, "", CLAIM.formatted("李四光"));
    String code = due().path("code").asText();
    post(office, "/" + RunningServer.USCC + "/transfer", "{\"result\":\"sent\"}");

    String wrong =
        "{\"amountFen\":1,\"code\":\"%s\"}".formatted(code.equals("000000") ? "1" : "000000");
    HttpResponse<String> answer = confirm(wrong);
    assertEquals(Verification.MOST_TRIES - 1, json(answer).path("triesLeft").asInt());
    assertFalse(answer.body().contains(code), answer.body());
    assertFalse(answer.body().contains("amountFen"), answer.body());
    for (int i = 1; i < Verification.MOST_TRIES; i++) {
      answer = confirm(wrong);
    }
    assertEquals("refused", state(answer));
    assertEquals(422, confirm(wrong).statusCode());
    assertEquals(403, server.getAs(enterprise, "/api/v1/verification-transfers").statusCode());
  }

  @Test
  void another_name_than_the_register_has_is_refused_with_the_next_step() {
    HttpResponse<String> filed = post(enterprise, "", CLAIM.formatted("王五"));

    assertEquals("refused", state(filed));
    assertTrue(json(filed).path("reason").path("zh").asText().contains("登记变更"));
  }

  @Test
  void where_the_register_is_silent_the_office_decides_and_says_why() {
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    assertEquals("review", state(post(other, "", CLAIM.formatted("王五"))));

    String place = "/" + RunningServer.OTHER_USCC + "/decision";
    assertEquals(
        422, post(office, place, "{\"decision\":\"proceed\",\"note\":\" \"}").statusCode());
    assertEquals(
        "transfer_due",
        state(post(office, place, "{\"decision\":\"proceed\",\"note\":\"已电话核对\"}")));
    assertEquals(
        "verified", state(post(office, place, "{\"decision\":\"verify\",\"note\":\"柜台核对\"}")));
    assertEquals(
        404,
        post(
                enterprise,
                "/" + RunningServer.OTHER_USCC + "/confirmation",
                "{\"amountFen\":1,\"code\":\"1\"}")
            .statusCode());
    assertEquals(404, server.getAs(enterprise, PATH + "/" + RunningServer.OTHER_USCC).statusCode());
  }

  @Test
  void the_list_goes_to_the_bank_as_a_file_and_its_results_come_back_as_one() throws Exception {
    post(enterprise, "", CLAIM.formatted("李四光"));
    var store = server.backend.platform().store();
    TransferFile file = new TransferFile(store, new VerificationDesk(store, new SecureRandom()));
    Path out = folder.resolve("transfers.csv");
    try (var stream = Files.newOutputStream(out)) {
      file.write(stream, false);
    }
    String text = Files.readString(out);
    assertTrue(text.contains(RunningServer.USCC) && text.contains("示例公司"), text);

    Path results = folder.resolve("results.csv");
    Files.writeString(
        results,
        "uscc,result\n%s,sent\n%s,sent\nx,sent\n%s,maybe\n"
            .formatted(RunningServer.USCC, RunningServer.OTHER_USCC, RunningServer.USCC));
    TransferFile.Taken taken = file.read(results);
    assertEquals(1, taken.sent());
    assertEquals(3, taken.faults().size());
    assertEquals("transfer_sent", state(server.getAs(office, OWN)));
    assertEquals(0, file.table().rows().size());
    assertEquals(4, file.read(results).faults().size(), "taken twice it changes nothing");
  }

  @Test
  void a_platform_that_asks_for_real_names_takes_no_consent_before() {
    server.close();
    server = RunningServer.askingRealNames(folder);
    server.token(Role.BANK, "上街农商行");
    String consent =
        "{\"grantee\":\"上街农商行\",\"purpose\":\"loan_review\",\"categories\":[\"score\"],"
            + "\"months\":6,\"textVersion\":1}";

    HttpResponse<String> refused = consent(consent);
    assertEquals(403, refused.statusCode());
    assertEquals("urn:xinyidai:problem:not-verified", json(refused).path("type").asText());
    post(
        office,
        "/" + RunningServer.USCC + "/decision",
        "{\"decision\":\"verify\",\"note\":\"柜台核对\"}");
    assertEquals(201, consent(consent).statusCode());
  }

  private HttpResponse<String> consent(String body) {
    return server.postAs(enterprise, "/api/v1/consents", JSON, body, "Idempotency-Key", key());
  }

  private HttpResponse<String> confirm(String entry) {
    return post(enterprise, "/" + RunningServer.USCC + "/confirmation", entry);
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return server.postAs(token, PATH + path, JSON, body, "Idempotency-Key", key());
  }

  private String key() {
    return "v" + keys++;
  }

  private JsonNode due() {
    return json(server.getAs(office, "/api/v1/verification-transfers")).path("transfers").get(0);
  }

  private JsonNode counts() {
    return json(server.getAs(office, "/api/v1/verification-counts"));
  }

  private static String state(HttpResponse<String> answer) {
    return json(answer).path("state").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return RunningServer.json(answer);
  }
}
