package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.RunningServer.json;
import static org.xinyidai.engine.http.ScreenedTown.BANK;
import static org.xinyidai.engine.http.ScreenedTown.EVERYONE;
import static org.xinyidai.engine.http.ScreenedTown.PRODUCT;
import static org.xinyidai.engine.http.ScreenedTown.TAXED;
import static org.xinyidai.engine.http.ScreenedTown.withPurpose;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.consent.Consent;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.consent.Purpose;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.store.Store;

/**
 * Leads leave without names and with a mark, and an enterprise that is invited opens what it likes.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadJourneyTest {
  private static final String JSON = "application/json";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Pattern CHARACTER = Pattern.compile("&#x([0-9a-fA-F]+);");
  private static final String ARROW = "application/vnd.apache.arrow.stream";

  @TempDir Path folder;
  private RunningServer server;
  private String bank;
  private String rival;
  private String office;

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
    List<String> lines = csv.lines().skip(1).toList();
    assertEquals(ScreenedTown.FIRMS, lines.size());
    for (String line : lines) {
      assertTrue(line.contains(BANK) && line.contains(export.path("id").asText()), line);
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
      assertTrue(batch.getVector("score_points") instanceof Float8Vector, "also without a number");
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
    assertEquals(
        201,
        post(server.token(Role.ADMIN), "/products", PRODUCT.replace(BANK, "另一家银行")).statusCode());
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

    assertEquals(201, post(server.token(Role.ADMIN), "/products", PRODUCT).statusCode());
    Iterator<String> leads = ids(cut).iterator();
    assertEquals(200, invite(leads.next()).statusCode());
    assertEquals(429, invite(leads.next()).statusCode(), "one invitation a day");
  }

  @Test
  void of_pulls_at_once_none_passes_the_quota_and_none_that_came_too_late_is_an_empty_export() {
    String quota = "{\"lender\":\"示例银行\",\"leadsPerDay\":50,\"invitationsPerDay\":1}";
    assertEquals(200, post(office, "/lead-quota", quota).statusCode());
    List<HttpResponse<String>> answers =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> post(bank, "/leads", withPurpose(EVERYONE)))
            .toList();

    List<Integer> pulled =
        answers.stream()
            .filter(answer -> answer.statusCode() == 201)
            .map(answer -> json(answer).path("count").asInt())
            .sorted()
            .toList();
    assertEquals(List.of(10, 40), pulled);
    assertEquals(4, answers.stream().filter(answer -> answer.statusCode() == 429).count());
  }

  private HttpResponse<String> invite(String lead) {
    return post(bank, "/leads/" + lead + "/invitation", "{\"product\":\"cast-loan\"}");
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
    assertEquals(201, post(server.token(Role.ADMIN), "/products", PRODUCT).statusCode());
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
  void a_consent_that_has_ended_opens_nothing_in_an_export() {
    JsonNode export = json(post(bank, "/leads", withPurpose(EVERYONE)));
    Store store = server.backend.platform().store();
    Consents consents = new Consents(store);
    Instant now = store.instant();
    Consent ended =
        new Consent(
            "c-" + "0".repeat(24),
            ScreenedTown.CANARY.value(),
            BANK,
            Purpose.LOAN_REVIEW,
            List.of(DataCategory.IDENTITY),
            1,
            "00",
            now.minusSeconds(60),
            now, // after the export was pulled, and before it is read again
            null);
    store.execute(changes -> consents.put(changes, ended));

    String place = "/api/v1/lead-exports/" + export.path("id").asText();
    assertFalse(server.getAs(bank, place).body().contains(ScreenedTown.CANARY_NAME));
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

  private HttpResponse<String> post(String token, String path, String body) {
    return ScreenedTown.post(server, token, path, body);
  }

  private static Set<String> ids(JsonNode export) {
    Set<String> ids = new HashSet<>();
    export.path("leads").forEach(lead -> ids.add(lead.path("leadId").asText()));
    assertNotEquals(Set.of(), ids);
    return ids;
  }

  private String unzipped(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("leads.xlsx"), bytes);
    StringBuilder text = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    // Beyond ASCII the writer gives the number of a character.
    return CHARACTER
        .matcher(text)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }
}
