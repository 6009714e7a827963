package org.xinyidai.engine.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * The ledger of what was returned (回传台账), for any days. Counts stand under the day on which a
 * result arose, so a day that was incomplete becomes complete when the rest is answered.
 */
public final class Ledger {
  private final Store store;
  private final Outbox outbox;

  Ledger(Store store) {
    this.store = store;
    this.outbox = new Outbox(store);
  }

  /** By what lines are told apart. */
  public enum By {
    ALL("all", (day, scope) -> ""),
    DAY("day", (day, scope) -> day.toString()),
    MONTH("month", (day, scope) -> day.toString().substring(0, 7)),
    LENDER("lender", (day, scope) -> scope.lender()),
    DISTRICT("district", (day, scope) -> scope.district());

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // each is a function without state
    private final BiFunction<LocalDate, Scope, String> name;

    By(String code, BiFunction<LocalDate, Scope, String> name) {
      this.code = code;
      this.name = name;
    }

    /** The stable name in requests. */
    public String code() {
      return code;
    }

    public static Optional<By> ofCode(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
  }

  /**
   * Lines of a tier.
   *
   * @param from first day, in China
   * @param to last day
   * @param whose scopes that are counted
   * @return in the order of names; none where nothing arose
   */
  public List<LedgerLine> lines(
      Tier tier, LocalDate from, LocalDate to, Predicate<Scope> whose, By by) {
    Map<String, LedgerLine> lines = new TreeMap<>();
    outbox.arisen(from, to).stream()
        .filter(one -> whose.test(one.scope()))
        .forEach(one -> add(lines, by.name.apply(one.day(), one.scope()), one.count(), Tally.NONE));
    cells(tier, from, to).stream()
        .filter(cell -> whose.test(cell.scope()))
        .forEach(cell -> add(lines, by.name.apply(cell.day(), cell.scope()), 0, cell.tally()));
    return List.copyOf(lines.values());
  }

  /** The one line of all that arose on these days. */
  public LedgerLine line(Tier tier, LocalDate from, LocalDate to, Predicate<Scope> whose) {
    return lines(tier, from, to, whose, By.ALL).stream()
        .findFirst()
        .orElse(new LedgerLine("", 0, Tally.NONE));
  }

  private static void add(Map<String, LedgerLine> lines, String name, long arose, Tally tally) {
    lines.merge(name, new LedgerLine(name, arose, tally), LedgerLine::plus);
  }

  /** Results that arose and have no final answer at a tier. */
  public long waiting(Tier tier) {
    return total(tier).waiting();
  }

  /** The line of everything since the platform was installed, without looking at days. */
  public LedgerLine total(Tier tier) {
    Tally tally =
        store
            .read(view -> view.get(Family.FEEDBACK, FeedbackKeys.total(tier)))
            .map(stored -> StoredJson.read(stored, LedgerCell.class).tally())
            .orElse(Tally.NONE);
    return new LedgerLine("", outbox.arisen(), tally);
  }

  private List<LedgerCell> cells(Tier tier, LocalDate from, LocalDate to) {
    return store.read(
        view -> {
          List<LedgerCell> found = new ArrayList<>();
          try (Cursor cursor =
              view.scan(
                  Family.FEEDBACK, FeedbackKeys.cells(tier), FeedbackKeys.cells(tier, from))) {
            while (cursor.next()) {
              LedgerCell cell = StoredJson.read(cursor.value(), LedgerCell.class);
              if (cell.day().isAfter(to)) {
                break;
              }
              found.add(cell);
            }
          }
          return found;
        });
  }
}
