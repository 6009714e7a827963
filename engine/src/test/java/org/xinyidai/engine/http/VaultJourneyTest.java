package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.KeyPlace;
import org.xinyidai.engine.vault.Restore;

/** The administrator backs the platform up while it serves; the keys are in other hands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VaultJourneyTest {
  private static final String JSON = "application/json";

  @TempDir Path folder;

  @Test
  void a_backup_made_while_serving_restores_to_a_platform_that_answers() throws IOException {
    Path state = folder.resolve("state");
    String name;
    String account;
    try (RunningServer server = RunningServer.in(state)) {
      String admin = server.token(Role.ADMIN);
      account = server.backend.accounts().open(Role.OFFICE, "张三", "office").id();
      JsonNode done = Watched.task(server, admin, post(server, admin, "/api/v1/backups", "b1"));
      assertEquals("DONE", done.path("state").asText(), done.toString());
      JsonNode kept =
          RunningServer.json(server.getAs(admin, "/api/v1/backups")).path("backups").get(0);
      name = kept.path("name").asText();
      assertTrue(kept.path("bytes").asLong() > 0);
      server.backend.accounts().open(Role.OFFICE, "later", "office");
    }
    Path restored = folder.resolve("restored");
    Path backup = folder.resolve("state.backups").resolve(name);
    new Restore(backup, "").to(restored, KeyPlace.usual(restored));
    try (RunningServer server = RunningServer.in(restored)) {
      assertTrue(server.backend.accounts().find(account).isPresent());
      assertTrue(server.backend.accounts().all().stream().noneMatch(a -> a.name().equals("later")));
    }
  }

  @Test
  void the_security_administrator_rotates_the_keys_and_the_administrator_may_not() {
    try (RunningServer server = RunningServer.in(folder.resolve("state"))) {
      String security = server.token(Role.SECURITY);
      String admin = server.token(Role.ADMIN);
      assertEquals(403, post(server, admin, "/api/v1/keys/rotations", "r1").statusCode());
      assertEquals(403, server.getAs(admin, "/api/v1/keys").statusCode());
      assertEquals(403, post(server, security, "/api/v1/backups", "r2").statusCode());

      JsonNode done =
          Watched.task(server, security, post(server, security, "/api/v1/keys/rotations", "r3"));
      assertEquals("DONE", done.path("state").asText(), done.toString());
      JsonNode keys = RunningServer.json(server.getAs(security, "/api/v1/keys")).path("keys");
      assertEquals(1, keys.size());
      assertEquals(2, keys.get(0).path("number").asInt());
      assertTrue(keys.get(0).path("seals").asBoolean());
    }
    Platform.open(folder.resolve("state"), InstantSource.system()).close();
  }

  private static HttpResponse<String> post(
      RunningServer server, String token, String path, String key) {
    return server.postAs(token, path, JSON, "", "Idempotency-Key", key);
  }
}
