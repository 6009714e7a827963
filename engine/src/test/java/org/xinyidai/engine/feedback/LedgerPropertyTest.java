package org.xinyidai.engine.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.calendar.Deadline.Timeliness;

/** The counts that are kept with every move are those of a recount of all records. */
class LedgerPropertyTest {
  private static final int RECORDS = 12;
  private static Store store;
  private static List<Held> all = List.of();

  @BeforeContainer
  static void open() {
    try {
      Path folder = Files.createTempDirectory("ledger-property");
      store = Store.open(folder, StoreOptions.small(), new MovingClock());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SomeResults.put(store, 0, RECORDS);
    all = new Outbox(store).page("", RECORDS);
  }

  @AfterContainer
  static void close() {
    store.close();
  }

  record Move(int record, RecordState state) {}

  @Provide
  Arbitrary<Move> moves() {
    Arbitrary<RecordState> states =
        Combinators.combine(
                Arbitraries.of(Standing.values()),
                Arbitraries.of("NOT_IN_LIST", "MISSING", "CONTENT_OTHER"),
                Arbitraries.of(Timeliness.values()).injectNull(0.3),
                Arbitraries.integers().between(0, 3),
                Arbitraries.of("", "x.c1"))
            .as(
                (standing, code, timeliness, due, corrected) ->
                    new RecordState(
                        standing,
                        standing.waitsForPeople() ? code : null,
                        "",
                        1,
                        0,
                        timeliness == null ? null : MovingClock.BEGIN,
                        timeliness,
                        due == 0 ? null : MovingClock.BEGIN.plusSeconds(due),
                        corrected.isEmpty() ? null : corrected));
    return Combinators.combine(Arbitraries.integers().between(0, RECORDS - 1), states)
        .as(Move::new);
  }

  @Property(tries = 60)
  void the_ledger_is_a_recount(@ForAll("lists") List<Move> moves) {
    for (Move move : moves) {
      store.execute(
          changes -> {
            Book book = new Book(changes, Tier.NATIONAL);
            book.move(all.get(move.record()), move.state());
            book.end();
            return move;
          });
    }
    Tally recount = Tally.NONE;
    TreeMap<String, Instant> queued = new TreeMap<>();
    long waiting = 0;
    Records records = new Records(store);
    for (Held held : all) {
      RecordState state = records.find(held.entry().id()).orElseThrow().at(Tier.NATIONAL);
      recount = recount.plus(Tally.of(state));
      waiting += state.waitsForPeople() ? 1 : 0;
      if (state.due() != null) {
        queued.put(held.place(), state.due());
      }
    }
    Ledger ledger = new Ledger(store);
    LedgerLine line = ledger.line(Tier.NATIONAL, all.get(0).day(), all.get(0).day(), scope -> true);
    assertEquals(new LedgerLine("", RECORDS, recount), line);
    assertEquals(line, ledger.total(Tier.NATIONAL));
    assertEquals(
        waiting, records.waiting(Tier.NATIONAL, scope -> true, "", RECORDS + 1).records().size());
    assertEquals(
        queued.values().stream().min(Instant::compareTo),
        new Packer(store, Tier.NATIONAL, RECORDS, null).nextDue());
  }

  @Provide
  Arbitrary<List<Move>> lists() {
    return moves().list().ofMinSize(1).ofMaxSize(30);
  }
}
