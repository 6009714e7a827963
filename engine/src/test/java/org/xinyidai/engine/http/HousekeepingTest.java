package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.api.Backend;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Nonces;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.login.Logins;
import org.xinyidai.engine.login.PasswordProfile;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/** What has ended is cleared away by a server that runs, without anyone asking. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class HousekeepingTest {
  private static final Instant LONG_AGO = Instant.parse("2024-03-02T01:00:00Z");
  private static final String PASSWORD = "windy lamp of march";
  private static final int KEY_BYTES = 32;

  @TempDir Path folder;

  @Test
  void answers_kept_for_repeats_sessions_and_nonces_of_long_ago_are_gone_soon_after_the_start() {
    leaveBehind();
    try (RunningServer server = RunningServer.in(folder)) {
      Store store = server.backend.platform().store();
      for (Family family : List.of(Family.IDEMPOTENCY, Family.SESSIONS, Family.NONCES)) {
        while (count(store, family) > 0) {
          Thread.onSpinWait(); // the test's time limit ends it
        }
        assertEquals(0, count(store, family));
      }
    }
  }

  private void leaveBehind() {
    try (Platform platform = Platform.open(folder, () -> LONG_AGO)) {
      Store store = platform.store();
      assertTrue(new Nonces(store).use("account", "12345678", LONG_AGO));
      long second = LONG_AGO.getEpochSecond();
      byte[] key = new byte[KEY_BYTES];
      Arrays.fill(key, (byte) 7);
      byte[] mark = ByteBuffer.allocate(Long.BYTES + KEY_BYTES).putLong(second).put(key).array();
      store.execute(
          changes -> {
            changes.put(
                Family.IDEMPOTENCY,
                key,
                ByteBuffer.allocate(Long.BYTES + 1).putLong(second).put((byte) 1).array());
            changes.put(Family.IDEMPOTENCY, mark, new byte[0]);
            return true;
          });
      Backend backend =
          Backend.of(
              platform, PasswordProfile.ASVS, new SecureRandom(), new Installation(true, null));
      Account account = backend.accounts().open(Role.ENTERPRISE, "木工坊", RunningServer.USCC);
      backend.logins().accept(backend.logins().invite(account.id()), "workshop", PASSWORD);
      backend.logins().enter(new Logins.Attempt("workshop", PASSWORD, null, null));
      assertEquals(1, count(store, Family.SESSIONS));
    }
  }

  private static int count(Store store, Family family) {
    return store.read(
        view -> {
          int count = 0;
          try (Cursor cursor = view.scan(family, new byte[0])) {
            while (cursor.next()) {
              count++;
            }
          }
          return count;
        });
  }
}
