package org.xinyidai.engine.http.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

/** A key answers repeats for a day, and takes no room after it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdempotencyRecordsTest {
  private static final byte[] ANSWER = {7, 8, 9};

  @TempDir Path folder;
  private Instant now = Instant.parse("2024-07-01T00:00:00Z");
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder, StoreOptions.small(), () -> now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void it_is_found_for_a_day_and_not_after() {
    assertEquals(Duration.ofHours(24), IdempotencyRecords.KEPT);
    put(1);
    now = now.plus(IdempotencyRecords.KEPT).minusSeconds(5);
    assertArrayEquals(ANSWER, find(1).orElseThrow());
    now = now.plusSeconds(10);
    assertTrue(find(1).isEmpty());
  }

  @Test
  void what_is_older_than_a_day_is_forgotten_in_pages_and_the_rest_stays() {
    for (int i = 0; i < 3_000; i++) {
      put(i);
    }
    now = now.plus(IdempotencyRecords.KEPT);
    put(5_000);

    assertEquals(3_000, IdempotencyRecords.forget(store, now));
    assertEquals(0, IdempotencyRecords.forget(store, now));
    assertTrue(store.read(view -> view.get(Family.IDEMPOTENCY, key(1))).isEmpty());
    assertArrayEquals(ANSWER, find(5_000).orElseThrow());
  }

  private void put(int number) {
    store.execute(
        changes -> {
          IdempotencyRecords.put(changes, key(number), ANSWER);
          return number;
        });
  }

  private Optional<byte[]> find(int number) {
    return store.execute(changes -> IdempotencyRecords.find(changes, key(number)));
  }

  private static byte[] key(int number) {
    return ByteBuffer.allocate(32).putInt(number).array();
  }
}
