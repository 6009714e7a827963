package org.xinyidai.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.engine.audit.AuditSearch.Found;
import org.xinyidai.engine.audit.AuditSearch.Wanted;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.AuditEntry;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

/** The search reads blocks from the end; here beside looking at every entry. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditSearchTest {
  private static final Act ANY = new Act("", "", "", "", "");
  private static final int MADE = 60;
  private static final int EVERY = 7;
  private static final int ALL = 1_000;

  @TempDir private Path folder;

  @BeforeEach
  void makeChanges() {
    try (Store store = open()) {
      for (int i = 0; i < MADE; i++) {
        String office = i % EVERY == 0 ? "rare" : "usual";
        byte[] key = ("key" + i).getBytes(UTF_8);
        new Act("a" + i % 3, "office", office, "postFigures", "")
            .during(
                () ->
                    store.execute(
                        changes -> {
                          changes.put(Family.FIGURES, key, new byte[] {1});
                          return office;
                        }));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 4", "5, 3", "7, 100", "1000, 2", "1000, 100"})
  void pages_hold_what_looking_at_every_entry_finds(int block, int limit) {
    Act rare = new Act("", "office", "rare", "postFigures", "");
    try (Store store = open()) {
      AuditSearch search = new AuditSearch(store, block, ALL);
      assertEquals(slow(store, wanted(rare)), all(search, wanted(rare), limit));
      assertEquals(slow(store, wanted(ANY)), all(search, wanted(ANY), limit));
    }
  }

  @Test
  void a_page_looks_at_so_many_entries_and_says_where_to_go_on() {
    Act nobody = new Act("nobody", "", "", "", "");
    try (Store store = open()) {
      AuditSearch search = new AuditSearch(store, 4, 10);
      Found first = search.page(wanted(nobody), 0, 5);
      assertTrue(first.entries().isEmpty());
      assertEquals(MADE + 1 + 1 - 10, first.next(), "the store itself has an entry");
      assertEquals(List.of(), all(search, wanted(nobody), 5));
    }
  }

  @Test
  void a_number_beyond_the_end_is_the_end_and_days_bound_what_is_found() {
    try (Store store = open()) {
      AuditSearch search = new AuditSearch(store, 4, ALL);
      List<AuditEntry> entries = slow(store, wanted(ANY));
      assertEquals(entries, search.page(wanted(ANY), Integer.MAX_VALUE, ALL).entries());
      Instant newest = entries.get(0).at();
      Found later = search.page(new Wanted(ANY, newest.plusNanos(1), null), 0, ALL);
      assertTrue(later.entries().isEmpty());
      assertNull(later.next(), "what is older is not looked at");
      Found earlier = search.page(new Wanted(ANY, null, newest), 0, ALL);
      assertEquals(
          entries.stream().filter(entry -> entry.at().isBefore(newest)).toList(),
          earlier.entries());
    }
  }

  private static Wanted wanted(Act act) {
    return new Wanted(act, null, null);
  }

  /** Every entry in turn. */
  private static List<AuditEntry> slow(Store store, Wanted wanted) {
    List<AuditEntry> found =
        new ArrayList<>(
            new AuditTrail(store).page(0, ALL).stream().filter(wanted::matches).toList());
    Collections.reverse(found);
    return found;
  }

  private static List<AuditEntry> all(AuditSearch search, Wanted wanted, int limit) {
    List<AuditEntry> found = new ArrayList<>();
    @Nullable Long before = 0L;
    while (before != null) {
      Found page = search.page(wanted, before, limit);
      found.addAll(page.entries());
      before = page.next();
    }
    return found;
  }

  private Store open() {
    return Store.open(folder, StoreOptions.small());
  }
}
