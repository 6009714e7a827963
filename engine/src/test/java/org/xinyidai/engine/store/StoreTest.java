package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.xinyidai.engine.store.StoreException.Category;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreTest {
  @TempDir private Path folder;

  @Test
  void a_store_that_is_opened_again_finds_everything() {
    try (Store store = open()) {
      put(store, "b", "2");
      put(store, "a", "1");
    }
    try (Store store = open()) {
      assertEquals(List.of("a=1", "b=2"), all(store, ""));
    }
  }

  @Test
  void closing_leaves_no_native_handle_open() {
    Store store = open();
    put(store, "a", "1");
    int whileIdle = store.openHandles();
    assertEquals(List.of("a=1"), all(store, "a"));
    assertEquals(whileIdle, store.openHandles(), "a read gives its handles back");

    store.close();
    store.close();

    assertEquals(0, store.openHandles());
  }

  @Test
  void a_failed_open_leaves_the_folder_to_the_next() {
    try (Store store = open()) {
      put(store, "a", "1");
      assertThrows(StoreException.class, this::open);
    }
    open().close();
  }

  @Test
  void a_second_opener_is_told_that_the_folder_is_in_use() {
    try (Store store = open()) {
      StoreException refusal = assertThrows(StoreException.class, this::open);
      assertEquals(Category.USER, refusal.category());
      assertTrue(refusal.getMessage().contains("in use by another process"));
      assertEquals(64, store.shards().count());
    }
  }

  @Test
  void a_closed_store_refuses_reads_and_writes_with_an_exception() {
    Store store = open();
    store.close();
    assertThrows(StoreException.class, () -> all(store, ""));
    assertThrows(StoreException.class, () -> put(store, "a", "1"));
  }

  @Test
  void closing_waits_for_the_reads_under_way() throws InterruptedException {
    Store store = open();
    put(store, "a", "1");
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> seen = new ArrayList<>();
    Thread reader =
        new Thread(
            () ->
                store.read(
                    view -> {
                      inside.countDown();
                      awaitQuietly(goOn);
                      return seen.add(get(view, "a").orElseThrow());
                    }));
    reader.start();
    inside.await();
    Thread closer = new Thread(store::close);
    closer.start();
    goOn.countDown();
    reader.join();
    closer.join();
    assertEquals(List.of("1"), seen);
    assertEquals(0, store.openHandles());
  }

  @Test
  void a_view_does_not_see_what_is_written_after_it_began() {
    try (Store store = open()) {
      put(store, "a", "1");
      store.read(
          view -> {
            put(store, "a", "2");
            put(store, "b", "2");
            assertEquals(Optional.of("1"), get(view, "a"));
            assertEquals(Optional.empty(), get(view, "b"));
            return true;
          });
      assertEquals(List.of("a=2", "b=2"), all(store, ""));
    }
  }

  @Test
  void a_scan_stays_under_its_prefix_and_can_go_on_from_a_key() {
    try (Store store = open()) {
      for (String key : List.of("a1", "b1", "b2", "b3", "c1")) {
        put(store, key, "x");
      }
      assertEquals(List.of("b1=x", "b2=x", "b3=x"), all(store, "b"));
      assertEquals(List.of("b2=x", "b3=x"), allFrom(store, "b", "b2"));
      assertEquals(List.of(), all(store, "d"));
    }
  }

  @Test
  void the_shard_count_of_the_install_stays() {
    Store.open(folder, StoreOptions.small().withShards(16)).close();
    try (Store store = Store.open(folder, StoreOptions.small().withShards(32))) {
      assertEquals(16, store.shards().count());
    }
  }

  @Test
  void a_folder_of_a_newer_version_is_refused() throws Exception {
    open().close();
    try (Options options = new Options();
        RocksDB db = openAllFamilies(options)) {
      db.createColumnFamily(new ColumnFamilyDescriptor("from_tomorrow".getBytes(UTF_8))).close();
    }
    StoreException refusal = assertThrows(StoreException.class, this::open);
    assertEquals(Category.USER, refusal.category());
    assertFalse(refusal.getMessage().isBlank());
  }

  private RocksDB openAllFamilies(Options options) throws Exception {
    List<ColumnFamilyDescriptor> families = new ArrayList<>();
    for (byte[] name : RocksDB.listColumnFamilies(options, folder.toString())) {
      families.add(new ColumnFamilyDescriptor(name));
    }
    return RocksDB.open(folder.toString(), families, new ArrayList<>());
  }

  private Store open() {
    return Store.open(folder, StoreOptions.small());
  }

  private static void put(Store store, String key, String value) {
    store.execute(
        changes -> {
          changes.put(Family.DEMANDS, key.getBytes(UTF_8), value.getBytes(UTF_8));
          return true;
        });
  }

  private static Optional<String> get(View view, String key) {
    return view.get(Family.DEMANDS, key.getBytes(UTF_8)).map(value -> new String(value, UTF_8));
  }

  private static List<String> all(Store store, String prefix) {
    return allFrom(store, prefix, prefix);
  }

  private static List<String> allFrom(Store store, String prefix, String from) {
    return store.read(
        view -> {
          List<String> found = new ArrayList<>();
          try (Cursor cursor =
              view.scan(Family.DEMANDS, prefix.getBytes(UTF_8), from.getBytes(UTF_8))) {
            while (cursor.next()) {
              found.add(new String(cursor.key(), UTF_8) + "=" + new String(cursor.value(), UTF_8));
            }
          }
          return found;
        });
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
