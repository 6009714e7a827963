package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ABC_LOAN;
import static org.xinyidai.engine.http.LoanParties.CONSENT;
import static org.xinyidai.engine.http.LoanParties.GUARANTOR;
import static org.xinyidai.engine.http.LoanParties.ICBC_LOAN;
import static org.xinyidai.engine.http.LoanParties.drawing;
import static org.xinyidai.engine.http.LoanParties.granting;
import static org.xinyidai.engine.http.LoanParties.ok;
import static org.xinyidai.engine.http.LoanParties.repaying;
import static org.xinyidai.engine.http.LoanParties.signing;
import static org.xinyidai.engine.http.LoanParties.today;
import static org.xinyidai.engine.http.LoanTown.FARM;
import static org.xinyidai.engine.http.LoanTown.JOINER;
import static org.xinyidai.engine.http.LoanTown.REPRESENTATIVE;
import static org.xinyidai.engine.http.LoanTown.TAILOR;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * Three enterprises, two banks, a guarantee company and the office, from the invitation of each to
 * settled loans and a renewal, with refusals, a revocation and a dispute on the way. Nobody has an
 * account that was not invited; the town asks for real names.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoanJourneyTest {
  private static final String BOTH = "\"" + ABC_LOAN + "\",\"" + ICBC_LOAN + "\"";
  private static final long ASKED = 50_000_000L;
  private static final String FILE = "/enterprises/" + JOINER;

  @TempDir Path folder;
  private RunningServer server;
  private LoanTown town;

  @BeforeEach
  void start() {
    server = RunningServer.askingRealNames(folder);
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().promote("card-1");
    String rating = "uscc,publishedOn,year,grade\n" + JOINER + ",2024-04-12,2023,D\n";
    String source = server.token(Role.SOURCE, "tax");
    server.postAs(
        source, "/api/v1/records/tax_rating", "text/csv", rating, "Idempotency-Key", "rating");
    town = new LoanTown(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void from_registration_to_settled_loans_and_a_renewal() {
    nobodyIsInUninvited();
    namesAreVerified();
    String demand = LoanTown.demand(town.joiner, JOINER, ASKED);
    aQuestionBeforehand();
    JsonNode filed = LoanTown.apply(town.joiner, demand, BOTH);
    String loan = filed.at("/0/id").asText();
    String refused = filed.at("/1/id").asText();
    eachSeesItsOwn(loan, refused);
    refusedWithReasonsOfBothSides(refused);
    handledWithARevocationOnTheWay(loan);
    disputedAndPutRight(loan);
    guaranteedAndGranted(loan);
    signedDrawnLateAndInOrderAgain(loan);
    String renewal = renewedWithoutRepayingFirst(loan);
    chosenAmongTwoGrantsAndSettled();
    givenToAnotherLenderAndDeclined();
    theOfficeSawAll(loan, renewal);
    everythingToldOutside();
  }

  private void nobodyIsInUninvited() {
    String code =
        town.invite(
            "{\"role\":\"enterprise\",\"name\":\"x\",\"organisation\":\"%s\"}".formatted(JOINER));
    ok(200, Person.accept(server, code, "second"));
    assertNotEquals(200, Person.accept(server, code, "third").statusCode(), "a code opens once");
    String guess = code.substring(0, code.length() - 3) + "AAA";
    assertNotEquals(200, Person.accept(server, guess, "fourth").statusCode());
    assertEquals(401, server.get("/api/v1/applications").statusCode());
    assertEquals(403, town.city.post("/invitations", "{}").statusCode());
  }

  private void namesAreVerified() {
    String early = LoanTown.demand(town.joiner, JOINER, ASKED);
    String order = "{\"products\":[\"%s\"],%s}".formatted(ABC_LOAN, CONSENT);
    JsonNode unnamed = ok(403, town.joiner.post("/demands/" + early + "/applications", order));
    assertEquals("urn:xinyidai:problem:not-verified", unnamed.path("type").asText());

    assertEquals("refused", LoanTown.claim(town.joiner, "王五"));
    String place = "/verifications/" + JOINER + "/decision";
    String reopen = "{\"decision\":\"reopen\",\"note\":\"误填，允许重报\"}";
    assertEquals(404, town.otherDistrict.post(place, reopen).statusCode(), "not its district");
    ok(200, town.district.post(place, reopen));
    assertEquals("transfer_due", LoanTown.claim(town.joiner, REPRESENTATIVE));
    town.transferAndConfirm(town.joiner, JOINER);
    assertEquals("transfer_due", LoanTown.claim(town.farm, REPRESENTATIVE));
    town.transferAndConfirm(town.farm, FARM);
    assertEquals("review", LoanTown.claim(town.tailor, "王五"), "the register does not know it");
    ok(
        200,
        town.city.post(
            "/verifications/" + TAILOR + "/decision",
            "{\"decision\":\"verify\",\"note\":\"柜台核对证照\"}"));
  }

  private void aQuestionBeforehand() {
    String ask =
        "{\"about\":{\"kind\":\"product\",\"id\":\"%s\"},\"text\":\"需要抵押吗？\"}".formatted(ABC_LOAN);
    String thread = ok(201, town.joiner.post("/inquiries", ask)).path("id").asText();
    byte[] pdf = "%PDF-1.7 licence".getBytes(UTF_8);
    assertEquals(400, town.joiner.send(thread, "..%2Fa.pdf", "application/pdf", pdf).statusCode());
    ok(201, town.joiner.send(thread, "licence.pdf", "application/pdf", pdf));
    assertEquals(2, town.abcBranch.read("/inquiries/" + thread).path("unread").asInt());
    assertEquals(404, town.icbc.get("/inquiries/" + thread).statusCode());
    ok(201, town.abcHead.post("/inquiries/" + thread + "/messages", "{\"text\":\"不需要\"}"));
    assertTrue(town.joiner.told().startsWith("MESSAGE 金融机构已答复"), town.joiner.told());
    JsonNode times = town.city.read("/inquiries/response-times").at("/lenders/0");
    assertEquals("中国农业银行", times.at("/lenderName/zh").asText());
    assertEquals(1, times.path("answered").asInt());
  }

  private void eachSeesItsOwn(String loan, String refused) {
    assertTrue(town.abcBranch.told().contains(loan) && !town.abcBranch.told().contains(refused));
    assertEquals(404, town.icbc.get("/applications/" + loan).statusCode());
    assertEquals(404, town.tailor.get("/applications/" + loan).statusCode());
    assertEquals(404, town.otherDistrict.get("/applications/" + loan).statusCode());
    assertEquals(200, town.district.get("/applications/" + loan).statusCode());
    assertEquals("示例公司", town.abcBranch.application(loan).path("applicant").asText());
    assertEquals(200, town.abcBranch.get(FILE + "/score").statusCode());
    assertEquals(404, town.guarantor.get(FILE + "/score").statusCode());
  }

  private void refusedWithReasonsOfBothSides(String id) {
    town.icbc.step(id, "accept");
    assertEquals(422, town.icbc.tryStep(id, "{\"step\":\"refuse\"}").statusCode(), "why?");
    town.icbc.step(id, "{\"step\":\"refuse\",\"reason\":\"R06\",\"note\":\"在贷机构已有四家\"}");
    JsonNode seen = town.joiner.application(id);
    assertEquals("R06", seen.at("/denial/code").asText());
    assertTrue(seen.at("/denial/advice/zh").asText().contains("担保"));
    JsonNode platform = seen.at("/file/platform");
    assertFalse(platform.path("mismatches").isEmpty(), "the platform's own reasons");
    assertFalse(platform.path("reasons").isEmpty(), "and those of the score");
    String told = town.joiner.told();
    assertTrue(told.contains("R06") && told.contains("结清部分借款") && told.contains("四家"), told);
    assertTrue(told.contains("中国工商银行"), told);
    assertTrue(town.icbc.application(id).at("/file/platform").isNull(), "are the enterprise's");
  }

  private void handledWithARevocationOnTheWay(String id) {
    town.abcBranch.step(id, "accept");
    assertEquals(422, town.abcHead.tryStep(id, "accept").statusCode(), "a colleague was faster");
    town.abcBranch.step(id, "investigate");
    String consent = town.abcBranch.application(id).at("/file/consents/0").asText();
    ok(200, town.joiner.post("/consents/" + consent + "/revocation"));
    assertEquals(404, town.abcBranch.get(FILE + "/score").statusCode(), "from that moment on");
    assertEquals("[]", town.abcBranch.application(id).at("/file/readableCategories").toString());
    String told = town.abcBranch.told();
    assertTrue(told.startsWith("CONSENT_WITHDRAWN") && told.contains(id), told);
    String again =
        "{\"grantee\":\"abc\",\"purpose\":\"loan_review\",\"categories\":[\"identity\",\"score\"],"
            + "\"months\":6,\"textVersion\":1}";
    ok(201, town.joiner.post("/consents", again));
    assertEquals(200, town.abcBranch.get(FILE + "/score").statusCode());
  }

  private void disputedAndPutRight(String id) {
    assertTrue(town.abcBranch.application(id).at("/file/disputed").isNull());
    String fact = town.joiner.read(FILE + "/facts?feed=tax_rating").at("/facts/0/id").asText();
    String objection =
        "{\"uscc\":\"%s\",\"factId\":\"%s\",\"statement\":\"评级有误\"}".formatted(JOINER, fact);
    String dispute = ok(201, town.joiner.post("/objections", objection)).path("id").asText();
    JsonNode disputed = town.abcBranch.application(id).at("/file/disputed");
    assertTrue(disputed.path("textZh").asText().contains("异议"), disputed.toString());
    ok(200, town.abcBranch.get(FILE + "/score"));
    String steps = "/objections/" + dispute + "/steps";
    String inquire = "{\"step\":\"ASK_SOURCE\",\"note\":\"已函询税务局\"}";
    assertEquals(404, town.otherDistrict.post(steps, inquire).statusCode(), "not its district");
    ok(200, town.district.post(steps, inquire));
    ok(200, town.district.post(steps, "{\"step\":\"REMOVE\",\"note\":\"评级已撤销\"}"));
    ok(200, town.district.post(steps, "{\"step\":\"ANSWER\",\"note\":\"书面答复已送达\"}"));
    assertTrue(town.abcBranch.application(id).at("/file/disputed").isNull());
    assertTrue(town.abcBranch.told().contains("SCORE_CHANGED"), town.abcBranch.told());
  }

  private void guaranteedAndGranted(String id) {
    JsonNode asked = town.abcBranch.step(id, "{\"step\":\"ask_documents\",\"note\":\"审计报告\"}");
    assertTrue(asked.at("/clock/documentsOwed").asBoolean());
    assertEquals(422, town.abcBranch.tryStep(id, granting(1, "credit")).statusCode());
    town.joiner.step(id, "supply_documents");
    String invite = "{\"step\":\"invite_guarantor\",\"guarantor\":\"%s\"}";
    JsonNode bank = ok(422, town.abcBranch.tryStep(id, invite.formatted("icbc")));
    assertTrue(bank.path("detail").asText().contains("不是融资担保公司"), bank.toString());
    assertEquals(404, town.guarantor.get("/applications/" + id).statusCode());
    town.abcBranch.step(id, invite.formatted(GUARANTOR));
    assertEquals(422, town.abcBranch.tryStep(id, granting(1, "guarantee")).statusCode());
    assertEquals("[]", town.guarantor.application(id).at("/file/consents").toString());
    assertEquals(403, town.guarantor.tryStep(id, granting(1, "credit")).statusCode());
    town.guarantor.step(id, "{\"step\":\"guarantee\",\"feeBp\":80,\"note\":\"降费\"}");
    assertEquals(422, town.abcBranch.tryStep(id, granting(ASKED + 1, "guarantee")).statusCode());
    JsonNode granted = town.abcBranch.step(id, granting(40_000_000L, "guarantee"));
    assertEquals(80, granted.at("/guarantee/feeBp").asInt());
    assertEquals("中国农业银行", granted.at("/product/lenderName/zh").asText());
    assertTrue(town.guarantor.told().contains("授信"), "the guarantor hears what it guarantees");
  }

  private void signedDrawnLateAndInOrderAgain(String id) {
    town.joiner.step(id, "take_up");
    town.abcBranch.step(id, signing());
    String claim =
        """
        {"uscc":"%s","contractNumber":"C-1","grantedOn":"%s","dueOn":"%s","amountFen":1000,
         "rateBp":385,"termMonths":12,"security":"credit","firstLoan":false}"""
            .formatted(JOINER, today(), today().plusYears(1));
    JsonNode known = ok(422, town.abcBranch.post("/loan-claims", claim));
    assertEquals("contractNumber", known.path("field").asText(), "it was lent here");
    assertEquals(403, town.joiner.tryStep(id, drawing("D-1", 1)).statusCode());
    town.abcBranch.step(id, drawing("D-1", 20_000_000L));
    town.abcBranch.step(id, drawing("D-2", 20_000_000L));
    assertEquals(422, town.abcBranch.tryStep(id, drawing("D-3", 1)).statusCode(), "all is drawn");
    String late = "{\"step\":\"report_overdue\",\"overdue\":{\"days\":3,\"amountFen\":5000000}}";
    assertEquals("OVERDUE", town.abcBranch.step(id, late).path("state").asText());
    assertEquals(422, town.abcBranch.tryStep(id, repaying("R-1", 40_000_001L)).statusCode());
    JsonNode cured = town.abcBranch.step(id, repaying("R-1", 10_000_000L));
    assertEquals("LENT", cured.path("state").asText());
    assertEquals(30_000_000L, cured.at("/loan/balanceFen").asLong());
    assertEquals(422, town.abcBranch.tryStep(id, "settle").statusCode());
  }

  private String renewedWithoutRepayingFirst(String old) {
    String demand = LoanTown.demand(town.joiner, JOINER, 30_000_000L);
    String path = "/demands/" + demand + "/applications";
    String order = "{\"products\":[\"%s\"],\"renewalOf\":\"%s\",\"withoutRepayment\":true,%s}";
    assertEquals(
        422, town.joiner.post(path, order.formatted(ICBC_LOAN, old, CONSENT)).statusCode());
    JsonNode filed = ok(201, town.joiner.post(path, order.formatted(ABC_LOAN, old, CONSENT)));
    String id = filed.at("/applications/0/id").asText();
    grant(town.abcBranch, id, 30_000_000L);
    town.joiner.step(id, "take_up");
    town.abcBranch.step(id, signing());
    assertEquals(422, town.abcBranch.tryStep(id, drawing("D-1", 1)).statusCode(), "too little");
    town.abcBranch.step(id, drawing("D-1", 30_000_000L));
    assertEquals("SETTLED", town.abcBranch.application(old).path("state").asText());
    town.abcBranch.step(id, repaying("R-1", 30_000_000L));
    assertEquals("SETTLED", town.abcBranch.step(id, "settle").path("state").asText());
    return id;
  }

  private void chosenAmongTwoGrantsAndSettled() {
    String demand = LoanTown.demand(town.tailor, TAILOR, ASKED);
    JsonNode filed = LoanTown.apply(town.tailor, demand, BOTH);
    String abc = filed.at("/0/id").asText();
    String icbc = filed.at("/1/id").asText();
    grant(town.abcHead, abc, ASKED);
    assertEquals("SUBMITTED", town.icbc.application(icbc).path("state").asText());
    grant(town.icbc, icbc, ASKED);
    town.tailor.step(icbc, "take_up");
    assertEquals("NOT_CHOSEN", town.abcHead.application(abc).path("state").asText());
    assertTrue(town.abcHead.told().contains("企业选用他行"));
    town.icbc.step(icbc, signing());
    town.icbc.step(icbc, drawing("D-1", ASKED));
    town.icbc.step(icbc, repaying("R-1", ASKED));
    assertEquals("SETTLED", town.icbc.step(icbc, "settle").path("state").asText());
  }

  private void givenToAnotherLenderAndDeclined() {
    String demand = LoanTown.demand(town.farm, FARM, ASKED);
    String id = LoanTown.apply(town.farm, demand, "\"" + ABC_LOAN + "\"").at("/0/id").asText();
    String reassign = "{\"step\":\"reassign\",\"product\":\"%s\",\"note\":\"久未受理\",%s}";
    assertEquals(
        422, town.farm.tryStep(id, reassign.formatted(ABC_LOAN, CONSENT)).statusCode(), "the same");
    town.district.step(id, "{\"step\":\"urge\",\"note\":\"请尽快受理\"}");
    JsonNode fresh = town.farm.step(id, reassign.formatted(ICBC_LOAN, CONSENT));
    String there = fresh.path("id").asText();
    town.icbc.step(there, "{\"step\":\"decline\",\"reason\":\"R13\"}");
    assertEquals("R13", town.farm.application(there).at("/denial/code").asText());
  }

  /** The bank handles an application up to a grant on credit. */
  private static void grant(Person bank, String id, long amountFen) {
    bank.step(id, "accept");
    bank.step(id, "investigate");
    bank.step(id, granting(amountFen, "credit"));
  }

  private void theOfficeSawAll(String loan, String renewal) {
    JsonNode summary = town.city.read("/applications/summary");
    assertEquals(7, summary.path("total").asInt(), summary.toString());
    assertEquals(3, count(summary, "SETTLED"), "two of the joiner, one of the tailor");
    assertEquals(0, summary.path("overdue").asInt());
    String all = town.district.read("/applications").toString();
    assertTrue(all.contains(loan) && all.contains(renewal) && !all.contains(TAILOR), all);
    assertTrue(town.otherDistrict.read("/applications").path("applications").isEmpty());
    JsonNode history = town.district.read("/applications/" + loan + "/history").path("steps");
    assertEquals("refinance", history.get(history.size() - 1).path("step").asText());
    assertEquals("中国农业银行", history.get(1).path("organisationName").asText());
    assertEquals("仓山支行", history.get(1).path("unit").asText());
    JsonNode ledger = town.city.read("/feedback/ledger").at("/lines/0");
    assertEquals(22, ledger.path("arose").asInt(), ledger.toString());
    assertEquals(22, ledger.path("waiting").asInt(), "no node is connected here");
  }

  private static int count(JsonNode summary, String state) {
    int count = 0;
    for (JsonNode one : summary.path("states")) {
      count += one.path("state").asText().equals(state) ? one.path("count").asInt() : 0;
    }
    return count;
  }

  private void everythingToldOutside() {
    Store store = server.backend.platform().store();
    List<String> topics = new ArrayList<>();
    HashSet<String> ids = new HashSet<>();
    for (Outbox.Held held : new Outbox(store).page("", 100)) {
      topics.add(held.entry().topic().replace("loan.", ""));
      assertTrue(ids.add(held.entry().id()));
      assertEquals(1, held.entry().version());
    }
    List<String> joiner = List.of("refused", "granted", "signed", "drawn", "drawn", "overdue");
    List<String> renewal = List.of("repaid", "granted", "signed", "drawn", "renewed", "repaid");
    List<String> tailor = List.of("settled", "granted", "granted", "withdrawn", "signed", "drawn");
    List<String> last = List.of("repaid", "settled", "withdrawn", "refused");
    List<String> expected = new ArrayList<>(joiner);
    expected.addAll(renewal);
    expected.addAll(tailor);
    expected.addAll(last);
    assertEquals(expected, topics);
    assertEquals(Optional.empty(), new AuditTrail(store).verify(List.of()).broken());
  }
}
