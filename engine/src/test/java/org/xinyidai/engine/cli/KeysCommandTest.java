package org.xinyidai.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.seal.Primitives;
import org.xinyidai.connectors.seal.SelfTest;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import picocli.CommandLine;

/** An operator looks after keys, backups and an old state, and is told what to do next. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysCommandTest {
  @TempDir Path folder;

  @Test
  void keys_are_rotated_and_wrapped_by_another_master_key() {
    fill();
    Terminal rotated = keys("rotate", "--state", state(), "--key-file", key());
    assertEquals(0, rotated.exitCode(), rotated.err());
    assertTrue(rotated.out().contains("key 2 seals now"), rotated.out());

    String next = folder.resolve("next.key").toString();
    Terminal wrapped =
        keys("rewrap", "--state", state(), "--key-file", key(), "--new-key-file", next);
    assertEquals(0, wrapped.exitCode(), wrapped.err());
    Terminal refused = keys("--state", state(), "--key-file", key());
    assertEquals(1, refused.exitCode());
    assertTrue(refused.complainsInOneLine(), refused.err());
    Terminal listed = keys("--state", state(), "--key-file", next);
    assertTrue(listed.out().contains("使用中"), listed.out());
  }

  @Test
  void a_state_is_backed_up_and_restored_and_a_damaged_backup_is_refused_in_one_line()
      throws Exception {
    fill();
    String backup = folder.resolve("backup").toString();
    Terminal made =
        Terminal.type(
            "backup",
            "--state",
            state(),
            "--key-file",
            key(),
            "--out",
            backup,
            "--sign-key",
            folder.resolve("sign.key").toString());
    assertEquals(0, made.exitCode(), made.err());
    Terminal restored = restore(backup, "restored");
    assertEquals(0, restored.exitCode(), restored.err());

    Files.writeString(folder.resolve("backup/store/CURRENT"), "MANIFEST-9");
    Terminal refused = restore(backup, "again");
    assertEquals(1, refused.exitCode());
    assertTrue(refused.complainsInOneLine(), refused.err());
    assertTrue(refused.err().contains("store/CURRENT"), refused.err());
    assertFalse(Files.exists(folder.resolve("again")));
  }

  @Test
  void a_state_of_before_is_refused_with_the_way_on_and_that_way_works() {
    Path old = folder.resolve("old");
    try (Store store = Store.open(old, StoreOptions.standard().withShards(16))) {
      store.execute(
          changes -> {
            changes.put(Family.LOGINS, "uname".getBytes(UTF_8), "value".getBytes(UTF_8));
            return true;
          });
    }
    Terminal refused = Terminal.type("rejections", "--state", old.toString(), "--key-file", key());
    assertEquals(1, refused.exitCode());
    assertTrue(refused.err().contains("xyd keys seal --from"), refused.err());

    Terminal sealed =
        keys("seal", "--from", old.toString(), "--state", state(), "--key-file", key());
    assertEquals(0, sealed.exitCode(), sealed.err());
    try (Store store =
        Store.open(Path.of(state()), StoreOptions.standard().sealedBy(Path.of(key())))) {
      assertEquals(16, store.shards().count());
      assertEquals(
          "value",
          store.read(
              view ->
                  new String(
                      view.get(Family.LOGINS, "uname".getBytes(UTF_8)).orElseThrow(), UTF_8)));
      assertTrue(new AuditTrail(store).verify(List.of()).broken().isEmpty());
    }
  }

  @Test
  void nothing_starts_on_a_cipher_that_is_broken_but_help_is_given() {
    Primitives broken =
        new Primitives.OfPlatform() {
          @Override
          public byte[] sm3(byte[] bytes) {
            return new byte[32];
          }
        };
    StringWriter err = new StringWriter();
    CommandLine command =
        Xyd.commandLine(new SelfTest(broken))
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true));

    assertEquals(1, command.execute("ingest", "--state", state(), "--feed", "tax_rating", "x.csv"));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("SM3"), err.toString());
    assertFalse(Files.exists(Path.of(state())));
    assertEquals(0, command.execute("serve", "--help"));
    assertEquals(0, command.execute("help", "serve"));
  }

  private void fill() {
    Terminal filled =
        Terminal.type(
            "accounts",
            "--state",
            state(),
            "--key-file",
            key(),
            "--issue",
            "admin",
            "--name",
            "管理员",
            "--organisation",
            "platform");
    assertEquals(0, filled.exitCode(), filled.err());
  }

  private Terminal restore(String backup, String to) {
    return Terminal.type(
        "restore", "--from", backup, "--state", folder.resolve(to).toString(), "--key-file", key());
  }

  private static Terminal keys(String... rest) {
    String[] all = new String[rest.length + 1];
    all[0] = "keys";
    System.arraycopy(rest, 0, all, 1, rest.length);
    return Terminal.type(all);
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  private String key() {
    return folder.resolve("state.key").toString();
  }
}
