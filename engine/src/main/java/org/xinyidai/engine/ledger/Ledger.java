package org.xinyidai.engine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/** The quality ledger (数据质量台账): tallies by cell. */
public final class Ledger {
  /** Before the year 2000 nothing was reported here. */
  private static final byte[] FIRST_DIGIT_OF_YEARS = {'2'};

  private final Store store;

  public Ledger(Store store) {
    this.store = store;
  }

  /** Adds to cells in the change that stores the rows, so that neither is without the other. */
  public static void add(Changes changes, Map<Cell, Tally> tallies) {
    tallies.forEach(
        (cell, tally) -> {
          byte[] key = cell.key().getBytes(UTF_8);
          Tally before = changes.get(Family.LEDGER, key).map(Tally::of).orElse(Tally.NONE);
          changes.put(Family.LEDGER, key, before.plus(tally).bytes());
        });
  }

  /** Every cell of every month up to one, itself included. */
  public void forEach(YearMonth last, BiConsumer<Cell, Tally> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.LEDGER, FIRST_DIGIT_OF_YEARS)) {
            while (cursor.next()) {
              Cell cell = Cell.ofKey(new String(cursor.key(), UTF_8));
              if (cell.month().isAfter(last)) {
                return last;
              }
              reader.accept(cell, Tally.of(cursor.value()));
            }
          }
          return last;
        });
  }

  /** The cells of a month, in order of feed, source and district. */
  public Map<Cell, Tally> month(YearMonth month) {
    return store.read(
        view -> {
          Map<Cell, Tally> cells = new TreeMap<>();
          byte[] prefix = (month + "\0").getBytes(UTF_8);
          try (Cursor cursor = view.scan(Family.LEDGER, prefix)) {
            while (cursor.next()) {
              cells.put(Cell.ofKey(new String(cursor.key(), UTF_8)), Tally.of(cursor.value()));
            }
          }
          return cells;
        });
  }
}
