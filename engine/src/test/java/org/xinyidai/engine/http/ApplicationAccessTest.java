package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ABC;
import static org.xinyidai.engine.http.LoanParties.ABC_LOAN;
import static org.xinyidai.engine.http.LoanParties.APPLICATIONS;
import static org.xinyidai.engine.http.LoanParties.CONSENT;
import static org.xinyidai.engine.http.LoanParties.ICBC_LOAN;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.engine.identity.Role;

/** Who sees which application, what is refused and why, and that a retry has one effect. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplicationAccessTest {
  @TempDir Path folder;
  private LoanParties all;
  private String demand;

  @BeforeEach
  void start() {
    all = new LoanParties(RunningServer.in(folder));
    demand = all.demand(all.first, RunningServer.USCC, 10_000_000L);
  }

  @AfterEach
  void stop() {
    all.server.close();
  }

  @Test
  void each_party_sees_its_own_and_for_all_others_it_does_not_exist() {
    String id = apply();
    for (String path : List.of("", "/history")) {
      String one = APPLICATIONS + "/" + id + path;
      for (String stranger : List.of(all.icbc, all.second, all.guarantor)) {
        assertEquals(404, all.server.getAs(stranger, one).statusCode(), path);
      }
      for (String party : List.of(all.first, all.abc, all.office)) {
        assertEquals(200, all.server.getAs(party, one).statusCode(), path);
      }
    }
    assertEquals(404, all.tryStep(all.icbc, id, "accept").statusCode());
    for (String stranger : List.of(all.icbc, all.second, all.guarantor)) {
      assertEquals(0, all.list(stranger, "").size());
    }
    for (String party : List.of(all.first, all.abc, all.office)) {
      assertEquals(id, all.list(party, "").at("/0/id").asText());
    }
    for (Role role : List.of(Role.SOURCE, Role.ADMIN, Role.SECURITY)) {
      String token = all.server.token(role);
      assertEquals(403, all.server.getAs(token, APPLICATIONS).statusCode());
    }
    assertEquals(403, all.server.getAs(all.abc, APPLICATIONS + "/summary").statusCode());
    String another = all.server.token(Role.BANK, RunningServer.USCC);
    assertEquals(404, all.server.getAs(another, APPLICATIONS + "/" + id).statusCode());
  }

  @Test
  void a_lenders_look_at_the_file_stands_in_the_enterprises_log() {
    String id = apply();
    all.application(all.abc, id);
    String log = "/api/v1/enterprises/" + RunningServer.USCC + "/accesses";
    JsonNode access = ok(200, all.server.getAs(all.first, log)).at("/accesses/0");
    assertEquals(ABC, access.path("organisation").asText());
    assertTrue(access.path("purpose").asText().contains(id));
  }

  @Test
  void lists_are_filtered_and_come_in_pages() {
    apply();
    String second = all.demand(all.second, RunningServer.OTHER_USCC, 10_000_000L);
    String id = all.apply(all.second, second, "\"" + ABC_LOAN + "\"").at("/0/id").asText();
    all.step(all.abc, id, "accept");
    JsonNode first = ok(200, all.server.getAs(all.abc, APPLICATIONS + "?limit=1"));
    assertEquals(id, first.at("/applications/0/id").asText(), "the newest first");
    String rest = "?limit=5&after=" + first.path("next").asText();
    assertEquals(1, all.list(all.abc, rest).size());
    assertEquals(1, all.list(all.office, "?state=accepted").size());
    assertEquals(2, all.list(all.office, "?overdue=false").size());
    assertEquals(0, all.list(all.office, "?overdue=true").size());
    assertEquals(1, all.list(all.office, "?demand=" + demand).size());
    assertEquals(1, all.list(all.office, "?district=3501").size());
    for (String wrong : List.of("?state=nowhere", "?overdue=maybe", "?limit=0", "?order=up")) {
      assertEquals(400, all.server.getAs(all.office, APPLICATIONS + wrong).statusCode(), wrong);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 | products",
        "{\"products\":[]} | 422 | products",
        "{\"products\":[\"a\",\"b\",\"c\",\"d\"]} | 422 | products",
        "{\"products\":[\"no-such-product\"],CONSENT} | 422 | products",
        "{\"products\":[\"boc-tax-loan\"],CONSENT} | 422 | products",
        "{\"products\":[\"abc-tax-loan\",\"abc-technology-loan\"],CONSENT} | 422 | products",
        "{\"products\":[\"abc-tax-loan\"]} | 422 | consent",
        "{\"products\":[\"abc-tax-loan\"],\"consent\":{\"categories\":[\"score\"],\"months\":3,\"textVersion\":9}} | 422 | consent.textVersion",
        "{\"products\":[\"abc-tax-loan\"],\"consent\":{\"categories\":[\"all\"],\"months\":3,\"textVersion\":1}} | 422 | consent.categories",
        "{\"products\":[\"abc-tax-loan\"],\"consent\":{\"categories\":[\"score\"],\"months\":13,\"textVersion\":1}} | 422 | consent.months",
        "{\"products\":[\"abc-tax-loan\"],\"renewalOf\":\"x\",CONSENT} | 422 | renewalOf",
        "{\"products\":[\"abc-tax-loan\"],\"withoutRepayment\":true,CONSENT} | 422 | renewalOf",
        "{\"products\":[\"abc-tax-loan\"],\"renewalOf\":\"91350100M000100Y43-a0000000000000000\",CONSENT} | 422 | renewalOf",
        "{\"products\":\"abc-tax-loan\"} | 400 | products",
      })
  void an_application_that_does_not_hold_is_refused_by_its_field(
      String body, int status, String field) {
    HttpResponse<String> refused = all.file(all.first, demand, body.replace("CONSENT", CONSENT));
    assertEquals(field, ok(status, refused).path("field").asText());
    assertEquals(0, all.list(all.first, "").size(), "nothing is left of it");
    assertEquals(
        0, ok(200, all.server.getAs(all.first, "/api/v1/consents")).path("consents").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 | step",
        "{\"step\":\"remind\"} | 422 | step",
        "{\"step\":\"settle\"} | 422 | step",
        "{\"step\":\"take_up\"} | 403 | step",
        "{\"step\":\"decline\"} | 422 | reason",
        "{\"step\":\"decline\",\"reason\":\"R98\"} | 422 | reason",
        "{\"step\":\"decline\",\"reason\":\"R99\"} | 422 | note",
        "{\"step\":\"ask_documents\"} | 422 | note",
        "{\"step\":\"grant\"} | 422 | grant",
        "{\"step\":\"grant\",\"grant\":{\"number\":\"1\"}} | 422 | grant.amountFen",
        "{\"step\":\"sign\",\"contract\":{\"number\":\"1\",\"signedOn\":\"soon\"}} | 400 | contract.signedOn",
        "{\"step\":\"accept\",\"more\":1} | 400 | more",
      })
  void a_step_that_does_not_hold_is_refused_by_its_field(String body, int status, String field) {
    String id = apply();
    assertEquals(field, ok(status, all.tryStep(all.abc, id, body)).path("field").asText());
    assertEquals("SUBMITTED", all.application(all.abc, id).path("state").asText());
  }

  @Test
  void a_refused_step_says_what_is_open_instead() {
    String id = apply();
    JsonNode refused = ok(422, all.tryStep(all.abc, id, "settle"));
    assertTrue(refused.path("detail").asText().contains("已提交"), refused.toString());
    assertTrue(refused.path("detail").asText().contains("受理"), refused.toString());
  }

  @Test
  void the_same_key_files_and_steps_once() {
    String body = "{\"products\":[\"" + ABC_LOAN + "\"]," + CONSENT + "}";
    String path = "/api/v1/demands/" + demand + "/applications";
    HttpResponse<String> first = keyed(all.first, path, body, "k1");
    HttpResponse<String> again = keyed(all.first, path, body, "k1");
    assertEquals(201, first.statusCode(), first.body());
    assertEquals(first.body(), again.body());
    assertEquals(1, all.list(all.first, "").size());
    String id = RunningServer.json(first).at("/applications/0/id").asText();
    String steps = APPLICATIONS + "/" + id + "/steps";
    String accept = "{\"step\":\"accept\"}";
    HttpResponse<String> accepted = keyed(all.abc, steps, accept, "k1");
    assertEquals(accepted.body(), keyed(all.abc, steps, accept, "k1").body());
    assertEquals(422, keyed(all.abc, steps, accept, "k2").statusCode(), "it is accepted already");
    assertNotEquals(first.body(), accepted.body());
  }

  @Test
  void a_demand_is_with_three_lenders_at_most_and_once_with_each() {
    apply();
    String body = "{\"products\":[\"%s\"]," + CONSENT + "}";
    assertEquals(422, all.file(all.first, demand, body.formatted(ABC_LOAN)).statusCode());
    assertEquals(201, all.file(all.first, demand, body.formatted(ICBC_LOAN)).statusCode());
    assertEquals(404, all.file(all.second, demand, body.formatted(ICBC_LOAN)).statusCode());
    assertEquals(403, all.file(all.abc, demand, body.formatted(ICBC_LOAN)).statusCode());
  }

  @Test
  void every_denial_reason_is_there_with_what_can_be_done() {
    JsonNode reasons = ok(200, all.server.getAs(all.abc, "/api/v1/denial-reasons"));
    assertEquals("R01", reasons.at("/reasons/0/code").asText());
    for (JsonNode reason : reasons.path("reasons")) {
      assertFalse(reason.at("/advice/zh").asText().isEmpty());
    }
  }

  private String apply() {
    return all.apply(all.first, demand, "\"" + ABC_LOAN + "\"").at("/0/id").asText();
  }

  private HttpResponse<String> keyed(String token, String path, String body, String key) {
    return all.server.postAs(token, path, "application/json", body, "Idempotency-Key", key);
  }
}
