package org.xinyidai.engine.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountsTest {
  private static final String USCC = "91350100M000100Y43";

  @TempDir Path folder;
  private Store store;
  private Accounts accounts;

  @BeforeEach
  void open() {
    store = Store.open(folder, StoreOptions.small());
    accounts = new Accounts(store, new SecureRandom());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_new_platform_has_no_account() {
    assertEquals(List.of(), accounts.all());
  }

  @Test
  void a_token_names_its_account_also_after_a_restart() {
    IssuedAccount issued = accounts.issue(Role.ENTERPRISE, "福州示例公司", USCC);

    store.close();
    open();

    assertEquals(
        Optional.of(new Caller(issued.account(), Grant.WHOLE)),
        accounts.authenticate(issued.token()));
    assertEquals(List.of(issued.account()), accounts.all());
  }

  @Test
  void a_token_of_nobody_names_no_account() {
    accounts.issue(Role.BANK, "bank", "BANK-1");

    assertEquals(Optional.empty(), accounts.authenticate(Token.random(new SecureRandom())));
  }

  @Test
  void the_token_of_a_removed_account_opens_nothing() {
    IssuedAccount issued = accounts.issue(Role.BANK, "bank", "BANK-1");

    assertTrue(accounts.remove(issued.account().id()));
    assertEquals(Optional.empty(), accounts.authenticate(issued.token()));
    assertFalse(accounts.remove(issued.account().id()));
  }

  @Test
  void the_store_never_holds_a_token() {
    String secret = accounts.issue(Role.BANK, "bank", "BANK-1").token().reveal();

    String everything =
        store.read(
            view -> {
              StringBuilder text = new StringBuilder();
              try (Cursor cursor = view.scan(Family.ACCOUNTS, new byte[0])) {
                while (cursor.next()) {
                  text.append(new String(cursor.key(), StandardCharsets.ISO_8859_1));
                  text.append(new String(cursor.value(), StandardCharsets.ISO_8859_1));
                }
              }
              return text.toString();
            });
    assertTrue(everything.contains("BANK-1"));
    assertFalse(everything.contains(secret.substring("xyd_".length())));
  }

  @Test
  void an_enterprise_account_belongs_to_a_code() {
    assertThrows(
        IllegalArgumentException.class,
        () -> accounts.issue(Role.ENTERPRISE, "name", "not-a-code"));
  }
}
