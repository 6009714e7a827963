package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.OutboxEntry;

/** A loan made outside the platform is claimed, objected to, and confirmed with a reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClaimJourneyTest {
  private static final String CLAIMS = "/api/v1/loan-claims";
  private static final String PRODUCT =
      """
      {"id":"open-loan","version":1,"nameZh":"开放贷","nameEn":"open loan",
       "lender":{"organisation":"abc","nameZh":"农行","nameEn":"abc","type":"bank"},
       "amountFen":{"max":300000000},"termMonths":{"min":1,"max":36},"rateBp":{"fixed":395},
       "source":{"document":"test"},"criteria":[]}
      """;

  /** The demo city posts its demands on the day up to which its records reach. */
  private static final LocalDate GRANTED = RunningServer.AS_OF.plusDays(10);

  @TempDir Path folder;
  private LoanParties all;

  @BeforeEach
  void start() {
    all = new LoanParties(RunningServer.in(folder));
    all.server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    all.server.backend.platform().models().promote("card-1");
    String admin = all.server.token(Role.ADMIN);
    ok(201, all.post(admin, "/api/v1/products", PRODUCT));
  }

  @AfterEach
  void stop() {
    all.server.close();
  }

  @Test
  void evidence_objection_and_a_reasoned_confirmation_make_it_a_loan_of_the_platform() {
    assertEquals(422, all.post(all.abc, CLAIMS, claim("K-1")).statusCode(), "no demand yet");
    all.demand(all.third, LoanParties.THIRD_USCC, 30_000_000L);
    assertEquals(422, all.post(all.icbc, CLAIMS, claim("K-1")).statusCode(), "never matched");
    String late = claim("K-1").replace(GRANTED.toString(), GRANTED.plusDays(171).toString());
    assertEquals(422, all.post(all.abc, CLAIMS, late).statusCode(), "beyond the window");
    JsonNode filed = ok(201, all.post(all.abc, CLAIMS, claim("K-1")));
    assertTrue(filed.at("/proof/products").toString().contains("open-loan"));
    assertEquals(422, all.post(all.abc, CLAIMS, claim("K-1")).statusCode(), "claimed twice");
    assertTrue(all.told(all.third).contains("5个工作日内"));
    String id = filed.path("id").asText();
    assertEquals(404, all.server.getAs(all.icbc, CLAIMS + "/" + id).statusCode());

    assertEquals(422, step(all.office, id, "confirm", "").statusCode(), "no evidence");
    evidence(id);
    assertEquals(422, step(all.office, id, "confirm", "").statusCode(), "it may still object");
    assertEquals(422, step(all.abc, id, "agree", "").statusCode(), "not the lender's word");
    assertEquals(422, step(all.third, id, "object", "").statusCode(), "without a reason");
    ok(200, step(all.third, id, "object", "金额不符"));
    assertTrue(all.told(all.office).contains("金额不符"));
    assertEquals(422, step(all.office, id, "confirm", "").statusCode(), "it must say why");
    JsonNode confirmed = ok(200, step(all.office, id, "confirm", "合同与流水一致"));
    assertEquals("CONFIRMED", confirmed.path("state").asText());
    assertEquals(422, step(all.abc, id, "withdraw", "").statusCode());

    JsonNode figures = ok(200, all.server.getAs(all.office, CLAIMS + "/figures"));
    assertEquals(1, figures.path("loans").asInt());
    assertEquals(20_000_000L, figures.at("/lenders/0/amountFen").asLong());
    JsonNode summary = ok(200, all.server.getAs(all.office, LoanParties.APPLICATIONS + "/summary"));
    assertEquals(1, summary.at("/claimed/loans").asInt(), summary.toString());
    toldOutside(id);
  }

  @Test
  void an_agreed_claim_is_confirmed_at_once_and_a_refused_one_may_be_claimed_again() {
    all.demand(all.third, LoanParties.THIRD_USCC, 30_000_000L);
    String refused = ok(201, all.post(all.abc, CLAIMS, claim("K-1"))).path("id").asText();
    assertEquals(422, step(all.office, refused, "refuse", "").statusCode());
    ok(200, step(all.office, refused, "refuse", "证据不足"));
    String id = ok(201, all.post(all.abc, CLAIMS, claim("K-1"))).path("id").asText();
    evidence(id);
    ok(200, step(all.third, id, "agree", ""));
    assertEquals("CONFIRMED", ok(200, step(all.office, id, "confirm", "")).path("state").asText());
    assertEquals(2, ok(200, all.server.getAs(all.third, CLAIMS)).path("claims").size());
    assertEquals(
        1, ok(200, all.server.getAs(all.abc, CLAIMS + "?state=refused")).path("claims").size());
  }

  @Test
  void what_has_an_application_here_is_reported_and_not_claimed() {
    String demand = all.demand(all.third, LoanParties.THIRD_USCC, 30_000_000L);
    all.apply(all.third, demand, "\"open-loan\"");
    JsonNode refused = ok(422, all.post(all.abc, CLAIMS, claim("K-1")));
    assertEquals("contractNumber", refused.path("field").asText());
    String future =
        claim("K-2").replace(GRANTED.toString(), LoanParties.today().plusDays(1).toString());
    assertEquals("grantedOn", ok(422, all.post(all.abc, CLAIMS, future)).path("field").asText());
  }

  @Test
  void a_claimed_contract_is_not_signed_in_an_application_unless_the_claim_is_withdrawn() {
    String demand = all.demand(all.third, LoanParties.THIRD_USCC, 30_000_000L);
    String claimed = ok(201, all.post(all.abc, CLAIMS, claim("C-1"))).path("id").asText();
    String id = all.apply(all.third, demand, "\"open-loan\"").at("/0/id").asText();
    all.grant(all.abc, id, 30_000_000L, "credit");
    all.step(all.third, id, "take_up");
    JsonNode refused = ok(422, all.tryStep(all.abc, id, LoanParties.signing()));
    assertEquals("contract.number", refused.path("field").asText());
    assertTrue(refused.path("detail").asText().contains(claimed), refused.toString());
    ok(200, step(all.abc, claimed, "withdraw", "以申请为准"));
    all.step(all.abc, id, LoanParties.signing());
    assertEquals(422, all.post(all.abc, CLAIMS, claim("C-1")).statusCode(), "nor the other way");
  }

  private void evidence(String id) {
    String files = CLAIMS + "/" + id + "/files?name=";
    assertEquals(
        422, all.server.postAs(all.abc, files + "a.pdf", "application/pdf", "no pdf").statusCode());
    JsonNode sent =
        ok(201, all.server.postAs(all.abc, files + "a.pdf", "application/pdf", "%PDF-1.7 x"));
    assertEquals(64, sent.at("/files/0/sm3").asText().length());
    assertEquals("%PDF-1.7 x", all.server.getAs(all.third, CLAIMS + "/" + id + "/files/1").body());
  }

  private void toldOutside(String id) {
    List<OutboxEntry> told =
        new Outbox(all.server.backend.platform().store())
            .page("", 10).stream().map(Outbox.Held::entry).toList();
    assertEquals(1, told.size());
    assertEquals("loan.claim", told.get(0).topic());
    JsonNode payload = told.get(0).payload();
    assertEquals("claimed", payload.path("origin").asText());
    assertEquals(id + ".1", payload.path("id").asText());
    assertEquals("drawn", payload.path("kind").asText());
    assertEquals(LoanParties.THIRD_USCC, payload.at("/enterprise/uscc").asText());
    assertEquals(20_000_000L, payload.at("/grant/amountFen").asLong());
    assertTrue(payload.at("/grant/creditLoan").asBoolean());
    assertEquals(20_000_000L, payload.at("/standing/balanceFen").asLong(), "was not told");
  }

  private static String claim(String contract) {
    return """
        {"uscc":"%s","contractNumber":"%s","grantedOn":"%s","dueOn":"%s","amountFen":20000000,
         "rateBp":365,"termMonths":12,"security":"credit","firstLoan":true}"""
        .formatted(LoanParties.THIRD_USCC, contract, GRANTED, GRANTED.plusYears(1));
  }

  private HttpResponse<String> step(String token, String id, String step, String note) {
    String body = "{\"step\":\"%s\",\"note\":\"%s\"}".formatted(step, note);
    return all.post(token, CLAIMS + "/" + id + "/steps", body);
  }
}
