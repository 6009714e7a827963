package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ABC_LOAN;
import static org.xinyidai.engine.http.LoanParties.APPLICATIONS;
import static org.xinyidai.engine.http.LoanParties.CONSENT;
import static org.xinyidai.engine.http.LoanParties.ICBC_LOAN;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** One demand at several lenders, handled fairly: who sees what, who is told, who may choose. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoanChoiceJourneyTest {
  static final String BOTH = "\"" + ABC_LOAN + "\",\"" + ICBC_LOAN + "\"";
  private static final long ASKED = 50_000_000L;

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

  private String demand() {
    return all.demand(all.first, RunningServer.USCC, ASKED);
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
