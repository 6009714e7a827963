package org.xinyidai.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;
import org.xinyidai.engine.audit.Verdict.Break;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.AuditChain;
import org.xinyidai.engine.store.AuditChain.Head;
import org.xinyidai.engine.store.AuditEntry;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditTrailTest {
  /** One that installs the store, five that the test makes. */
  private static final int ENTRIES = 6;

  /** Every opening of the store takes a tenth of a second: not each byte is flipped. */
  private static final int STRIDE = 61;

  private static final Act CLERK = new Act("a1", "office", "上街区金融办", "postFigures", "");

  private static final byte[] KEY = {1};

  @TempDir private Path folder;
  private Head kept = new Head(0, "");

  @BeforeEach
  void makeFiveChanges() {
    try (Store store = open()) {
      for (int i = 1; i < ENTRIES; i++) {
        put(store, "key" + i);
      }
      kept = new AuditTrail(store).head();
    }
  }

  @Test
  void every_change_has_an_entry_in_the_name_of_whoever_made_it() {
    try (Store store = open()) {
      List<AuditEntry> entries = new AuditTrail(store).page(0, 100);

      assertEquals(ENTRIES, entries.size());
      assertEquals(Act.PLATFORM, entries.get(0).act(), "the platform installed the store");
      assertEquals(CLERK, entries.get(1).act());
      assertEquals(List.of("figures"), List.copyOf(entries.get(1).changed().keySet()));
    }
  }

  @Test
  void an_entry_tells_by_a_digest_what_was_put_and_what_was_deleted() {
    try (Store store = open()) {
      Set<String> digests = new HashSet<>();
      digests.add(digestOf(store, changes -> changes.put(Family.FIGURES, KEY, new byte[] {1})));
      digests.add(digestOf(store, changes -> changes.put(Family.FIGURES, KEY, new byte[] {2})));
      digests.add(digestOf(store, changes -> changes.put(Family.FIGURES, KEY, new byte[0])));
      digests.add(digestOf(store, changes -> changes.delete(Family.FIGURES, KEY)));
      assertEquals(4, digests.size(), "four changes, four digests");
      digests.add(digestOf(store, changes -> changes.put(Family.FIGURES, KEY, new byte[] {1})));
      assertEquals(4, digests.size(), "the same change, the same digest");
    }
  }

  private static String digestOf(Store store, Consumer<Changes> change) {
    store.execute(
        changes -> {
          change.accept(changes);
          return true;
        });
    AuditTrail trail = new AuditTrail(store);
    return trail.page(trail.head().number() - 1, 1).get(0).digest();
  }

  @Test
  void what_changes_nothing_or_fails_leaves_no_entry() {
    try (Store store = open()) {
      store.execute(changes -> changes.get(Family.FIGURES, "key1".getBytes(UTF_8)));
      assertThrows(
          IllegalArgumentException.class,
          () ->
              store.execute(
                  changes -> {
                    changes.put(Family.FIGURES, new byte[1], new byte[1]);
                    throw new IllegalArgumentException("refused");
                  }));

      assertEquals(ENTRIES, new AuditTrail(store).head().number());
    }
  }

  @Test
  void an_untouched_chain_is_whole_and_agrees_with_a_head_kept_elsewhere() {
    assertEquals(Verdict.whole(ENTRIES), verify(kept));
  }

  @Test
  void a_flipped_byte_is_found_wherever_it_stands() throws RocksDBException {
    for (long number = 1; number <= ENTRIES; number++) {
      byte[] sound = read(number);
      for (int i = (int) number; i < sound.length; i += STRIDE) {
        byte[] flipped = sound.clone();
        flipped[i] ^= 1;
        write(number, flipped);
        assertEquals(Optional.of(Break.ALTERED), verify().broken(), number + " at byte " + i);
      }
      write(number, sound);
    }
    assertEquals(Verdict.whole(ENTRIES), verify());
  }

  @Test
  void a_deleted_entry_is_found() throws RocksDBException {
    try (Tamper tamper = new Tamper(folder)) {
      tamper.delete(3);
    }
    assertEquals(new Verdict(2, Optional.of(Break.MISSING), 3), verify());
  }

  @Test
  void two_entries_that_change_places_are_found() throws RocksDBException {
    byte[] third = read(3);
    write(3, read(4));
    write(4, third);

    assertEquals(new Verdict(2, Optional.of(Break.ALTERED), 3), verify());
  }

  @Test
  void an_inserted_entry_is_found_in_the_middle_and_at_the_end() throws RocksDBException {
    byte[] last = read(ENTRIES);
    byte[] forged = Arrays.copyOfRange(last, AuditChain.DIGEST_BYTES, last.length);
    byte[] link = AuditChain.link(Arrays.copyOf(last, AuditChain.DIGEST_BYTES), forged);
    write(ENTRIES + 1, ByteBuffer.allocate(last.length).put(link).put(forged).array());
    assertEquals(new Verdict(ENTRIES + 1, Optional.of(Break.ADDED), ENTRIES + 1), verify());

    try (Tamper tamper = new Tamper(folder)) {
      for (long number = ENTRIES; number >= 3; number--) {
        tamper.put(number + 1, tamper.entry(number));
      }
    }
    assertEquals(Optional.of(Break.ALTERED), verify().broken());
  }

  @Test
  void a_cut_tail_is_found_and_one_whose_head_was_cut_too_by_the_head_kept_elsewhere()
      throws RocksDBException {
    byte[] headAtFour;
    try (Tamper tamper = new Tamper(folder)) {
      tamper.delete(ENTRIES);
      tamper.delete(ENTRIES - 1L);
      headAtFour =
          ByteBuffer.allocate(Long.BYTES + AuditChain.DIGEST_BYTES)
              .putLong(4)
              .put(tamper.entry(4), 0, AuditChain.DIGEST_BYTES)
              .array();
    }
    assertEquals(new Verdict(4, Optional.of(Break.CUT), 5), verify());

    try (Tamper tamper = new Tamper(folder)) {
      tamper.putHead(headAtFour);
    }
    assertEquals(Verdict.whole(4), verify(), "a thorough forger leaves no trace inside");
    assertEquals(new Verdict(4, Optional.of(Break.CUT), 5), verify(kept));

    try (Store store = open()) {
      put(store, "another");
      put(store, "and another");
    }
    assertEquals(
        new Verdict(ENTRIES, Optional.of(Break.REWRITTEN), ENTRIES),
        verify(kept),
        "grown again, it is another chain");
  }

  private Store open() {
    return Store.open(folder, StoreOptions.small());
  }

  private static void put(Store store, String key) {
    CLERK.during(
        () ->
            store.execute(
                changes -> {
                  changes.put(Family.FIGURES, key.getBytes(UTF_8), new byte[] {1});
                  return key;
                }));
  }

  private Verdict verify(Head... heads) {
    try (Store store = open()) {
      return new AuditTrail(store).verify(List.of(heads));
    }
  }

  private byte[] read(long number) throws RocksDBException {
    try (Tamper tamper = new Tamper(folder)) {
      return tamper.entry(number);
    }
  }

  private void write(long number, byte[] stored) throws RocksDBException {
    try (Tamper tamper = new Tamper(folder)) {
      tamper.put(number, stored);
    }
  }
}
