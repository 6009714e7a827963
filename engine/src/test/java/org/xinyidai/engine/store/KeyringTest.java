package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.seal.MasterKey;
import org.xinyidai.engine.store.StoreException.Category;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyringTest {
  @TempDir private Path folder;

  @Test
  void a_sealed_store_finds_everything_when_it_is_opened_again() {
    try (Store store = open()) {
      put(store, Family.DEMANDS, "a", "1");
      put(store, Family.LOGINS, "uname", "2");
    }
    try (Store store = open()) {
      assertEquals("1", get(store, Family.DEMANDS, "a"));
      assertEquals("2", get(store, Family.LOGINS, "uname"));
      assertEquals("", get(store, Family.LOGINS, "uother"));
      assertEquals("2", store.execute(changes -> text(changes.get(Family.LOGINS, key("uname")))));
    }
  }

  @Test
  void equal_values_under_one_key_never_look_equal() {
    try (Store store = open()) {
      for (int i = 0; i < 200; i++) {
        put(store, Family.DEMANDS, "k" + i, "the same");
      }
      put(store, Family.DEMANDS, "k0", "the same");
      assertEquals(200, nonces(store).size());
    }
    try (Store store = open()) {
      put(store, Family.DEMANDS, "more", "the same");
      assertEquals(201, nonces(store).size());
    }
  }

  @Test
  void after_a_rotation_everything_lies_under_the_new_key_and_the_old_one_is_gone() {
    try (Store store = open()) {
      for (int i = 0; i < 1_300; i++) {
        put(store, Family.DEMANDS, "k" + i, "v" + i);
      }
      put(store, Family.LOGINS, "uname", "2");
      Keyring keyring = store.keyring().orElseThrow();
      assertEquals(List.of(1), numbers(keyring));
      assertEquals(2, keyring.rotate());
      assertEquals(List.of(1, 2), numbers(keyring));
      put(store, Family.DEMANDS, "fresh", "under the new key");
      assertEquals(1_301, keyring.reseal(done -> {}));
      assertEquals(List.of(2), numbers(keyring));
      assertEquals(1_302, keyring.keys().get(0).values());
      assertEquals(0, keyring.reseal(done -> {}));
    }
    try (Store store = open()) {
      assertEquals("v1299", get(store, Family.DEMANDS, "k1299"));
      assertEquals("2", get(store, Family.LOGINS, "uname"));
    }
  }

  @Test
  void a_change_in_the_same_group_wins_over_the_sealing_again() {
    try (Store store = open()) {
      put(store, Family.DEMANDS, "a", "old");
      store.keyring().orElseThrow().rotate();
      store.execute(
          changes -> {
            changes.put(Family.DEMANDS, key("a"), key("new"));
            return Overlay.of(changes).reseal(Family.DEMANDS, List.of(key("a"), key("gone")));
          });
      assertEquals("new", get(store, Family.DEMANDS, "a"));
      assertEquals("", get(store, Family.DEMANDS, "gone"));
    }
  }

  @Test
  void another_master_key_takes_over_and_the_old_one_opens_nothing() {
    Path next = folder.resolve("next.key");
    try (Store store = open()) {
      put(store, Family.DEMANDS, "a", "1");
      store.keyring().orElseThrow().rewrap(next);
      put(store, Family.DEMANDS, "b", "2");
    }
    assertEquals(Category.USER, assertThrows(StoreException.class, this::open).category());
    try (Store store = Store.open(state(), StoreOptions.small().sealedBy(next))) {
      assertEquals("1", get(store, Family.DEMANDS, "a"));
      assertEquals("2", get(store, Family.DEMANDS, "b"));
    }
  }

  @Test
  void a_sealed_folder_whose_key_is_absent_open_to_others_or_of_another_is_refused()
      throws IOException {
    open().close();
    assertRefused("is sealed; name its key file", StoreOptions.small());
    byte[] key = Files.readAllBytes(keyFile());
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r-----"));
    assertRefused("chmod 600", sealed());
    Files.delete(keyFile());
    assertRefused("put it back, or name it", sealed());
    assertFalse(Files.exists(keyFile()), "a new key was made for an old store");
    MasterKey.create(keyFile(), new SecureRandom());
    assertRefused("is not that of", sealed());
    Files.write(keyFile(), key);
    open().close();
  }

  @Test
  void a_key_file_inside_the_state_folder_is_refused() {
    assertRefused("outside", StoreOptions.small().sealedBy(state().resolve("state.key")));
  }

  @Test
  void the_key_is_made_once_for_its_owner_alone() throws IOException {
    open().close();
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())));
    byte[] key = Files.readAllBytes(keyFile());
    MasterKey.create(keyFile(), new SecureRandom());
    assertArrayEquals(key, Files.readAllBytes(keyFile()));
    try (var beside = Files.list(folder)) {
      assertEquals(2, beside.count());
    }
  }

  private void assertRefused(String why, StoreOptions options) {
    StoreException refused =
        assertThrows(StoreException.class, () -> Store.open(state(), options).close());
    assertEquals(Category.USER, refused.category());
    assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
  }

  private static List<Integer> numbers(Keyring keyring) {
    return keyring.keys().stream().map(Keyring.Key::number).toList();
  }

  /** The nonces of all demands as they lie in the files. */
  private static Set<String> nonces(Store store) {
    Set<String> nonces = new HashSet<>();
    store
        .database()
        .forEachStored(
            Family.DEMANDS,
            new byte[0],
            (place, stored) -> nonces.add(HexFormat.of().formatHex(stored, 4, 16)));
    return nonces;
  }

  private Store open() {
    return Store.open(state(), sealed());
  }

  private StoreOptions sealed() {
    return StoreOptions.small().sealedBy(keyFile());
  }

  private Path state() {
    return folder.resolve("state");
  }

  private Path keyFile() {
    return folder.resolve("state.key");
  }

  private static void put(Store store, Family family, String key, String value) {
    store.execute(
        changes -> {
          changes.put(family, key(key), key(value));
          return true;
        });
  }

  private static String get(Store store, Family family, String key) {
    return store.read(view -> text(view.get(family, key(key))));
  }

  private static String text(Optional<byte[]> value) {
    return new String(value.orElse(new byte[0]), UTF_8);
  }

  private static byte[] key(String text) {
    return text.getBytes(UTF_8);
  }
}
