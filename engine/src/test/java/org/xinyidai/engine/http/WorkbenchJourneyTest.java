package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Organisations.Standing;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Seat;

/** What the pages of office, auditor and security administrator ask for besides cases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkbenchJourneyTest {
  private static final String HANDLING = "/api/v1/lender-handling";
  private static final String AUDIT = "/api/v1/audit";
  private static final String NAMES = "/api/v1/enterprise-names?uscc=";

  @TempDir Path folder;
  private WaitingTown town;
  private LoanParties all;

  @BeforeEach
  void start() {
    town = WaitingTown.in(folder);
    all = town.all;
  }

  @AfterEach
  void stop() {
    all.server.close();
  }

  @Test
  void lenders_are_counted_by_what_they_answered_when_and_how() {
    JsonNode before = handling(all.office, "").get(0);
    assertEquals("abc", before.path("lender").asText());
    assertEquals(1, before.path("waiting").asInt());
    assertEquals(1, before.path("overdue").asInt());
    assertTrue(before.path("inTimeShare").isNull());
    assertTrue(before.path("medianWorkingDays").isNull());

    String id = all.list(all.office, "?overdue=true").at("/0/id").asText();
    all.step(all.abc, id, "{\"step\":\"decline\",\"reason\":\"R01\",\"note\":\"不在范围\"}");
    JsonNode after = handling(all.office, "").get(0);
    assertEquals(1, after.path("answered").asInt());
    assertEquals(0, after.path("overdue").asInt());
    assertEquals(0.0, after.path("inTimeShare").asDouble(), "behind its 10 working days");
    assertEquals(0.0, after.path("approvalShare").asDouble());
    assertTrue(after.path("medianWorkingDays").asInt() > 10, after.toString());
  }

  @Test
  void a_district_counts_its_own_and_a_lender_itself() {
    assertEquals(1, handling(district("350100"), "").size());
    assertEquals(0, handling(district("440300"), "").size());
    assertEquals(0, handling(all.icbc, "").size());
    assertEquals(1, handling(all.abc, "?lender=icbc").size(), "its own, whatever it asks");
    assertEquals(403, all.server.getAs(all.first, HANDLING).statusCode());
  }

  @Test
  void names_are_told_without_a_reading_to_those_whose_enterprises_they_are() {
    Registered.deliver(all.server, RunningServer.USCC, "350100", "李四光");
    String codes = RunningServer.USCC + "," + RunningServer.OTHER_USCC;
    JsonNode names = ok(200, all.server.getAs(all.office, NAMES + codes)).path("names");
    assertEquals(1, names.size(), "the register knows one");
    assertEquals("示例公司", names.at("/0/name").asText());
    String own = "/api/v1/enterprises/" + RunningServer.USCC + "/accesses";
    assertEquals(0, ok(200, all.server.getAs(all.first, own)).path("accesses").size());
    assertEquals(
        0, ok(200, all.server.getAs(district("440300"), NAMES + codes)).path("names").size());
    assertEquals(400, all.server.getAs(all.office, NAMES + "nonsense").statusCode());
    String many = "x,".repeat(200) + "x";
    assertEquals(400, all.server.getAs(all.office, NAMES + many).statusCode());
    assertEquals(403, all.server.getAs(all.abc, NAMES + codes).statusCode());
  }

  @Test
  void the_audit_is_searched_from_the_newest_by_each_of_its_words() {
    town.objection();
    String auditor = all.server.token(Role.AUDITOR);
    JsonNode newest = page(auditor, "?before=0&limit=2");
    assertEquals(2, newest.path("entries").size());
    long last = newest.at("/entries/0/number").asLong();
    assertEquals(last - 1, newest.at("/entries/1/number").asLong(), "the newest first");
    JsonNode older = page(auditor, "?limit=2&before=" + newest.path("next").asLong());
    assertEquals(last - 2, older.at("/entries/0/number").asLong());

    String today = LoanParties.today().toString();
    String tomorrow = LoanParties.today().plusDays(1).toString();
    assertEquals(1, found(auditor, "&operation=postCase"));
    assertEquals(1, found(auditor, "&operation=postCase&role=enterprise&from=" + today));
    assertEquals(1, found(auditor, "&operation=postCase&organisation=" + RunningServer.USCC));
    assertEquals(0, found(auditor, "&operation=postCase&role=office"));
    assertEquals(0, found(auditor, "&operation=postCase&from=" + tomorrow));
    LocalDate before = LoanParties.today().minusDays(1);
    assertEquals(0, found(auditor, "&operation=postCase&until=" + before));
    assertEquals(400, all.server.getAs(auditor, AUDIT + "?before=0&from=soon").statusCode());
    assertEquals(everything(auditor), last, "no entry is left out or shown twice");
  }

  @Test
  void the_chain_is_followed_for_the_auditor_and_nobody_else() {
    JsonNode verdict =
        ok(200, all.server.getAs(all.server.token(Role.AUDITOR), AUDIT + "/verification"));
    assertTrue(verdict.path("whole").asBoolean());
    assertEquals(64, verdict.path("digest").asText().length());
    assertTrue(verdict.path("entries").asLong() >= verdict.path("head").asLong());
    for (Role role : List.of(Role.OFFICE, Role.SECURITY, Role.ADMIN)) {
      String token = all.server.token(role);
      assertEquals(403, all.server.getAs(token, AUDIT + "/verification").statusCode());
    }
  }

  private long everything(String auditor) {
    List<Long> numbers = new ArrayList<>();
    String next = "0";
    while (!next.equals("null")) {
      JsonNode page = page(auditor, "?limit=3&before=" + next);
      page.path("entries").forEach(entry -> numbers.add(entry.path("number").asLong()));
      next = page.path("next").asText();
    }
    assertEquals(numbers.size(), numbers.stream().distinct().count());
    return numbers.size();
  }

  private int found(String auditor, String query) {
    return page(auditor, "?before=0" + query).path("entries").size();
  }

  private JsonNode page(String auditor, String query) {
    return ok(200, all.server.getAs(auditor, AUDIT + query));
  }

  private JsonNode handling(String token, String query) {
    return ok(200, all.server.getAs(token, HANDLING + query)).path("lenders");
  }

  private String district(String division) {
    return all.server
        .backend
        .accounts()
        .issue("区", new Standing(Role.OFFICE, "区融资办", new Seat("o-1", division)))
        .token()
        .reveal();
  }
}
