package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyPlace;

/** Nobody comes into a new platform but by a code that its operator reads once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FirstStartTest {
  @TempDir private Path folder;

  @Test
  void a_new_platform_has_no_account_and_no_password() {
    try (Platform platform = Platform.open(folder, InstantSource.system())) {
      assertEquals(List.of(), accounts(platform));
      assertEquals(0, logins(platform));
    }
  }

  @Test
  void the_first_start_shows_one_code_and_makes_no_password_and_no_later_start_shows_any()
      throws IOException, InterruptedException {
    List<String> first = greeting();
    List<String> again = greeting();

    assertEquals(1, first.stream().filter(Token::isWellFormed).count(), first.toString());
    assertFalse(again.stream().anyMatch(Token::isWellFormed), again.toString());
    try (Platform platform = Platform.open(folder, InstantSource.system())) {
      List<Account> accounts = accounts(platform);
      assertEquals(List.of(Role.SECURITY), accounts.stream().map(Account::role).toList());
      assertEquals(1, logins(platform), "the invitation alone");
    }
  }

  private static List<Account> accounts(Platform platform) {
    return new Accounts(platform.store(), new SecureRandom()).all();
  }

  private static int logins(Platform platform) {
    return platform
        .store()
        .read(
            view -> {
              int count = 0;
              try (Cursor cursor = view.scan(Family.LOGINS, new byte[0])) {
                while (cursor.next()) {
                  count++;
                }
              }
              return count;
            });
  }

  /** What a real server says until it serves. */
  private List<String> greeting() throws IOException, InterruptedException {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-D" + KeyPlace.PROPERTY + "=" + System.getProperty(KeyPlace.PROPERTY),
                "-cp",
                System.getProperty("java.class.path"),
                Xyd.class.getName(),
                "serve",
                "--state",
                folder.toString(),
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader told = server.inputReader(StandardCharsets.UTF_8)) {
      String line = told.readLine();
      while (line != null && !line.startsWith("serving")) {
        said.add(line.strip());
        line = told.readLine();
      }
    } finally {
      server.destroy();
      assertTrue(server.waitFor(60, TimeUnit.SECONDS));
    }
    return said;
  }
}
