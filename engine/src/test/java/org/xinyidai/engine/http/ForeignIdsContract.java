package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinyidai.engine.identity.Organisations.Standing;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Seat;
import org.xinyidai.engine.store.StoreGauge;

/**
 * What is another's and what is not there at all are answered alike and with the same work, so that
 * neither words nor time tell of the difference. The work is counted: keys looked up in the store.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForeignIdsContract {
  private static final String ENTERPRISE = "/api/v1/enterprises/" + RunningServer.USCC;
  private static final String RATING =
      "uscc,publishedOn,year,grade\n" + RunningServer.USCC + ",2024-04-20,2023,A\n";

  /** What goes on by itself meanwhile may add to one count, never take away from the least. */
  private static final int TRIES = 5;

  @TempDir static Path folder;
  private static LoanParties all;
  private static final Map<String, String> ids = new HashMap<>();

  /** Who asks for what with a number of somebody else; {@code body} is empty for a look. */
  record Row(String who, String token, String path, String id, String body) {
    @Override
    public String toString() {
      return who + " " + path;
    }
  }

  @BeforeAll
  static void fill() {
    RunningServer server = ScreenedTown.open(folder);
    all = new LoanParties(server);
    ScreenedTown.deliver(server, "tax_rating", RATING);
    ids.put("demand", all.demand(all.first, RunningServer.USCC, 10_000_000L));
    JsonNode applied = all.apply(all.first, ids.get("demand"), "\"" + LoanParties.ABC_LOAN + "\"");
    ids.put("application", applied.at("/0/id").asText());
    String question =
        "{\"about\":{\"kind\":\"product\",\"id\":\"%s\"},\"text\":\"利率？\"}"
            .formatted(LoanParties.ABC_LOAN);
    ids.put("inquiry", made(all.first, "/api/v1/inquiries", question, "id"));
    ids.put(
        "report", made(all.first, ENTERPRISE + "/credit-reports", "{\"purpose\":\"投标\"}", "code"));
    ids.put("export", made(all.abc, "/api/v1/leads", ScreenedTown.withPurpose("{}"), "id"));
    String search = "{\"name\":\"铸造\",\"search\":" + ScreenedTown.TAXED + "}";
    ids.put("search", made(all.abc, "/api/v1/saved-searches", search, "id"));
    ids.put("score", text(server.getAs(all.first, ENTERPRISE + "/score"), "/scoreId"));
    ids.put("consent", text(server.getAs(all.first, "/api/v1/consents"), "/consents/0/id"));
    String review = "{\"about\":\"match\",\"reference\":\"%s\",\"statement\":\"请复核\"}";
    ids.put(
        "review", made(all.first, "/api/v1/reviews", review.formatted(ids.get("demand")), "id"));
    String fact = text(server.getAs(all.first, ENTERPRISE + "/facts"), "/facts/0/id");
    String objection = "{\"uscc\":\"%s\",\"factId\":\"%s\",\"statement\":\"有误\"}";
    ids.put(
        "objection",
        made(all.first, "/api/v1/objections", objection.formatted(RunningServer.USCC, fact), "id"));
    consentTo(LoanParties.ICBC);
  }

  /** So that what keeps a lender from the reports of others is not that it may read of nobody. */
  private static void consentTo(String lender) {
    String consent =
        "{\"grantee\":\"%s\",\"purpose\":\"loan_review\",\"categories\":[\"identity\"],"
            + "\"months\":6,\"textVersion\":1}";
    made(all.first, "/api/v1/consents", consent.formatted(lender), "id");
  }

  @AfterAll
  static void stop() {
    all.server.close();
  }

  static Stream<Row> rows() {
    String district =
        all.server
            .backend
            .accounts()
            .issue("区金融办", new Standing(Role.OFFICE, "区金融办", new Seat("o-9", "350999")))
            .token()
            .reveal();
    List<Row> rows = new ArrayList<>();
    for (String one :
        List.of(
            "/demands/{demand}",
            "/demands/{demand}/matches",
            "/applications/{application}",
            "/applications/{application}/history",
            "/scores/{score}",
            "/reviews/{review}",
            "/objections/{objection}")) {
      rows.add(row("enterprise", all.second, one, ""));
      rows.add(row("district", district, one, ""));
    }
    rows.add(row("district", district, "/scores/{score}/replay", ""));
    for (String one : List.of("/applications/{application}", "/scores/{score}")) {
      rows.add(row("bank", all.icbc, one, ""));
    }
    for (String one :
        List.of("/inquiries/{inquiry}", "/inquiries/{inquiry}/files/1", "/consents/{consent}")) {
      rows.add(row("enterprise", all.second, one, ""));
      rows.add(row("bank", all.icbc, one, ""));
    }
    for (String one : List.of("/lead-exports/{export}", "/saved-searches/{search}")) {
      rows.add(row("bank", all.icbc, one, ""));
    }
    String report = "/enterprises/" + RunningServer.OTHER_USCC + "/credit-reports/{report}";
    rows.add(row("enterprise", all.second, report, ""));
    rows.add(
        row(
            "bank",
            all.icbc,
            "/enterprises/" + RunningServer.USCC + "/credit-reports/{report}",
            ""));
    rows.add(row("enterprise", all.second, "/demands/{demand}/closure", " "));
    rows.add(
        row(
            "enterprise",
            all.second,
            "/demands/{demand}/applications",
            "{\"products\":[\"%s\"],%s}".formatted(LoanParties.ABC_LOAN, LoanParties.CONSENT)));
    rows.add(row("bank", all.icbc, "/applications/{application}/steps", "{\"step\":\"accept\"}"));
    rows.add(row("bank", all.icbc, "/inquiries/{inquiry}/messages", "{\"text\":\"?\"}"));
    rows.add(row("enterprise", all.second, "/consents/{consent}/revocation", " "));
    return rows.stream();
  }

  private static Row row(String who, String token, String path, String body) {
    String name = path.replaceAll(".*\\{(\\w+)}.*", "$1");
    return new Row(who, token, path, ids.get(name), body);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void what_is_anothers_and_what_is_nowhere_are_answered_alike_and_with_the_same_work(Row row) {
    HttpResponse<String> others = ask(row, row.id());
    HttpResponse<String> none = ask(row, altered(row.id()));

    assertEquals(404, others.statusCode(), others.body());
    assertEquals(404, none.statusCode(), none.body());
    assertEquals(withoutId(none.body()), withoutId(others.body()));
    assertEquals(none.headers().map().keySet(), others.headers().map().keySet());
    assertEquals(work(row, altered(row.id())), work(row, row.id()), "keys looked up");
  }

  private static long work(Row row, String id) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long before = lookups();
      ask(row, id);
      least = Math.min(least, lookups() - before);
    }
    return least;
  }

  private static long lookups() {
    return all.server.backend.platform().store().gauge(StoreGauge.LOOKUPS);
  }

  private static HttpResponse<String> ask(Row row, String id) {
    String path = "/api/v1" + row.path().replaceAll("\\{\\w+}", id);
    return row.body().isEmpty()
        ? all.server.getAs(row.token(), path)
        : all.post(row.token(), path, row.body().strip());
  }

  private static String made(String token, String path, String body, String member) {
    HttpResponse<String> answer = all.post(token, path, body);
    assertEquals(201, answer.statusCode(), answer.body());
    return text(answer, "/" + member);
  }

  private static String text(HttpResponse<String> answer, String place) {
    String text = RunningServer.json(answer).at(place).asText();
    assertEquals(false, text.isEmpty(), place + " in " + answer.body());
    return text;
  }

  private static String altered(String id) {
    char last = id.charAt(id.length() - 1);
    return id.substring(0, id.length() - 1) + (last == '0' ? '1' : '0');
  }

  private static String withoutId(String body) {
    return body.replaceAll("\"requestId\":\"[^\"]*\"", "");
  }
}
