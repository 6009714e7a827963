package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.engine.vault.FileSearch;

/** What comes in over HTTP about people and firms is in no file in a form that can be read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CanaryJourneyTest {
  private static final String JSON = "application/json";
  private static final String ACCOUNT_NUMBER = "ZH7788120033";
  private static final String REFUSED_NAME = "青鸟木器加工坊";
  private static final String PERSON = "欧阳金丝雀";
  private static final String USER = "canary.ouyang";
  private static final String OBJECTION = "这笔欠费是邻居家的不是我家的";
  private static final String NOTE = "已电话联系申请人核实";

  private static final List<String> CANARIES =
      List.of(ACCOUNT_NUMBER, REFUSED_NAME, PERSON, USER, OBJECTION, NOTE);

  private static final String BILLS =
      """
      uscc,账期,户号,用电量,应缴金额,缴费期限,缴费日期,欠费金额
      91350100M000100Y43,2024-03,%s,100,61.50,2024-04-20,,0
      %s,2024-03,X1,100,61.50,2024-04-20,,0
      """
          .formatted(ACCOUNT_NUMBER, REFUSED_NAME);

  @TempDir Path folder;

  @Test
  void no_file_of_the_state_no_backup_and_no_log_holds_what_was_told() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream err = System.err;
    PrintStream out = System.out;
    System.setErr(new PrintStream(log, true, UTF_8));
    System.setOut(new PrintStream(log, true, UTF_8));
    try (RunningServer server = RunningServer.in(state())) {
      tell(server);
      backUp(server);
      assertEquals(List.of(), FileSearch.find(folder, CANARIES), "in the log of changes");
      server.backend.platform().store().compact();
    } finally {
      System.setErr(err);
      System.setOut(out);
    }
    assertEquals(List.of(), FileSearch.find(folder, CANARIES), "in the tables");
    assertTrue(Files.exists(folder.resolve("state.backups")), "there was a backup to search");
    String logged = log.toString(UTF_8);
    CANARIES.forEach(canary -> assertTrue(!logged.contains(canary), "logged: " + canary));

    assertTheSearchFindsAllWhenNothingIsSealed();
  }

  /** The same entries in a store without keys: each canary must show, or the search is blind. */
  private void assertTheSearchFindsAllWhenNothingIsSealed() throws IOException {
    Path clear = folder.resolve("clear");
    try (Platform platform = Platform.open(state(), InstantSource.system());
        Store store = Store.open(clear, StoreOptions.small())) {
      platform
          .store()
          .read(
              view -> {
                for (Family family : Family.values()) {
                  if (family != Family.META) {
                    try (Cursor cursor = view.scan(family, new byte[0])) {
                      copy(family, cursor, store);
                    }
                  }
                }
                return true;
              });
      List<String> found = FileSearch.find(clear, CANARIES);
      for (String canary : CANARIES) {
        assertTrue(found.stream().anyMatch(one -> one.startsWith(canary)), "unseen: " + canary);
      }
    }
  }

  private static void copy(Family family, Cursor from, Store to) {
    to.execute(
        changes -> {
          while (from.next()) {
            changes.put(family, from.key(), from.value());
          }
          return true;
        });
  }

  private static void tell(RunningServer server) {
    String source = server.token(Role.SOURCE, "power");
    ok(
        server.postAs(
            source, "/api/v1/records/electricity", "text/csv", BILLS, "Idempotency-Key", "k1"));
    String security = server.token(Role.SECURITY);
    String invitation =
        "{\"role\":\"enterprise\",\"name\":\"%s\",\"organisation\":\"%s\"}"
            .formatted(PERSON, RunningServer.USCC);
    String code =
        RunningServer.json(server.postAs(security, "/api/v1/invitations", JSON, invitation))
            .path("code")
            .asText();
    String acceptance =
        "{\"code\":\"%s\",\"user\":\"%s\",\"password\":\"windy lamp of march\"}"
            .formatted(code, USER);
    ok(
        server.send(
            server
                .request(
                    "/api/v1/invitations/acceptance", "Content-Type", JSON, "Idempotency-Key", "k2")
                .POST(BodyPublishers.ofString(acceptance))));
    ok(
        server.send(
            server
                .request("/api/v1/sessions", "Content-Type", JSON, "Idempotency-Key", "k3")
                .POST(
                    BodyPublishers.ofString(
                        "{\"user\":\"%s\",\"password\":\"windy lamp of march\"}"
                            .formatted(USER)))));
    dispute(server);
  }

  private static void dispute(RunningServer server) {
    String enterprise = server.token(Role.ENTERPRISE);
    String own = "/api/v1/enterprises/" + RunningServer.USCC;
    String fact =
        RunningServer.json(server.getAs(enterprise, own + "/facts")).at("/facts/0/id").asText();
    HttpResponse<String> filed =
        server.postAs(
            enterprise,
            "/api/v1/objections",
            JSON,
            "{\"uscc\":\"%s\",\"factId\":\"%s\",\"kind\":\"objection\",\"statement\":\"%s\"}"
                .formatted(RunningServer.USCC, fact, OBJECTION),
            "Idempotency-Key",
            "k4");
    ok(filed);
    String id = RunningServer.json(filed).path("id").asText();
    ok(
        server.postAs(
            server.token(Role.OFFICE),
            "/api/v1/objections/" + id + "/steps",
            JSON,
            "{\"step\":\"ASK_SOURCE\",\"note\":\"%s\"}".formatted(NOTE),
            "Idempotency-Key",
            "k5"));
  }

  private static void backUp(RunningServer server) {
    String admin = server.token(Role.ADMIN);
    HttpResponse<String> begun =
        server.postAs(admin, "/api/v1/backups", JSON, "", "Idempotency-Key", "k6");
    assertEquals("DONE", Watched.task(server, admin, begun).path("state").asText());
  }

  private static void ok(HttpResponse<String> answer) {
    assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
  }

  private Path state() {
    return folder.resolve("state");
  }
}
