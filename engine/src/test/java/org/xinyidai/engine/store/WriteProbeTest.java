package org.xinyidai.engine.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.StoreException.Category;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WriteProbeTest {
  private final AtomicInteger writes = new AtomicInteger();
  private boolean full;
  private long now;

  @Test
  void what_was_found_holds_for_a_while_and_then_the_disk_is_asked_again() {
    WriteProbe probe = new WriteProbe(this::write, () -> now);
    for (int i = 0; i < 3; i++) {
      assertDoesNotThrow(probe::check);
    }
    assertEquals(1, writes.get(), "asked three times, tried once");

    full = true;
    assertDoesNotThrow(probe::check);
    now += WriteProbe.HOLDS.toNanos();
    for (int i = 0; i < 3; i++) {
      StoreException found = assertThrows(StoreException.class, probe::check);
      assertEquals(Category.EXHAUSTED, found.category());
    }
    assertEquals(2, writes.get());

    full = false;
    now += WriteProbe.HOLDS.toNanos();
    assertDoesNotThrow(probe::check);
  }

  @Test
  void a_sound_store_can_be_written_and_is_the_same_afterwards(@TempDir Path folder) {
    try (Store store = Store.open(folder, StoreOptions.small())) {
      AuditChain.Head before = store.read(AuditChain::head);
      assertDoesNotThrow(store::requireWritable);
      assertEquals(before, store.read(AuditChain::head));
    }
  }

  private void write() {
    writes.incrementAndGet();
    if (full) {
      throw new StoreException(Category.EXHAUSTED, "the disk is full");
    }
  }
}
