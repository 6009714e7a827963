package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.RunningServer.json;
import static org.xinyidai.engine.http.ScreenedTown.BANK;
import static org.xinyidai.engine.http.ScreenedTown.CANARY;
import static org.xinyidai.engine.http.ScreenedTown.EVERYONE;
import static org.xinyidai.engine.http.ScreenedTown.FIRMS;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.archive.Retention;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lead.LeadErasure;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * Whoever leaves the platform leaves nothing behind in what lenders pulled, saved and were
 * answered.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadErasureJourneyTest {
  private static final String LEADS = "/api/v1/lead-exports";

  @TempDir Path folder;
  private RunningServer server;
  private Store store;
  private String bank;

  @BeforeEach
  void start() {
    server = ScreenedTown.open(folder);
    store = server.backend.platform().store();
    bank = server.token(Role.BANK, BANK);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_enterprise_whose_last_account_closes_is_in_no_export_and_under_no_name() {
    server.token(Role.ENTERPRISE, CANARY.value());
    server.token(Role.ENTERPRISE, CANARY.value());
    JsonNode export = json(post(bank, "/leads", ScreenedTown.withPurpose(EVERYONE)));
    String place = LEADS + "/" + export.path("id").asText();
    assertEquals(2, leadsThatTell(CANARY.value()), "the export, and the name of the lead");
    assertEquals(FIRMS, count(Family.LEADS, 'm'));

    List<Account> accounts = accountsOf(Role.ENTERPRISE);
    remove(accounts.get(0));
    assertEquals(FIRMS, json(server.getAs(bank, place)).path("leads").size(), "one is left");
    remove(accounts.get(1));

    assertEquals(0, leadsThatTell(CANARY.value()));
    assertEquals(FIRMS - 1, json(server.getAs(bank, place)).path("leads").size());
    assertEquals(FIRMS - 1, count(Family.LEADS, 'm'), "the marks of its rows");
    assertEquals(FIRMS - 1, count(Family.LEADS, 'l'), "the names of leads");
  }

  @Test
  void what_was_kept_for_repeats_of_an_account_goes_with_it_and_that_of_others_stays() {
    String other = server.token(Role.ENTERPRISE, ScreenedTown.uscc(8).value());
    demand(other, ScreenedTown.uscc(8).value(), "other");
    long before = count(Family.IDEMPOTENCY, key -> true);
    String own = server.token(Role.ENTERPRISE, CANARY.value());
    String first = demand(own, CANARY.value(), "own").body();
    assertEquals(before + 2, count(Family.IDEMPOTENCY, key -> true), "an answer and its mark");
    assertEquals(first, demand(own, CANARY.value(), "own").body());

    Account leaving =
        accountsOf(Role.ENTERPRISE).stream()
            .filter(one -> one.organisation().equals(CANARY.value()))
            .findFirst()
            .orElseThrow();
    remove(leaving);

    long removal = 2;
    assertEquals(before + removal, count(Family.IDEMPOTENCY, key -> true));
    HttpResponse<String> again = demand(other, ScreenedTown.uscc(8).value(), "other");
    assertEquals(201, again.statusCode());
    assertEquals(before + removal, count(Family.IDEMPOTENCY, key -> true), "it is a repeat");
  }

  @Test
  void the_searches_of_a_lender_go_with_its_last_account_and_not_before() {
    server.token(Role.BANK, BANK);
    String rival = server.token(Role.BANK, "另一家银行");
    String search = "{\"name\":\"铸造\",\"search\":" + ScreenedTown.TAXED + "}";
    post(bank, "/saved-searches", search);
    post(rival, "/saved-searches", search);
    List<Account> own =
        accountsOf(Role.BANK).stream().filter(one -> one.organisation().equals(BANK)).toList();

    remove(own.get(0));
    assertEquals(2, count(Family.LEADS, 's'));
    remove(own.get(1));
    assertEquals(1, count(Family.LEADS, 's'));
    assertFalse(server.getAs(rival, "/api/v1/saved-searches").body().equals("{\"searches\":[]}"));
  }

  @Test
  void exports_whose_time_has_passed_are_listed_and_go_with_all_that_leads_to_them() {
    JsonNode export = json(post(bank, "/leads", ScreenedTown.withPurpose(EVERYONE)));
    String id = export.path("id").asText();
    LeadErasure erasure = new LeadErasure(store);
    LocalDate today = LocalDate.ofInstant(store.instant(), ZoneId.of("Asia/Shanghai"));
    List<Retention.Item> items = new ArrayList<>();

    erasure.go(today, true, items::add);
    assertEquals(List.of(), items, "it is of today");
    erasure.go(today.plusDays(1), false, items::add);
    assertEquals(List.of(id), items.stream().map(Retention.Item::id).toList());
    assertEquals(200, server.getAs(bank, LEADS + "/" + id).statusCode(), "only listed");

    erasure.go(today.plusDays(1), true, item -> {});
    assertEquals(404, server.getAs(bank, LEADS + "/" + id).statusCode());
    for (char kind : new char[] {'e', 'l', 'm'}) {
      assertEquals(0, count(Family.LEADS, kind), "kind " + kind);
    }
  }

  private HttpResponse<String> demand(String token, String uscc, String key) {
    String body =
        "{\"uscc\":\"%s\",\"amountFen\":5000000,\"termMonths\":12,\"purpose\":\"payroll\"}"
            .formatted(uscc);
    return server.postAs(
        token, "/api/v1/demands", "application/json", body, "Idempotency-Key", key);
  }

  private HttpResponse<String> post(String token, String path, String body) {
    HttpResponse<String> answer = ScreenedTown.post(server, token, path, body);
    assertTrue(answer.statusCode() < 300, answer.body());
    return answer;
  }

  private List<Account> accountsOf(Role role) {
    return server.backend.accounts().all().stream().filter(one -> one.role() == role).toList();
  }

  private void remove(Account account) {
    post(server.token(Role.SECURITY), "/accounts/" + account.id() + "/removal", "");
  }

  private long leadsThatTell(String text) {
    return store.read(
        view -> {
          long found = 0;
          try (Cursor cursor = view.scan(Family.LEADS, new byte[0])) {
            while (cursor.next()) {
              found += new String(cursor.value(), UTF_8).contains(text) ? 1 : 0;
            }
          }
          return found;
        });
  }

  private long count(Family family, char kind) {
    return count(family, key -> key[0] == kind);
  }

  private long count(Family family, Predicate<byte[]> wanted) {
    return store.read(
        view -> {
          long found = 0;
          try (Cursor cursor = view.scan(family, new byte[0])) {
            while (cursor.next()) {
              found += wanted.test(cursor.key()) ? 1 : 0;
            }
          }
          return found;
        });
  }
}
