package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.engine.feedback.NodeLink;
import org.xinyidai.engine.feedback.Relay;
import org.xinyidai.engine.feedback.RelaySettings;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.referencenode.FakeNode;

/** A result that does not conform waits for its lender, is mended, and counts as mended. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedbackJourneyTest {
  private static final String API = "/api/v1/feedback";
  private static final int LOOKS = 3_000;

  @TempDir private Path folder;
  private LoanParties all;
  private NodeLink link;

  @BeforeEach
  void start() throws IOException {
    all = new LoanParties(RunningServer.in(folder.resolve("state")));
    SecureRandom random = new SecureRandom();
    PartyKeys own = PartyKeys.ofFolder("city", folder.resolve("own"), random);
    PartyKeys node = PartyKeys.ofFolder("region", folder.resolve("node"), random);
    link =
        new NodeLink(
            Tier.REGIONAL,
            new FakeNode(node, own.card()),
            new BatchSealer(own, node.card(), random));
  }

  @AfterEach
  void stop() {
    all.server.close();
  }

  @Test
  void a_result_without_the_code_of_its_lender_is_set_aside_mended_and_accepted()
      throws InterruptedException {
    String office = all.server.token(Role.OFFICE, "office-1");
    assertFalse(json(office, "").path("configured").asBoolean());
    assertTrue(all.server.get("/api/v1/health/ready").body().contains("\"off\""));
    String demand = all.demand(all.first, RunningServer.USCC, 30_000_000L);
    String id = all.apply(all.first, demand, products()).at("/0/id").asText();
    all.step(lender(id), id, "{\"step\":\"decline\",\"reason\":\"R01\",\"note\":\"不在范围\"}");
    assertEquals(1, line(office).path("waiting").asInt());

    relay();
    assertEquals(1, line(office).path("setAside").asInt());
    JsonNode waits = json(lender(id), "/work").at("/records/0");
    String record = waits.path("id").asText();
    assertTrue(
        waits.at("/states/0/reason").asText().contains("institution.code"), waits.toString());
    assertEquals(0, json(stranger(id), "/work").path("records").size());
    assertEquals(404, all.server.getAs(stranger(id), API + "/records/" + record).statusCode());
    assertEquals(403, all.server.getAs(all.first, API + "/ledger").statusCode());
    assertTrue(all.told(lender(id)).contains("未被"), all.told(lender(id)));

    String fields =
        "{\"fields\":{\"enterprise\":{\"name\":\"某公司\"},\"institution\":{\"code\":\"%s\"}}}";
    String wrong = fields.formatted("91330100799655058X");
    String right = fields.formatted("91330100799655058B");
    JsonNode refused = ok(422, correct(lender(id), record, wrong));
    assertEquals("fields.institution.code", refused.path("field").asText());
    assertEquals(404, correct(stranger(id), record, right).statusCode());
    assertEquals(
        403, correct(all.server.token(Role.AUDITOR, "auditor"), record, right).statusCode());
    JsonNode kept = ok(201, correct(lender(id), record, right));
    assertEquals(record, kept.path("corrects").asText());
    assertEquals(422, correct(lender(id), record, right).statusCode(), "corrected already");

    relay();
    JsonNode line = line(office);
    assertEquals(1, line.path("mended").asInt());
    assertEquals(0, line.path("setAside").asInt());
    assertEquals(100.0, line.path("completePercent").asDouble());
    JsonNode whole = json(office, "/records/" + kept.path("id").asText());
    assertEquals("accepted", whole.at("/record/states/0/standing").asText());
    assertEquals(record, whole.at("/content/corrects").asText());
    assertEquals(
        1, json(office, "/records?standing=mended").path("records").size(), "behind the count");
    assertEquals(
        404,
        all.post(
                office,
                API + "/differences/nobody.1/settlement",
                "{\"tier\":\"regional\",\"note\":\"已核对\"}")
            .statusCode());
  }

  private static String products() {
    return LoanChoiceJourneyTest.BOTH;
  }

  private String lender(String id) {
    return all.server.getAs(all.abc, "/api/v1/applications/" + id).statusCode() == 200
        ? all.abc
        : all.icbc;
  }

  private String stranger(String id) {
    return lender(id).equals(all.abc) ? all.icbc : all.abc;
  }

  private HttpResponse<String> correct(String token, String record, String body) {
    return all.post(token, API + "/records/" + record + "/corrections", body);
  }

  private JsonNode line(String token) {
    return json(token, "/ledger").at("/lines/0");
  }

  private JsonNode json(String token, String path) {
    return ok(200, all.server.getAs(token, API + path));
  }

  /** Returns all that waits. */
  private void relay() throws InterruptedException {
    Relay.Ports ports = new Relay.Ports(new SplittableRandom(1), System::nanoTime);
    RelaySettings settings = RelaySettings.standard().hasty();
    try (Relay relay = Relay.start(all.server.backend.feedback(), List.of(link), settings, ports)) {
      CountDownLatch never = new CountDownLatch(1);
      for (int i = 0; i < LOOKS && !relay.isIdle(); i++) {
        assertFalse(never.await(10, TimeUnit.MILLISECONDS));
      }
      assertTrue(relay.isIdle(), relay.status().toString());
    }
  }
}
