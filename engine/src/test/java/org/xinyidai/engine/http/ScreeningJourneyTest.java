package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.RunningServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** A lender finds enterprises without knowing who they are, and those who consent answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningJourneyTest {
  private static final String JSON = "application/json";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String ARROW = "application/vnd.apache.arrow.stream";
  private static final String BANK = "示例银行";
  private static final String EVERYONE = "{}";
  private static final String TAXED =
      """
      {"conditions":[{"attribute":"division_code","anyOf":["4301"]},
       {"attribute":"industry_code","anyOf":["33"]},
       {"attribute":"age_months","from":24},
       {"attribute":"tax_rating_class","anyOf":["A","C"]},
       {"attribute":"tax_paid_fen_12m","from":50000000,"to":100000000}]}""";
  private static final String PRODUCT =
      """
      {"id":"cast-loan","version":1,"nameZh":"铸造贷","nameEn":"Cast loan",
       "lender":{"nameZh":"示例银行","nameEn":"Example Bank","type":"bank"},
       "amountFen":{"max":300000000},"termMonths":{"min":1,"max":12},"rateBp":{"fixed":395},
       "source":{"document":"示例","note":"for a test"},
       "criteria":[{"type":"range","attribute":"age_months","min":24},
        {"type":"set","attribute":"tax_rating_class","allowed":["A"]}]}""";

  @TempDir Path folder;
  private RunningServer server;
  private String bank;
  private String rival;
  private String office;
  private int keys;

  @BeforeEach
  void start() {
    server = ScreenedTown.open(folder);
    bank = server.token(Role.BANK, BANK);
    rival = server.token(Role.BANK, "另一家银行");
    office = server.token(Role.OFFICE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_lender_is_told_about_how_many_match_and_the_office_how_many() {
    JsonNode told = json(post(bank, "/screenings/counts", TAXED)).path("count");
    assertFalse(told.path("exact").asBoolean());
    assertEquals(0, told.path("count").asLong() % 10);
    assertTrue(Math.abs(told.path("count").asLong() - ScreenedTown.FIRMS) <= 10, told.toString());
    assertEquals(
        told,
        json(post(bank, "/screenings/counts", TAXED.replace("\"from\":24", "\"from\":12")))
            .path("count"),
        "the same group in other words is told the same");

    JsonNode plain = json(post(office, "/screenings/counts", TAXED)).path("count");
    assertEquals(ScreenedTown.FIRMS, plain.path("count").asLong());
    assertTrue(plain.path("exact").asBoolean());
  }

  @Test
  void counts_come_by_the_bands_of_an_attribute_too() {
    String body = "{\"by\":\"tax_rating_class\"}";
    JsonNode groups = json(post(office, "/screenings/counts", body)).path("groups");

    assertEquals(2, groups.size());
    assertEquals("C", groups.at("/0/band/zh").asText());
    assertEquals(ScreenedTown.FIRMS / 2, groups.at("/0/count/count").asLong());
  }

  @Test
  void a_small_group_is_neither_counted_nor_listed_nor_pulled() {
    // One alone paid what lies in the lower band after this correction.
    ScreenedTown.deliver(
        server,
        "tax_payment",
        "uscc,period,taxType,paidYuan,overdueYuan,dueOn,paidOn,receiptNumber\n"
            + ScreenedTown.CANARY
            + ",2024-01,增值税,20000,0,2024-02-15,2024-02-12,1\n");
    ScreenedTown.refresh(server);
    String alone = "{\"conditions\":[{\"attribute\":\"tax_paid_fen_12m\",\"to\":50000000}]}";

    JsonNode count = json(post(bank, "/screenings/counts", alone)).path("count");
    assertTrue(count.path("count").isNull());
    assertEquals(16, count.path("fewerThan").asInt());
    assertEquals(0, json(post(bank, "/screenings", alone)).path("enterprises").size());
    HttpResponse<String> pulled = post(bank, "/leads", withPurpose(alone));
    assertEquals(422, pulled.statusCode());
    assertEquals(1, json(post(office, "/screenings/counts", alone)).at("/count/count").asLong());
  }

  @Test
  void odd_bounds_are_moved_to_whole_bands_so_that_no_amount_can_be_felt_out() {
    String odd =
        "{\"conditions\":[{\"attribute\":\"tax_paid_fen_12m\",\"from\":%s,\"to\":100000000}]}";
    JsonNode below = json(post(office, "/screenings/counts", odd.formatted("50000001")));
    assertEquals(List.of("tax_paid_fen_12m"), texts(below.path("narrowed")));
    assertEquals(0, below.at("/count/count").asLong(), "no whole band lies inside");
  }

  @Test
  void what_cannot_be_asked_is_refused_by_name() {
    refused("conditions[0].attribute", condition("registered_capital_fen", "\"from\":1"));
    refused("conditions[0].anyOf", condition("industry_code", "\"anyOf\":[\"3391\"]"));
    refused("conditions[0].anyOf", condition("division_code", "\"anyOf\":[\"x\"]"));
    refused("conditions[0]", condition("age_months", "\"from\":9,\"to\":9"));
    refused("product", "{\"product\":\"no-such\"}");
    refused("by", "{\"by\":\"uscc\"}");
  }

  @Test
  void a_products_own_criteria_are_one_call_and_a_rivals_product_is_no_product() {
    assertEquals(201, post(bank, "/products", PRODUCT).statusCode());
    ScreenedTown.refresh(server);
    String body = "{\"product\":\"cast-loan\"}";

    JsonNode passing = json(post(office, "/screenings/counts", body)).path("count");
    assertEquals(ScreenedTown.FIRMS / 2, passing.path("count").asLong());
    assertEquals(200, post(bank, "/screenings/counts", body).statusCode());
    for (JsonNode row : json(post(bank, "/screenings", body)).path("enterprises")) {
      assertEquals("A", row.path("tax_rating_class").asText());
    }
    assertEquals(422, post(rival, "/screenings/counts", body).statusCode());
  }

  @Test
  void the_best_come_first_samples_are_drawn_by_a_seed_and_no_more_than_asked_are_shown() {
    JsonNode best = json(post(bank, "/screenings", "{\"limit\":20}")).path("enterprises");
    assertEquals(20, best.size());
    for (JsonNode row : best) {
      assertEquals("A", row.path("tax_rating_class").asText(), "the model prefers A");
      assertEquals("43010", row.path("division_code").asText().substring(0, 5));
    }
    String sample = "{\"order\":{\"seed\":%d},\"limit\":15}";
    String drawn = post(bank, "/screenings", sample.formatted(4)).body();
    assertEquals(drawn, post(bank, "/screenings", sample.formatted(4)).body());
    assertEquals(400, post(bank, "/screenings", "{\"limit\":\"x\"}").statusCode());
    assertEquals(422, post(bank, "/screenings", "{\"limit\":101}").statusCode());
  }

  @Test
  void no_byte_of_who_it_is_or_of_an_exact_amount_leaves_before_consent_in_any_form()
      throws IOException {
    List<String> told = new ArrayList<>();
    told.add(post(bank, "/screenings", EVERYONE.replace("}", "\"limit\":100}")).body());
    told.add(post(bank, "/screenings/counts", "{\"by\":\"industry_code\"}").body());
    HttpResponse<String> pulled = post(bank, "/leads", withPurpose(TAXED));
    assertEquals(201, pulled.statusCode(), pulled.body());
    assertEquals(ScreenedTown.FIRMS, json(pulled).path("leads").size());
    told.add(pulled.body() + pulled.headers().map());
    String place = pulled.headers().firstValue("Location").orElseThrow();
    told.add(server.getAs(bank, place, "Accept", "text/csv").body());
    told.add(unzipped(server.getBytesAs(bank, place, "Accept", XLSX).body()));
    byte[] arrow = server.getBytesAs(bank, place, "Accept", ARROW).body();
    told.add(new String(arrow, StandardCharsets.UTF_8));
    told.add(server.getAs(bank, "/api/v1/lead-exports").body());
    told.add(post(bank, "/leads", withPurpose("{\"limit\":40}")).body());

    for (String answer : told) {
      for (String canary :
          List.of(
              ScreenedTown.CANARY.value(),
              ScreenedTown.CANARY_NAME,
              ScreenedTown.CANARY_TAX,
              ScreenedTown.CANARY_FEN)) {
        assertFalse(answer.contains(canary), canary + " in " + answer);
      }
      assertFalse(answer.contains("铸造厂"), answer);
    }
  }

  @Test
  void every_form_of_an_export_names_its_puller_in_every_row() throws IOException {
    JsonNode export = json(post(bank, "/leads", withPurpose(EVERYONE)));
    String place = "/api/v1/lead-exports/" + export.path("id").asText();
    assertEquals(BANK, export.path("pulledBy").asText());

    String csv = server.getAs(bank, place, "Accept", "text/csv").body();
    String[] lines = csv.split("\r?\n");
    assertEquals(1 + ScreenedTown.FIRMS, lines.length);
    for (int i = 1; i < lines.length; i++) {
      assertTrue(lines[i].contains(BANK) && lines[i].contains(export.path("id").asText()));
    }
    String sheets = unzipped(server.getBytesAs(bank, place, "Accept", XLSX).body());
    assertTrue(sheets.contains(BANK) && sheets.contains("watermark"));
    byte[] arrow = server.getBytesAs(bank, place, "Accept", ARROW).body();
    try (RootAllocator memory = new RootAllocator();
        ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(arrow), memory)) {
      var batch = reader.getVectorSchemaRoot();
      assertEquals(BANK, batch.getSchema().getCustomMetadata().get("pulled_by"));
      assertTrue(reader.loadNextBatch());
      assertEquals(ScreenedTown.FIRMS, batch.getRowCount());
      assertEquals(BANK, batch.getVector("pulled_by").getObject(3).toString());
      assertTrue(batch.getVector("stars_band").getObject(0) instanceof Double);
    }

    String mark = export.at("/leads/5/mark").asText();
    JsonNode trace = json(server.getAs(office, "/api/v1/lead-traces/" + mark));
    assertEquals(BANK, trace.path("lender").asText());
    assertEquals(export.path("id"), trace.path("exportId"));
    assertEquals(403, server.getAs(bank, "/api/v1/lead-traces/" + mark).statusCode());
  }

  @Test
  void numbers_are_numbers_in_a_workbook_and_no_text_runs_as_a_formula() throws IOException {
    String body = "{\"purpose\":\"=2+3\"}";
    String place = post(bank, "/leads", body).headers().firstValue("Location").orElseThrow();

    String csv = server.getAs(bank, place, "Accept", "text/csv").body();
    assertTrue(csv.contains(",'=2+3"), csv);
    String sheets = unzipped(server.getBytesAs(bank, place, "Accept", XLSX).body());
    assertTrue(sheets.contains("'=2+3") || sheets.contains("&apos;=2+3"), sheets);
    assertTrue(sheets.matches("(?s).*<c r=\"[A-Z]+2\"[^>]*><v>[1-5]</v>.*"), sheets);
  }

  @Test
  void two_lenders_know_one_enterprise_by_names_that_cannot_be_put_together() {
    Set<String> ours = ids(json(post(bank, "/leads", withPurpose(EVERYONE))));
    Set<String> again = ids(json(post(bank, "/leads", withPurpose(EVERYONE))));
    Set<String> theirs = ids(json(post(rival, "/leads", withPurpose(EVERYONE))));

    assertEquals(ours, again);
    assertEquals(ScreenedTown.FIRMS, theirs.size());
    theirs.retainAll(ours);
    assertEquals(Set.of(), theirs);
  }

  @Test
  void a_lender_finds_nothing_of_anothers_searches_exports_and_leads() {
    String saved = "{\"name\":\"铸造\",\"search\":" + TAXED + "}";
    String search = post(bank, "/saved-searches", saved).headers().firstValue("Location").get();
    JsonNode export = json(post(bank, "/leads", withPurpose(EVERYONE)));
    String place = "/api/v1/lead-exports/" + export.path("id").asText();

    assertEquals(200, server.getAs(bank, search).statusCode());
    assertEquals(404, server.getAs(rival, search).statusCode());
    assertEquals(
        404, post(rival, search.substring("/api/v1".length()) + "/removal", "").statusCode());
    assertEquals("{\"searches\":[]}", server.getAs(rival, "/api/v1/saved-searches").body());
    assertEquals(404, server.getAs(rival, place).statusCode());
    assertFalse(server.getAs(rival, "/api/v1/lead-exports").body().contains("e-"));
    String lead = export.at("/leads/0/leadId").asText();
    assertEquals(201, post(rival, "/products", PRODUCT.replace(BANK, "另一家银行")).statusCode());
    String product = "{\"product\":\"cast-loan\"}";
    assertEquals(404, post(rival, "/leads/" + lead + "/invitation", product).statusCode());
    assertEquals(
        200, post(bank, search.substring("/api/v1".length()) + "/removal", "").statusCode());
    assertEquals(404, server.getAs(bank, search).statusCode());
  }

  @Test
  void the_quota_of_a_day_is_set_by_the_office_and_holds() {
    String quota = "{\"lender\":\"示例银行\",\"leadsPerDay\":50,\"invitationsPerDay\":1}";
    assertEquals(200, post(office, "/lead-quota", quota).statusCode());
    assertEquals(403, post(bank, "/lead-quota", quota).statusCode());

    assertEquals(40, json(post(bank, "/leads", withPurpose(EVERYONE))).path("count").asInt());
    JsonNode cut = json(post(bank, "/leads", withPurpose(EVERYONE)));
    assertEquals(10, cut.path("count").asInt());
    assertTrue(cut.path("cutByQuota").asBoolean());
    HttpResponse<String> spent = post(bank, "/leads", withPurpose(EVERYONE));
    assertEquals(429, spent.statusCode());
    assertTrue(Long.parseLong(spent.headers().firstValue("Retry-After").get()) <= 86_400);
    JsonNode standing = json(server.getAs(bank, "/api/v1/lead-quota"));
    assertEquals(0, standing.path("leadsLeft").asInt());
    assertEquals(201, post(rival, "/leads", withPurpose(EVERYONE)).statusCode());
  }

  @Test
  void sent_twice_under_one_key_leads_are_pulled_and_counted_once_in_any_form() {
    String body = withPurpose(EVERYONE);
    String[] key = {"Idempotency-Key", "once"};
    String path = "/api/v1/leads";
    JsonNode first = json(server.postAs(bank, path, JSON, body, key));
    String csv =
        server
            .postAs(bank, path, JSON, body, "Idempotency-Key", "once", "Accept", "text/csv")
            .body();

    assertTrue(csv.contains(first.path("id").asText()));
    assertEquals(460, json(server.getAs(bank, "/api/v1/lead-quota")).path("leadsLeft").asInt());
  }

  @Test
  void an_enterprise_sees_who_had_it_in_a_list_is_invited_and_opens_what_it_likes() {
    assertEquals(201, post(bank, "/products", PRODUCT).statusCode());
    JsonNode export = json(post(bank, "/leads", withPurpose(EVERYONE)));
    String place = "/api/v1/lead-exports/" + export.path("id").asText();
    String own = server.token(Role.ENTERPRISE, ScreenedTown.CANARY.value());
    String file = "/api/v1/enterprises/" + ScreenedTown.CANARY + "/accesses";
    JsonNode seen = json(server.getAs(own, file)).at("/accesses/0");
    assertEquals(BANK, seen.path("organisation").asText());
    assertEquals("postLeads", seen.path("operation").asText());
    assertTrue(seen.path("purpose").asText().startsWith("春季走访"), seen.toString());

    String product = "{\"product\":\"cast-loan\"}";
    for (String lead : ids(export)) {
      post(bank, "/leads/" + lead + "/invitation", product);
    }
    assertEquals(
        429,
        post(bank, "/leads/" + ids(export).iterator().next() + "/invitation", product).statusCode(),
        "once in thirty days");
    JsonNode notice = json(server.getAs(own, "/api/v1/notifications")).at("/notices/0");
    assertEquals("LEAD_INVITATION", notice.path("kind").asText());
    assertTrue(notice.at("/text/zh").asText().contains("铸造贷"));

    JsonNode consent = consent(own, "\"identity\",\"features\"");
    JsonNode opened = opened(place);
    assertEquals(ScreenedTown.CANARY_NAME, opened.at("/details/name").asText());
    assertEquals(
        Long.parseLong(ScreenedTown.CANARY_FEN), opened.at("/details/tax_paid_fen_12m").asLong());
    assertFalse(opened.path("details").has("score_points"), "the score was not given");
    assertEquals(
        "getLeadExport", json(server.getAs(own, file)).at("/accesses/0/operation").asText());

    post(own, "/consents/" + consent.path("id").asText() + "/revocation", "");
    assertFalse(server.getAs(bank, place).body().contains(ScreenedTown.CANARY_NAME));
  }

  @Test
  void a_purpose_is_asked_for_and_those_who_have_no_business_here_are_let_in_nowhere() {
    assertEquals(422, post(bank, "/leads", EVERYONE).statusCode());
    String firm = server.token(Role.ENTERPRISE, ScreenedTown.CANARY.value());
    for (String path : List.of("/screenings", "/screenings/counts", "/leads")) {
      assertEquals(403, post(firm, path, withPurpose(EVERYONE)).statusCode(), path);
    }
    assertEquals(403, post(office, "/leads", withPurpose(EVERYONE)).statusCode());
    assertEquals(202, post(office, "/screenings/index", "").statusCode());
    assertEquals(200, server.getAs(bank, "/api/v1/screenings/attributes").statusCode());
  }

  private JsonNode opened(String place) {
    List<JsonNode> opened = new ArrayList<>();
    for (JsonNode lead : json(server.getAs(bank, place)).path("leads")) {
      if (lead.path("details").size() > 0) {
        opened.add(lead);
      }
    }
    assertEquals(1, opened.size());
    return opened.get(0);
  }

  private JsonNode consent(String enterprise, String categories) {
    HttpResponse<String> given =
        post(
            enterprise,
            "/consents",
            """
            {"grantee":"%s","purpose":"loan_review","categories":[%s],"months":6,
             "textVersion":1}"""
                .formatted(BANK, categories));
    assertEquals(201, given.statusCode(), given.body());
    return json(given);
  }

  private void refused(String field, String body) {
    HttpResponse<String> answer = post(bank, "/screenings/counts", body);
    assertEquals(422, answer.statusCode(), answer.body());
    assertEquals(field, json(answer).path("field").asText());
  }

  private static String condition(String attribute, String rest) {
    return "{\"conditions\":[{\"attribute\":\"%s\",%s}]}".formatted(attribute, rest);
  }

  private static String withPurpose(String body) {
    String comma = body.equals(EVERYONE) ? "" : ",";
    return "{\"purpose\":\"春季走访\"" + comma + body.substring(1);
  }

  private HttpResponse<String> post(String token, String path, String body) {
    String key = "k-" + ++keys;
    if (body.isEmpty()) {
      return server.send(
          server
              .request("/api/v1" + path, "Idempotency-Key", key)
              .header("Authorization", "Bearer " + token)
              .POST(BodyPublishers.noBody()));
    }
    return server.postAs(token, "/api/v1" + path, JSON, body, "Idempotency-Key", key);
  }

  private static Set<String> ids(JsonNode export) {
    Set<String> ids = new HashSet<>();
    export.path("leads").forEach(lead -> ids.add(lead.path("leadId").asText()));
    assertNotEquals(Set.of(), ids);
    return ids;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private String unzipped(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("leads.xlsx"), bytes);
    StringBuilder text = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
