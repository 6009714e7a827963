package org.xinyidai.engine.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreOptions;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupTest {
  private static final long SEED = 20_260_301;

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("state"), options());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_restored_state_holds_the_same_with_what_lies_beside_the_store() throws IOException {
    put("a", "1");
    Files.createDirectories(folder.resolve("state/training-sets"));
    Files.writeString(folder.resolve("state/training-sets/set.csv"), "x,y\n");
    Manifest manifest = backup();
    put("a", "later");

    new Restore(target(), "").to(restored(), key());

    try (Store again = Store.open(restored(), options())) {
      assertEquals(manifest.content(), again.read(ContentDigest::of));
      assertEquals("1", get(again, "a"));
    }
    assertEquals("x,y\n", Files.readString(restored().resolve("training-sets/set.csv")));
  }

  @Test
  void a_backup_beside_writes_is_of_one_moment_between_two_changes() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(100);
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; !enough.get(); i++) {
                putPair("left" + i, "right" + i, "v" + i);
                begun.countDown();
              }
            });
    writer.start();
    begun.await();
    backup();
    enough.set(true);
    writer.join();

    new Restore(target(), "").to(restored(), key());
    try (Store again = Store.open(restored(), options())) {
      List<Integer> sides = List.of(count(again, "left"), count(again, "right"));
      assertEquals(sides.get(0), sides.get(1), "half of a change is in the backup");
      assertTrue(sides.get(0) >= 100, "what was acknowledged before is missing");
    }
  }

  @Test
  void a_flipped_byte_in_any_file_is_found_and_the_file_named() throws IOException {
    put("a", "1");
    Manifest manifest = backup();
    Random random = new Random(SEED);
    for (FileDigest file : manifest.files()) {
      if (file.bytes() > 0) {
        Path damaged = target().resolve(file.path());
        byte[] bytes = Files.readAllBytes(damaged);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= 0x10;
        Files.write(damaged, bytes);
        assertRefused(file.path());
        bytes[at] ^= 0x10;
        Files.write(damaged, bytes);
      }
    }
    new Restore(target(), "").to(restored(), key());
  }

  @Test
  void a_missing_file_a_stranger_and_a_backup_without_its_end_are_refused() throws IOException {
    put("a", "1");
    Manifest manifest = backup();
    Path current = target().resolve("store/CURRENT");
    byte[] bytes = Files.readAllBytes(current);
    Files.delete(current);
    assertRefused("store/CURRENT");
    Files.write(current, bytes);
    Files.writeString(target().resolve("store/999999.sst"), "stray");
    assertRefused("999999.sst");
    Files.delete(target().resolve("store/999999.sst"));
    Files.delete(target().resolve(Manifest.FILE));
    assertRefused("interrupted");
    assertFalse(manifest.files().isEmpty());
  }

  @Test
  void what_an_interrupted_backup_left_is_no_backup_and_stops_no_other() throws IOException {
    put("a", "1");
    Path half = Folders.draft(target());
    Files.createDirectories(half.resolve("store"));
    Files.writeString(half.resolve("store/CURRENT"), "half");
    Files.createDirectories(folder.resolve("state/backup.tmp"));
    Files.writeString(folder.resolve("state/backup.tmp/000001.log"), "half");
    assertThrows(DamagedBackup.class, () -> new Restore(half, "").to(restored(), key()));
    backup();
    assertFalse(Files.exists(half));
    assertFalse(Files.exists(folder.resolve("state/backup.tmp")));
    assertThrows(FileAlreadyExistsException.class, this::backup);
  }

  @Test
  void a_changed_list_shows_by_its_signature() throws IOException {
    put("a", "1");
    Sm2Key signer = Sm2Key.ofFile(folder.resolve("sign.key"), new SecureRandom());
    new Backup(store).write(target(), Optional.of(signer), bytes -> {});
    String list = Files.readString(target().resolve(Manifest.FILE));
    Files.writeString(
        target().resolve(Manifest.FILE), list.replace("\"format\" : 1", "\"format\":1"));
    assertRefused(Manifest.FILE);
    Files.writeString(target().resolve(Manifest.FILE), list);
    Sm2Key other = Sm2Key.ofFile(folder.resolve("other.key"), new SecureRandom());
    Restore byOther = new Restore(target(), other.publicHex());
    assertThrows(DamagedBackup.class, () -> byOther.to(restored(), key()));
    new Restore(target(), signer.publicHex()).to(restored(), key());
  }

  @Test
  void a_backup_is_of_no_use_without_the_key() throws IOException {
    put("a", "1");
    backup();
    Path other = folder.resolve("other.key");
    assertThrows(StoreException.class, () -> new Restore(target(), "").to(restored(), other));
    assertFalse(Files.exists(restored()));
  }

  private void assertRefused(String named) {
    Restore restore = new Restore(target(), "");
    DamagedBackup refused = assertThrows(DamagedBackup.class, () -> restore.to(restored(), key()));
    assertTrue(String.valueOf(refused.getMessage()).contains(named), refused.getMessage());
    assertFalse(Files.exists(restored()), "a state was made of a damaged backup");
  }

  private Manifest backup() throws IOException {
    return new Backup(store).write(target(), Optional.empty(), bytes -> {});
  }

  private StoreOptions options() {
    return StoreOptions.small().sealedBy(key());
  }

  private Path key() {
    return folder.resolve("state.key");
  }

  private Path target() {
    return folder.resolve("backup");
  }

  private Path restored() {
    return folder.resolve("restored");
  }

  private void put(String key, String value) {
    putPair(key, key, value);
  }

  private void putPair(String one, String other, String value) {
    store.execute(
        changes -> {
          changes.put(Family.DEMANDS, one.getBytes(UTF_8), value.getBytes(UTF_8));
          changes.put(Family.CONSENTS, other.getBytes(UTF_8), value.getBytes(UTF_8));
          return true;
        });
  }

  private static String get(Store store, String key) {
    return store.read(
        view -> new String(view.get(Family.DEMANDS, key.getBytes(UTF_8)).orElseThrow(), UTF_8));
  }

  private static int count(Store store, String prefix) {
    Family family = prefix.equals("left") ? Family.DEMANDS : Family.CONSENTS;
    return store.read(
        view -> {
          int count = 0;
          try (Cursor cursor = view.scan(family, prefix.getBytes(UTF_8))) {
            while (cursor.next()) {
              count++;
            }
          }
          return count;
        });
  }
}
