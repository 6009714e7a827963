package org.xinyidai.engine.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.engine.vault.FileSearch;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FarewellTest {
  private static final String PASSWORD = "Windy-lamp-of-march-7";
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir private Path folder;
  private final SecureRandom random = new SecureRandom();

  @Test
  void nothing_of_a_person_is_left_in_the_files_when_the_account_closes() throws IOException {
    try (Store store = Store.open(folder, StoreOptions.small())) {
      close(store);
      store.compact();
      assertEquals(List.of(), FileSearch.find(folder, List.of("欧阳金丝雀")));
      assertFalse(FileSearch.find(folder, List.of("留下的人")).isEmpty(), "the other stays");
    }
  }

  @Test
  void it_is_so_too_where_user_names_lie_under_digests() {
    Path state = folder.resolve("state");
    try (Store store =
        Store.open(state, StoreOptions.small().sealedBy(folder.resolve("state.key")))) {
      close(store);
      assertEquals(1, count(store, Family.LOGINS));
      assertEquals(1, count(store, Family.SESSIONS));
      assertEquals(1, count(store, Family.ACCOUNTS));
    }
  }

  /** Two people come in, one is invited twice and then leaves for ever. */
  private void close(Store store) {
    Accounts accounts = new Accounts(store, random);
    Sessions sessions = new Sessions(store, accounts, random, () -> NOW);
    Logins logins = new Logins(store, accounts, sessions, PasswordProfile.MLPS3, random, () -> NOW);
    Account leaves = enter(accounts, logins, "欧阳金丝雀", "ouyang.canary");
    var unused = logins.invite(leaves.id());
    enter(accounts, logins, "留下的人", "other.canary");

    assertTrue(accounts.remove(leaves.id()));
    assertTrue(sessions.forget(leaves.id()));
    assertFalse(sessions.forget(leaves.id()));
  }

  private static Account enter(Accounts accounts, Logins logins, String name, String user) {
    Account account = accounts.open(Role.ENTERPRISE, name, "91350100M000100Y43");
    logins.accept(logins.invite(account.id()), user, PASSWORD);
    logins.enter(new Logins.Attempt(user, PASSWORD, null, null));
    return account;
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
