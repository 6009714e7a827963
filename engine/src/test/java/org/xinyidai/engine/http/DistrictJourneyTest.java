package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.api.Api;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.identity.Permissions;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.warning.EnterpriseWarnings;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.warning.Severity;
import org.xinyidai.models.warning.Warning;

/** The office of a district and that of the city look at the same platform; branches share. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DistrictJourneyTest {
  private static final String JSON = "application/json";
  private static final String OWN = RunningServer.USCC;
  private static final String OTHER = RunningServer.OTHER_USCC;

  /** Stand in the files of their enterprise and nowhere else. */
  private static final String OWN_CANARY = "李四光";

  private static final String OTHER_CANARY = "钱三强";

  @TempDir static Path folder;
  private static RunningServer server;
  private static Organisations organisations;
  private static String security;
  private static String city;
  private static String district;
  private static int keys;

  @BeforeAll
  static void start() {
    server = RunningServer.in(folder);
    security = server.token(Role.SECURITY);
    organisations = new Organisations(server.backend.platform().store(), new SecureRandom());
    String head = add("{\"kind\":\"office\",\"name\":\"市金融办\"}");
    city = tokenAt(head);
    district =
        tokenAt(
            add(
                "{\"kind\":\"office\",\"name\":\"仓山区金融办\",\"parent\":\"%s\",\"division\":\"350104\"}"
                    .formatted(head)));
    // The code of the first says another district than its registered place does.
    Registered.deliver(server, OWN, "350104", OWN_CANARY);
    Registered.deliver(server, OTHER, "350105", OTHER_CANARY);
    for (String uscc : List.of(OWN, OTHER)) {
      list(uscc);
      file(uscc);
      warn(uscc);
    }
  }

  /** Keeps a warning as the nightly task does. */
  private static void warn(String uscc) {
    LocalDate day = LocalDate.of(2024, 6, 30);
    Warning warning =
        new Warning(
            "sales", Severity.WATCH, "销售下降", "sales fell", "sales", day, 3, 2, 1, "下降", "fell");
    EnterpriseWarnings kept = new EnterpriseWarnings(uscc, day, List.of(warning), Map.of());
    byte[] key = (new Uscc(uscc).divisionCode() + uscc).getBytes(StandardCharsets.US_ASCII);
    server
        .backend
        .platform()
        .store()
        .execute(
            changes -> {
              changes.put(Family.WARNINGS, key, StoredJson.write(kept));
              return uscc;
            });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everything_about_one_enterprise_is_there_for_its_district_and_for_no_other() {
    for (Endpoint endpoint :
        districtReads().filter(one -> one.path().contains("{uscc}")).toList()) {
      String path = "/api/v1" + endpoint.path().replaceAll("\\{(?!uscc)\\w+}", "x");
      int seen = server.getAs(city, path.replace("{uscc}", OTHER)).statusCode();
      HttpResponse<String> others = server.getAs(district, path.replace("{uscc}", OTHER));
      HttpResponse<String> own = server.getAs(district, path.replace("{uscc}", OWN));

      assertEquals(404, others.statusCode(), path);
      assertFalse(others.body().contains(OTHER_CANARY), path);
      assertEquals(seen, own.statusCode(), path + ": as the city's office sees it");
      assertNotEquals(403, own.statusCode(), path);
    }
  }

  @Test
  void lists_hold_the_enterprises_of_the_district_and_not_a_byte_of_others() {
    List<String> lists = new ArrayList<>();
    for (Endpoint endpoint : districtReads().filter(one -> !one.path().contains("{")).toList()) {
      HttpResponse<String> all = server.getAs(city, "/api/v1" + endpoint.path());
      HttpResponse<String> own = server.getAs(district, "/api/v1" + endpoint.path());

      assertEquals(200, own.statusCode(), endpoint.path());
      assertFalse(own.body().contains(OTHER), endpoint.path());
      assertFalse(own.body().contains(OTHER_CANARY), endpoint.path());
      assertEquals(
          all.body().contains(OWN), own.body().contains(OWN), endpoint.path() + own.body());
      if (all.body().contains(OTHER)) {
        lists.add(endpoint.path());
      }
    }
    for (String seen :
        List.of("/credit-lists", "/demands", "/objections", "/reviews", "/warnings")) {
      assertTrue(lists.contains(seen), "the city's office sees both: " + lists);
    }
  }

  @Test
  void a_demand_and_a_case_are_found_by_the_district_of_their_enterprise_alone() {
    for (String path : List.of("/demands/" + demand(OTHER), "/objections/" + caseOf(OTHER))) {
      assertEquals(200, server.getAs(city, "/api/v1" + path).statusCode(), path);
      assertEquals(404, server.getAs(district, "/api/v1" + path).statusCode(), path);
    }
    for (String path : List.of("/demands/" + demand(OWN), "/objections/" + caseOf(OWN))) {
      assertEquals(200, server.getAs(district, "/api/v1" + path).statusCode(), path);
    }
    assertEquals(
        404,
        post(
                district,
                "/api/v1/objections/" + caseOf(OTHER) + "/steps",
                "{\"step\":\"ASK_SOURCE\",\"note\":\"x\"}")
            .statusCode());
  }

  @Test
  void what_is_the_citys_alone_is_refused_to_a_district() {
    for (String path : List.of("/training-sets/x", "/resolutions", "/cleanings", "/tasks/x")) {
      assertEquals(403, server.getAs(district, "/api/v1" + path).statusCode(), path);
    }
  }

  @Test
  void branches_of_a_lender_share_what_is_its_own_and_lenders_share_nothing() {
    String head = add("{\"kind\":\"small_loan\",\"name\":\"上街小贷\"}");
    String branch =
        add("{\"kind\":\"small_loan\",\"name\":\"上街小贷城东支行\",\"parent\":\"%s\"}".formatted(head));
    String rival = add("{\"kind\":\"guarantee\",\"name\":\"另一担保\"}");
    String enterprise = server.token(Role.ENTERPRISE, OWN);
    String officer = tokenAt(branch);
    String consent =
        "{\"grantee\":\"上街小贷\",\"purpose\":\"loan_review\",\"categories\":[\"identity\"],"
            + "\"months\":6,\"textVersion\":1}";
    assertEquals(201, post(enterprise, "/api/v1/consents", consent).statusCode());

    String file = "/api/v1/enterprises/" + OWN;
    assertEquals(200, server.getAs(officer, file).statusCode());
    assertEquals(200, server.getAs(tokenAt(head), file).statusCode());
    assertEquals(404, server.getAs(tokenAt(rival), file).statusCode());
    assertTrue(server.getAs(officer, "/api/v1/consents").body().contains("上街小贷"));
    assertFalse(server.getAs(tokenAt(rival), "/api/v1/consents").body().contains("上街小贷"));
  }

  @Test
  void the_tree_takes_no_branch_of_another_kind_no_name_twice_and_no_district_without_its_code() {
    String head = add("{\"kind\":\"pawn\",\"name\":\"上街典当\"}");
    for (String refused :
        List.of(
            "{\"kind\":\"pawn\",\"name\":\"上街典当\"}",
            "{\"kind\":\"bank\",\"name\":\"支行\",\"parent\":\"%s\"}".formatted(head),
            "{\"kind\":\"pawn\",\"name\":\"支行\",\"parent\":\"o-0\"}",
            "{\"kind\":\"casino\",\"name\":\"x\"}",
            "{\"kind\":\"office\",\"name\":\"某区\",\"division\":\"35\"}")) {
      assertEquals(422, post(security, "/api/v1/organisations", refused).statusCode(), refused);
    }
    assertEquals(
        403,
        post(city, "/api/v1/organisations", "{\"kind\":\"pawn\",\"name\":\"y\"}").statusCode());
  }

  @Test
  void an_invitation_to_a_unit_tells_role_organisation_and_district() {
    String unit = add("{\"kind\":\"bank\",\"name\":\"城商行\"}");
    assertEquals(
        201,
        post(security, "/api/v1/invitations", "{\"name\":\"客户经理\",\"unit\":\"%s\"}".formatted(unit))
            .statusCode());
    assertEquals(
        422,
        post(
                security,
                "/api/v1/invitations",
                "{\"name\":\"x\",\"role\":\"office\",\"unit\":\"%s\"}".formatted(unit))
            .statusCode());
    JsonNode accounts =
        RunningServer.json(server.getAs(security, "/api/v1/accounts")).path("accounts");
    boolean found = false;
    for (JsonNode account : accounts) {
      found |=
          account.path("name").asText().equals("客户经理")
              && account.path("role").asText().equals("bank")
              && account.path("organisation").asText().equals("城商行")
              && account.path("kind").asText().equals("bank");
    }
    assertTrue(found, accounts.toString());
  }

  private static Stream<Endpoint> districtReads() {
    return Api.endpoints(server.backend, BodyLimits.standard(), null, null).stream()
        .filter(one -> one.method().equals(HttpMethod.GET))
        .filter(
            one -> Permissions.of(one.operation()).orElseThrow().ofDistricts() == Reach.DISTRICT);
  }

  private static void list(String uscc) {
    server.postAs(
        server.token(Role.SOURCE, "lists"),
        "/api/v1/records/credit_list",
        "text/csv",
        "uscc,decidedOn,list,action,documentNumber,legalBasis,authority\n"
            + uscc
            + ",2024-01-10,BLACK,ENTERED,文号,条例第九条,某局\n",
        "Idempotency-Key",
        "list-" + uscc);
  }

  private static void file(String uscc) {
    String token = server.token(Role.ENTERPRISE, uscc);
    String name = uscc.equals(OWN) ? OWN_CANARY : OTHER_CANARY;
    String claim =
        "{\"legalRepresentative\":\"%s\",\"bank\":\"上街农商行\",\"accountNumber\":\"62220000\"}";
    assertEquals(201, post(token, "/api/v1/verifications", claim.formatted(name)).statusCode());
    String fact =
        RunningServer.json(server.getAs(token, "/api/v1/enterprises/" + uscc + "/facts"))
            .path("facts")
            .get(0)
            .path("id")
            .asText();
    String objection =
        "{\"uscc\":\"%s\",\"factId\":\"%s\",\"statement\":\"%s\"}".formatted(uscc, fact, name);
    assertEquals(201, post(token, "/api/v1/objections", objection).statusCode());
    String review =
        "{\"about\":\"match\",\"reference\":\"%s\",\"statement\":\"%s\"}"
            .formatted(demand(uscc), name);
    assertEquals(201, post(token, "/api/v1/reviews", review).statusCode());
  }

  private static String caseOf(String uscc) {
    String token = server.token(Role.ENTERPRISE, uscc);
    return RunningServer.json(server.getAs(token, "/api/v1/objections"))
        .path("cases")
        .get(0)
        .path("id")
        .asText();
  }

  private static String demand(String uscc) {
    String body =
        "{\"uscc\":\"%s\",\"amountFen\":50000000,\"termMonths\":12,\"purpose\":\"workingCapital\"}"
            .formatted(uscc);
    HttpResponse<String> posted =
        post(server.token(Role.ENTERPRISE, uscc), "/api/v1/demands", body);
    assertEquals(201, posted.statusCode(), posted.body());
    return RunningServer.json(posted).path("id").asText();
  }

  private static String add(String body) {
    HttpResponse<String> added = post(security, "/api/v1/organisations", body);
    assertEquals(201, added.statusCode(), added.body());
    return RunningServer.json(added).path("id").asText();
  }

  private static String tokenAt(String unit) {
    Organisations.Standing standing =
        organisations.standing(organisations.find(unit).orElseThrow());
    return server.backend.accounts().issue("某人", standing).token().reveal();
  }

  private static HttpResponse<String> post(String token, String path, String body) {
    return server.send(
        server
            .request(
                path,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                JSON,
                "Idempotency-Key",
                "d" + keys++)
            .POST(BodyPublishers.ofString(body)));
  }
}
