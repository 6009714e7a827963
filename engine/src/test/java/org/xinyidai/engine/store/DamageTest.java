package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.StoreException.Category;

/** What the store says of a broken disk: never half of the truth in silence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DamageTest {
  private static final int PUTS = 200;
  private static final byte[] VALUE = new byte[500];

  @TempDir private Path folder;

  @Test
  void a_flipped_bit_in_the_log_is_refused() throws IOException {
    fill();
    Path log = youngestLog();
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 2] ^= 0x10;
    Files.write(log, bytes);

    StoreException refusal = assertThrows(StoreException.class, this::open);

    assertEquals(Category.INTERNAL, refusal.category());
    assertTrue(refusal.getMessage().contains("damaged"), refusal.getMessage());
  }

  @Test
  void a_torn_tail_of_the_log_loses_the_torn_write_alone() throws IOException {
    fill();
    Path log = youngestLog();
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length - 100));

    try (Store store = open()) {
      assertEquals(PUTS - 1, count(store));
    }
  }

  @Test
  void a_full_disk_fails_writes_as_exhausted_and_reads_go_on() {
    long quota = 2L << 20;
    try (Store store = Store.open(folder, StoreOptions.small().withQuotaBytes(quota))) {
      put(store, 0, VALUE);
      StoreException refusal = assertThrows(StoreException.class, () -> fillPast(store, quota));

      assertEquals(Category.EXHAUSTED, refusal.category());
      assertTrue(refusal.getMessage().contains("full"), refusal.getMessage());
      assertArrayEquals(VALUE, store.read(view -> view.get(Family.MODELS, key(0))).orElseThrow());
      assertThrows(StoreException.class, () -> put(store, 1, VALUE));
    }
  }

  private static void fillPast(Store store, long quota) {
    Random random = new Random(7);
    for (int i = 1; i < 20 * quota / 10_000; i++) {
      byte[] incompressible = new byte[10_000];
      random.nextBytes(incompressible);
      put(store, i, incompressible);
    }
  }

  private void fill() {
    try (Store store = open()) {
      for (int i = 0; i < PUTS; i++) {
        put(store, i, VALUE);
      }
    }
  }

  private Store open() {
    return Store.open(folder, StoreOptions.small());
  }

  private Path youngestLog() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  private static void put(Store store, int number, byte[] value) {
    store.execute(
        changes -> {
          changes.put(Family.MODELS, key(number), value);
          return true;
        });
  }

  private static byte[] key(int number) {
    return String.format("key %08d", number).getBytes(UTF_8);
  }

  private static int count(Store store) {
    return store.read(
        view -> {
          int count = 0;
          try (Cursor cursor = view.scan(Family.MODELS, "key".getBytes(UTF_8))) {
            while (cursor.next()) {
              count++;
            }
          }
          return count;
        });
  }
}
