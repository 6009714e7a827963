package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ABC_LOAN;
import static org.xinyidai.engine.http.LoanParties.APPLICATIONS;
import static org.xinyidai.engine.http.LoanParties.CONSENT;
import static org.xinyidai.engine.http.LoanParties.GUARANTOR;
import static org.xinyidai.engine.http.LoanParties.ICBC_LOAN;
import static org.xinyidai.engine.http.LoanParties.drawing;
import static org.xinyidai.engine.http.LoanParties.granting;
import static org.xinyidai.engine.http.LoanParties.ok;
import static org.xinyidai.engine.http.LoanParties.repaying;
import static org.xinyidai.engine.http.LoanParties.signing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.store.Store;

/** From a demand to settled loans and a renewal, with all that goes wrong on the way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoanJourneyTest {
  static final String BOTH = "\"" + ABC_LOAN + "\",\"" + ICBC_LOAN + "\"";
  private static final long ASKED = 50_000_000L;
  private static final String FILE = "/api/v1/enterprises/" + RunningServer.USCC;

  @TempDir Path folder;
  private LoanParties all;

  @BeforeEach
  void start() {
    RunningServer server = RunningServer.in(folder);
    all = new LoanParties(server);
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().promote("card-1");
    String rating = "uscc,publishedOn,year,grade\n" + RunningServer.USCC + ",2024-04-12,2023,D\n";
    String source = server.token(Role.SOURCE, "tax");
    server.postAs(
        source, "/api/v1/records/tax_rating", "text/csv", rating, "Idempotency-Key", "rating");
  }

  @AfterEach
  void stop() {
    all.server.close();
  }

  @Test
  void a_lender_asks_about_an_application_that_it_has_and_no_other_lender_may() {
    String id = all.apply(all.first, demand(), "\"" + ABC_LOAN + "\"").at("/0/id").asText();
    String question =
        "{\"about\":{\"kind\":\"application\",\"id\":\"%s\"},\"text\":\"请补充近三个月流水\"}".formatted(id);
    assertEquals(404, all.post(all.icbc, "/api/v1/inquiries", question).statusCode());
    assertEquals(201, all.post(all.abc, "/api/v1/inquiries", question).statusCode());
    assertTrue(all.server.getAs(all.first, "/api/v1/inquiries").body().contains(id));
  }

  @Test
  void an_enterprise_is_refused_here_and_lent_to_there_and_renews_without_repaying_first() {
    JsonNode filed = all.apply(all.first, demand(), BOTH);
    String abc = filed.at("/0/id").asText();
    String icbc = filed.at("/1/id").asText();
    assertTrue(all.told(all.abc).contains(abc) && !all.told(all.abc).contains(icbc));
    assertEquals(200, all.server.getAs(all.abc, FILE + "/score").statusCode());

    refusedWithReasonsOfBothSides(icbc);
    disputedOnTheWay(abc);
    guaranteedAndGranted(abc);
    all.step(all.first, abc, "take_up");
    all.step(all.abc, abc, signing());
    assertEquals(403, all.tryStep(all.first, abc, drawing("D-1", 1)).statusCode());
    all.step(all.abc, abc, drawing("D-1", 20_000_000L));
    all.step(all.abc, abc, drawing("D-2", 20_000_000L));
    JsonNode above = ok(422, all.tryStep(all.abc, abc, drawing("D-3", 1)));
    assertEquals("drawDown.amountFen", above.path("field").asText());
    lateAndInOrderAgain(abc);

    revoked(abc);
    renewed(abc);
    everythingToldOutside();
  }

  private String demand() {
    return all.demand(all.first, RunningServer.USCC, ASKED);
  }

  private void refusedWithReasonsOfBothSides(String id) {
    all.step(all.icbc, id, "accept");
    all.step(all.icbc, id, "{\"step\":\"refuse\",\"reason\":\"R06\",\"note\":\"在贷机构已有四家\"}");
    JsonNode refused = all.application(all.first, id);
    assertEquals("REFUSED", refused.path("state").asText());
    assertEquals("R06", refused.at("/denial/code").asText());
    assertTrue(refused.at("/denial/advice/zh").asText().contains("担保"));
    JsonNode platform = refused.at("/file/platform");
    assertFalse(platform.path("offered").asBoolean());
    assertFalse(platform.path("mismatches").isEmpty(), "the platform's own reasons");
    assertFalse(platform.path("reasons").isEmpty(), "and those of the score");
    assertTrue(platform.path("scoreId").asText().startsWith(RunningServer.USCC));
    String told = all.told(all.first);
    assertTrue(told.contains("R06") && told.contains("结清部分借款") && told.contains("四家"), told);
    JsonNode lender = all.application(all.icbc, id);
    assertTrue(lender.at("/file/platform").isNull(), "those are the enterprise's");
  }

  private void disputedOnTheWay(String id) {
    assertTrue(all.application(all.abc, id).at("/file/disputed").isNull());
    String fact =
        RunningServer.json(all.server.getAs(all.first, FILE + "/facts?feed=tax_rating"))
            .at("/facts/0/id")
            .asText();
    String objection =
        "{\"uscc\":\"%s\",\"factId\":\"%s\",\"statement\":\"评级有误\"}"
            .formatted(RunningServer.USCC, fact);
    String id2 = ok(201, all.post(all.first, "/api/v1/objections", objection)).path("id").asText();
    JsonNode disputed = all.application(all.abc, id).at("/file/disputed");
    assertTrue(disputed.path("textZh").asText().contains("异议"), disputed.toString());
    assertEquals("FREEZE", disputed.at("/features/0/effect").asText());
    String withdraw = "{\"step\":\"WITHDRAW\",\"note\":\"已核实\"}";
    ok(200, all.post(all.first, "/api/v1/objections/" + id2 + "/steps", withdraw));
    assertTrue(all.application(all.abc, id).at("/file/disputed").isNull());
  }

  private void guaranteedAndGranted(String id) {
    all.step(all.abc, id, "accept");
    JsonNode asked = all.step(all.abc, id, "{\"step\":\"ask_documents\",\"note\":\"近一年审计报告\"}");
    assertTrue(asked.at("/clock/documentsOwed").asBoolean());
    assertEquals(422, all.tryStep(all.abc, id, granting(1, "credit")).statusCode());
    assertTrue(all.told(all.first).contains("近一年审计报告"));
    assertFalse(all.step(all.first, id, "supply_documents").at("/clock/documentsOwed").asBoolean());
    all.step(all.abc, id, "investigate");
    assertEquals(404, all.server.getAs(all.guarantor, APPLICATIONS + "/" + id).statusCode());
    String invite = "{\"step\":\"invite_guarantor\",\"guarantor\":\"%s\"}";
    assertEquals(422, all.tryStep(all.abc, id, invite.formatted("无此公司")).statusCode());
    all.step(all.abc, id, invite.formatted(GUARANTOR));
    assertEquals(422, all.tryStep(all.abc, id, granting(1, "guarantee")).statusCode());
    assertEquals(1, all.list(all.guarantor, "").size());
    assertEquals("[]", all.application(all.guarantor, id).at("/file/consents").toString());
    assertEquals(403, all.tryStep(all.guarantor, id, granting(1, "credit")).statusCode());
    all.step(all.guarantor, id, "{\"step\":\"guarantee\",\"feeBp\":80,\"note\":\"降费\"}");
    JsonNode granted = all.step(all.abc, id, granting(40_000_000L, "guarantee"));
    assertEquals("GRANTED", granted.path("state").asText());
    assertEquals(80, granted.at("/guarantee/feeBp").asInt());
    assertFalse(granted.at("/grant/unsecured").asBoolean());
    assertEquals("[\"take_up\",\"withdraw\"]", steps(all.first, id));
  }

  private void lateAndInOrderAgain(String id) {
    String late = "{\"step\":\"report_overdue\",\"overdue\":{\"days\":3,\"amountFen\":5000000}}";
    assertEquals("OVERDUE", all.step(all.abc, id, late).path("state").asText());
    assertEquals(422, all.tryStep(all.abc, id, repaying("R-1", 40_000_001L)).statusCode());
    JsonNode cured = all.step(all.abc, id, repaying("R-1", 10_000_000L));
    assertEquals("LENT", cured.path("state").asText());
    assertEquals(30_000_000L, cured.at("/loan/balanceFen").asLong());
    assertEquals(422, all.tryStep(all.abc, id, repaying("R-1", 1)).statusCode(), "twice");
    assertEquals(422, all.tryStep(all.abc, id, "settle").statusCode());
  }

  private void revoked(String id) {
    JsonNode consent = all.application(all.abc, id).at("/file/consents/0");
    String revocation = "/api/v1/consents/" + consent.asText() + "/revocation";
    all.server.send(
        all.server
            .request(
                revocation, "Authorization", "Bearer " + all.first, "Idempotency-Key", "revoke")
            .POST(BodyPublishers.noBody()));
    assertEquals(404, all.server.getAs(all.abc, FILE + "/score").statusCode());
    JsonNode kept = all.application(all.abc, id);
    assertEquals("[]", kept.at("/file/readableCategories").toString());
    assertEquals(30_000_000L, kept.at("/loan/balanceFen").asLong(), "its own record stays");
  }

  private void renewed(String old) {
    String demand = all.demand(all.first, RunningServer.USCC, 30_000_000L);
    String renewal = "{\"products\":[\"%s\"],\"renewalOf\":\"%s\",\"withoutRepayment\":true%s}";
    String elsewhere = renewal.formatted(ICBC_LOAN, old, "," + CONSENT);
    assertEquals(422, all.file(all.first, demand, elsewhere).statusCode());
    String unread = renewal.formatted(ABC_LOAN, old, "");
    JsonNode consentGone = ok(422, all.file(all.first, demand, unread));
    assertEquals("consent", consentGone.path("field").asText());
    String sound = renewal.formatted(ABC_LOAN, old, "," + CONSENT);
    String id = ok(201, all.file(all.first, demand, sound)).at("/applications/0/id").asText();
    all.grant(all.abc, id, 30_000_000L, "credit");
    all.step(all.first, id, "take_up");
    all.step(all.abc, id, signing());
    JsonNode little = ok(422, all.tryStep(all.abc, id, drawing("D-1", 1)));
    assertEquals("drawDown.amountFen", little.path("field").asText());
    assertEquals("CONTRACTED", all.application(all.abc, id).path("state").asText());
    all.step(all.abc, id, drawing("D-1", 30_000_000L));
    assertEquals("SETTLED", all.application(all.abc, old).path("state").asText());
    all.step(all.abc, id, repaying("R-1", 30_000_000L));
    assertEquals("SETTLED", all.step(all.abc, id, "settle").path("state").asText());
  }

  private void everythingToldOutside() {
    Store store = all.server.backend.platform().store();
    List<String> topics = new ArrayList<>();
    HashSet<String> ids = new HashSet<>();
    for (Outbox.Held held : new Outbox(store).page("", 100)) {
      topics.add(held.entry().topic());
      assertTrue(ids.add(held.entry().id()));
      assertEquals(1, held.entry().version());
    }
    assertEquals(
        List.of(
            "loan.refused",
            "loan.granted",
            "loan.signed",
            "loan.drawn",
            "loan.drawn",
            "loan.overdue",
            "loan.repaid",
            "loan.granted",
            "loan.signed",
            "loan.drawn",
            "loan.renewed",
            "loan.repaid",
            "loan.settled"),
        topics);
    assertEquals(Optional.empty(), new AuditTrail(store).verify(List.of()).broken());
  }

  @Test
  void the_enterprise_chooses_among_grants_and_the_other_lender_is_told() {
    String demand = all.demand(all.second, RunningServer.OTHER_USCC, ASKED);
    JsonNode filed = all.apply(all.second, demand, BOTH);
    String abc = filed.at("/0/id").asText();
    String icbc = filed.at("/1/id").asText();
    all.grant(all.abc, abc, ASKED, "credit");
    assertEquals("SUBMITTED", all.application(all.icbc, icbc).path("state").asText());
    all.grant(all.icbc, icbc, ASKED, "credit");

    all.step(all.second, icbc, "take_up");

    assertEquals("NOT_CHOSEN", all.application(all.abc, abc).path("state").asText());
    assertTrue(all.told(all.abc).contains("企业选用他行"));
    assertEquals(422, all.tryStep(all.second, abc, "take_up").statusCode());
    JsonNode history = ok(200, all.server.getAs(all.second, APPLICATIONS + "/" + abc + "/history"));
    assertEquals("PLATFORM", history.at("/steps/4/by").asText());
    all.step(all.second, icbc, "{\"step\":\"withdraw\",\"note\":\"不再需要\"}");
    assertTrue(all.told(all.icbc).contains("不再需要"));
    assertEquals("[]", steps(all.icbc, icbc));
  }

  @Test
  void an_application_goes_to_another_lender_with_the_enterprises_consent_alone() {
    String demand = all.demand(all.third, LoanParties.THIRD_USCC, ASKED);
    String id = all.apply(all.third, demand, "\"" + ABC_LOAN + "\"").at("/0/id").asText();
    String reassign = "{\"step\":\"reassign\",\"product\":\"%s\",\"note\":\"原机构额度已满\"%s}";
    String bare = reassign.formatted(ICBC_LOAN, "");
    assertEquals("consent", ok(422, all.tryStep(all.office, id, bare)).path("field").asText());
    String given = reassign.formatted(ICBC_LOAN, "," + CONSENT);
    assertEquals(422, all.tryStep(all.office, id, given).statusCode(), "not the office's to give");
    assertEquals(403, all.tryStep(all.abc, id, "withdraw").statusCode());
    all.step(all.office, id, "{\"step\":\"urge\",\"note\":\"请尽快受理\"}");

    JsonNode fresh = all.step(all.third, id, given);

    assertEquals(id, fresh.at("/origin/of").asText());
    assertEquals("REASSIGNED", all.application(all.abc, id).path("state").asText());
    String decline = "{\"step\":\"decline\",\"reason\":\"R13\"}";
    JsonNode declined = all.step(all.icbc, fresh.path("id").asText(), decline);
    assertEquals("DECLINED", declined.path("state").asText());
    JsonNode funnel = ok(200, all.server.getAs(all.office, APPLICATIONS + "/summary"));
    assertEquals(2, funnel.path("total").asInt());
    assertEquals(2, funnel.path("cells").size());
    assertEquals(
        1,
        ok(200, all.server.getAs(all.office, APPLICATIONS + "/summary?lender=" + code()))
            .path("total")
            .asInt());
  }

  private static String code() {
    return URLEncoder.encode(LoanParties.ABC, UTF_8);
  }

  private String steps(String token, String id) {
    return all.application(token, id).path("steps").toString();
  }
}
