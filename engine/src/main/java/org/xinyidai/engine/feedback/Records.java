package org.xinyidai.engine.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;

/** Single results behind the counts of the ledger (台账明细), and those that wait for people. */
public final class Records {
  /** Results that one page looks at for those that pass its filter. */
  private static final int MOST_LOOKED_AT = 10_000;

  private static final int CHUNK = 500;

  private final Store store;
  private final Outbox outbox;

  Records(Store store) {
    this.store = store;
    this.outbox = new Outbox(store);
  }

  /**
   * What is looked for.
   *
   * @param from first day on which it arose
   * @param to last day
   * @param whose scopes that are shown
   * @param tier at which the standing holds
   * @param standing null for any
   */
  public record Wanted(
      LocalDate from,
      LocalDate to,
      Predicate<Scope> whose,
      Tier tier,
      @Nullable Standing standing) {
    boolean holds(Recorded one) {
      return whose.test(one.held().entry().scope())
          && Book.isResult(one.held())
          && (standing == null || one.at(tier).standing() == standing);
    }
  }

  /**
   * A page of a list, the oldest first.
   *
   * @param next place after which the next page begins; null at the end
   */
  public record Page(List<Recorded> records, @Nullable String next) {
    public Page {
      records = List.copyOf(records);
    }
  }

  /** A result by its id; empty when there is none. */
  public Optional<Recorded> find(String id) {
    return outbox.find(id).filter(Book::isResult).map(this::recorded);
  }

  /** Results that arose on some days, behind a place. */
  public Page page(Wanted wanted, String after, int limit) {
    List<Recorded> found = new ArrayList<>();
    String place = after;
    for (int seen = 0; seen < MOST_LOOKED_AT; ) {
      List<Held> chunk =
          place.isEmpty() ? outbox.pageOf(wanted.from(), CHUNK) : outbox.page(place, CHUNK);
      for (Held held : chunk) {
        if (held.day().isAfter(wanted.to())) {
          return new Page(found, null);
        }
        place = held.place();
        seen++;
        Recorded one = recorded(held);
        if (wanted.holds(one)) {
          found.add(one);
        }
        if (found.size() == limit) {
          return new Page(found, place);
        }
      }
      if (chunk.size() < CHUNK) {
        return new Page(found, null);
      }
    }
    return new Page(found, place);
  }

  /** Results that a person must see to at a tier: rejected, or set aside, and not corrected. */
  public Page waiting(Tier tier, Predicate<Scope> whose, String after, int limit) {
    List<String> places = new ArrayList<>();
    store.read(
        view -> {
          byte[] list = FeedbackKeys.people(tier);
          byte[] from = after.isEmpty() ? list : FeedbackKeys.people(tier, after);
          try (Cursor cursor = view.scan(Family.FEEDBACK, list, from)) {
            while (places.size() < MOST_LOOKED_AT && cursor.next()) {
              places.add(FeedbackKeys.place(cursor.key()));
            }
          }
          return places;
        });
    places.remove(after);
    List<Recorded> found = new ArrayList<>();
    for (String place : places) {
      Recorded one = recorded(outbox.at(place).orElseThrow());
      if (whose.test(one.held().entry().scope())) {
        found.add(one);
      }
      if (found.size() == limit) {
        return new Page(found, place);
      }
    }
    return new Page(found, places.size() < MOST_LOOKED_AT - 1 ? null : last(places));
  }

  private static String last(List<String> places) {
    return places.get(places.size() - 1);
  }

  private Recorded recorded(Held held) {
    return store.read(
        view -> {
          Map<Tier, RecordState> states = new EnumMap<>(Tier.class);
          for (Tier tier : Tier.values()) {
            state(view, tier, held).ifPresent(state -> states.put(tier, state));
          }
          return new Recorded(held, states);
        });
  }

  private static Optional<RecordState> state(View view, Tier tier, Held held) {
    return view.get(Family.FEEDBACK, FeedbackKeys.state(tier, held.place())).map(Book::read);
  }
}
