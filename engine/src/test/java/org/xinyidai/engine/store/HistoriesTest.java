package org.xinyidai.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.NewFact.Outcome;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoriesTest {
  private static final Instant MONDAY = Instant.parse("2025-01-06T01:00:00.000001Z");
  private static final Instant TUESDAY = Instant.parse("2025-01-07T01:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2025-01-08T01:00:00Z");

  @TempDir private Path folder;
  private Store store;
  private Histories histories;

  @BeforeEach
  void open() {
    store = Store.open(folder, StoreOptions.small());
    histories = new Histories(store);
  }

  @AfterEach
  void close() {
    store.close();
    assertEquals(0, store.openHandles());
  }

  @Test
  void a_fact_is_new_once_and_repeated_after() {
    assertEquals(Outcome.NEW, take(Invoices.row(Invoices.FIRST, "1", 100), MONDAY));
    assertEquals(Outcome.REPEATED, take(Invoices.row(Invoices.FIRST, "1", 100), TUESDAY));
    assertEquals(MONDAY, histories.facts(Invoices.FIRST).get(0).knownAt());
  }

  @Test
  void a_correction_leaves_the_past_as_it_was_known() {
    take(Invoices.row(Invoices.FIRST, "1", 100), MONDAY);
    assertEquals(Outcome.CORRECTED, take(Invoices.row(Invoices.FIRST, "1", 90), WEDNESDAY));

    assertEquals(List.of(), amounts(MONDAY.minusNanos(1_000)));
    assertEquals(List.of(10_000L), amounts(MONDAY));
    assertEquals(List.of(10_000L), amounts(TUESDAY));
    assertEquals(List.of(9_000L), amounts(WEDNESDAY));
    assertEquals(2, histories.facts(Invoices.FIRST).size());
  }

  @Test
  void an_older_version_that_is_sent_again_is_a_repeat() {
    take(Invoices.row(Invoices.FIRST, "1", 100), MONDAY);
    take(Invoices.row(Invoices.FIRST, "1", 90), TUESDAY);
    take(Invoices.row(Invoices.FIRST, "1", 80), TUESDAY);
    for (int yuan : new int[] {100, 90, 80}) {
      Row again = Invoices.row(Invoices.FIRST, "1", yuan);
      assertEquals(Outcome.REPEATED, take(again, WEDNESDAY));
    }
    assertEquals(List.of(8_000L), amounts(WEDNESDAY));
  }

  @Test
  void one_command_sees_its_own_facts() {
    Row row = Invoices.row(Invoices.FIRST, "1", 100);
    Row corrected = Invoices.row(Invoices.FIRST, "1", 90);
    List<Outcome> outcomes =
        store.execute(
            changes ->
                List.of(
                    fact(row).take(changes, MONDAY),
                    fact(row).take(changes, MONDAY),
                    fact(corrected).take(changes, MONDAY)));
    assertEquals(List.of(Outcome.NEW, Outcome.REPEATED, Outcome.CORRECTED), outcomes);
  }

  @Test
  void a_correction_does_not_move_a_record_among_those_of_its_day() {
    for (int i = 0; i < 20; i++) {
      take(Invoices.row(Invoices.FIRST, "n" + i, 100 + i), MONDAY);
    }
    List<Long> before = amounts(MONDAY);
    for (int i = 0; i < 20; i += 3) {
      take(Invoices.row(Invoices.FIRST, "n" + i, 500 + i), TUESDAY);
    }
    assertEquals(before, amounts(MONDAY));
  }

  @Test
  void an_earlier_day_comes_first_within_a_feed() {
    LocalDate recent = LocalDate.of(2024, 1, 1);
    byte[] old =
        FactKey.of(
            store.shards(),
            VatInvoice.OUTPUT,
            Invoices.row(Invoices.FIRST, "1", LocalDate.of(1995, 2, 3), 1));
    byte[] young =
        FactKey.of(store.shards(), VatInvoice.OUTPUT, Invoices.row(Invoices.FIRST, "1", recent, 1));
    assertTrue(Arrays.compareUnsigned(old, young) < 0);
    long between = recent.toEpochDay() - LocalDate.of(1995, 2, 3).toEpochDay();
    assertEquals(between, FactKey.sortedDay(young) - FactKey.sortedDay(old));
    assertEquals(FactKey.LENGTH, old.length);
    assertEquals(VatInvoice.OUTPUT, FactKey.feedOf(old));
    assertEquals(Invoices.FIRST, FactKey.usccOf(old));
  }

  @Test
  void every_enterprise_is_handed_over_once_with_all_its_versions() {
    take(Invoices.row(Invoices.FIRST, "1", 100), MONDAY);
    take(Invoices.row(Invoices.FIRST, "1", 90), TUESDAY);
    take(Invoices.row(Invoices.FIRST, "2", 50), TUESDAY);
    take(Invoices.row(Invoices.SECOND, "1", 10), TUESDAY);

    Map<Uscc, Integer> versions = new HashMap<>();
    List<Uscc> listed = new ArrayList<>();
    for (int shard = 0; shard < store.shards().count(); shard++) {
      histories.forEach(shard, (uscc, facts) -> versions.put(uscc, facts.size()));
      listed.addAll(histories.enterprises(shard));
    }

    assertEquals(Map.of(Invoices.FIRST, 3, Invoices.SECOND, 1), versions);
    assertEquals(2, listed.size());
    assertTrue(listed.containsAll(versions.keySet()));
    assertEquals(
        List.of(0, 0, 1),
        histories.facts(Invoices.FIRST).stream().map(Fact::version).sorted().toList());
  }

  @Test
  void a_mark_is_taken_away_only_when_nothing_came_after_it_was_seen() {
    Row row = Invoices.row(Invoices.FIRST, "1", 100);
    touch(row);
    Touched.Enterprise seen = store.read(view -> Touched.list(view, 10)).get(0);
    assertEquals(Invoices.FIRST, seen.uscc());

    touch(row);
    settle(seen);
    assertFalse(store.read(view -> Touched.list(view, 10)).isEmpty());

    settle(store.read(view -> Touched.list(view, 10)).get(0));
    assertEquals(List.of(), store.read(view -> Touched.list(view, 10)));
  }

  private void touch(Row row) {
    store.execute(
        changes -> {
          fact(row).touch(changes);
          return true;
        });
  }

  private void settle(Touched.Enterprise enterprise) {
    store.execute(
        changes -> {
          Touched.settle(changes, store.shards(), enterprise);
          return true;
        });
  }

  private Outcome take(Row row, Instant knownAt) {
    return store.execute(changes -> fact(row).take(changes, knownAt));
  }

  private NewFact fact(Row row) {
    return NewFact.of(store.shards(), VatInvoice.OUTPUT, row);
  }

  private List<Long> amounts(Instant knownAt) {
    return histories.knownAt(knownAt, Invoices.FIRST).of(VatInvoice.OUTPUT).stream()
        .map(VatInvoice::amountFen)
        .toList();
  }
}
