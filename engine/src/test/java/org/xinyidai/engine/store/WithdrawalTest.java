package org.xinyidai.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.NewFact.Outcome;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WithdrawalTest {
  private static final Uscc FIRM = Uscc.fromStem("92431100MA000001");

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder, StoreOptions.small());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_withdrawn_fact_is_gone_from_now_on_and_stays_in_what_was_known_before() {
    assertEquals(Outcome.NEW, take("100"));
    Instant before = now();
    assertTrue(withdraw("100"));
    assertEquals(0, bills(now()));
    assertEquals(1, bills(before));
    List<Fact<?>> versions = new Histories(store).facts(FIRM);
    assertEquals(List.of(false, true), versions.stream().map(Fact::withdrawn).toList());
    assertEquals(List.of(0, 1), versions.stream().map(Fact::version).toList());
  }

  @Test
  void the_same_report_again_does_not_bring_it_back_but_another_does() {
    take("100");
    withdraw("100");
    assertEquals(Outcome.REPEATED, take("100"));
    assertEquals(0, bills(now()));
    assertEquals(Outcome.CORRECTED, take("90"));
    assertEquals(1, bills(now()));
    assertEquals(Outcome.REPEATED, take("100"), "an old version stays old");
  }

  @Test
  void only_what_holds_is_withdrawn_and_only_what_was_withdrawn_is_restored() {
    assertFalse(withdraw("100"), "nothing is known yet");
    take("100");
    assertFalse(restore("100"), "it holds");
    take("90");
    assertFalse(withdraw("100"), "it was corrected since");
    assertTrue(withdraw("90"));
    assertFalse(withdraw("90"), "it is gone already");
    assertTrue(restore("90"));
    assertEquals(1, bills(now()));
    assertEquals(4, new Histories(store).facts(FIRM).size());
  }

  @Test
  void the_enterprise_is_marked_as_changed() {
    take("100");
    withdraw("100");
    assertEquals(
        List.of(FIRM),
        store.read(view -> Touched.list(view, 9)).stream().map(Touched.Enterprise::uscc).toList());
  }

  @Test
  void facts_of_neighbouring_feeds_are_read_without_the_withdrawn() {
    take("100");
    int shard = store.shards().of(FIRM);
    int feed = UtilityBill.ELECTRICITY.number();
    assertEquals(1, seen(shard, feed, feed + 6));
    assertEquals(0, seen(shard, feed + 1, feed + 6));
    assertEquals(0, seen(shard, 1, feed - 1));
    withdraw("100");
    assertEquals(0, seen(shard, feed, feed));
  }

  private int seen(int shard, int first, int last) {
    int[] seen = {0};
    new Histories(store).forEachOf(shard, first, last, (uscc, facts) -> seen[0] += facts.size());
    return seen[0];
  }

  private Outcome take(String quantity) {
    return store.execute(
        changes -> {
          NewFact fact = fact(quantity);
          fact.touch(changes);
          return fact.take(changes, changes.instant());
        });
  }

  private boolean withdraw(String quantity) {
    return store.execute(changes -> fact(quantity).withdraw(changes, changes.instant()));
  }

  private boolean restore(String quantity) {
    return store.execute(changes -> fact(quantity).restore(changes, changes.instant()));
  }

  private long bills(Instant knownAt) {
    return new Histories(store).knownAt(knownAt, FIRM).of(UtilityBill.ELECTRICITY).size();
  }

  private Instant now() {
    return store.execute(Changes::instant);
  }

  private NewFact fact(String quantity) {
    List<String> row =
        List.of(FIRM.value(), "2024-03", "1", quantity, "61.50", "2024-04-20", "", "0");
    if (UtilityBill.ELECTRICITY.validate(row::get, LocalDate.of(2024, 5, 1))
        instanceof Accepted<Row> accepted) {
      return NewFact.of(store.shards(), UtilityBill.ELECTRICITY, accepted.value());
    }
    throw new AssertionError("the row is sound");
  }
}
