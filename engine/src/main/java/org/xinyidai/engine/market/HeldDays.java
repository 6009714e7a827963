package org.xinyidai.engine.market;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.market.HeldDay.Advice;
import org.xinyidai.engine.market.MatchDays.Plan;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * The matching days that were held (融资对接会档案): each round is kept as it was, and whoever is advised
 * something is told in the same write. A round that says what the last one of the day said is that
 * one; nobody is told twice. Requirement B14.
 */
public final class HeldDays {
  /** Rounds that are kept, some years of weekly days; the oldest make room. */
  static final int MOST_KEPT = 500;

  /** Rounds of one day: more often than every half hour nothing has changed. */
  public static final int MOST_ROUNDS = 20;

  private static final Pattern ID = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-[1-9][0-9]?");
  private static final byte[] NOTHING = {};

  private final Store store;
  private final DayNotices notices;

  public HeldDays(Store store, DayNotices notices) {
    this.store = store;
    this.notices = notices;
  }

  /**
   * What came of holding a day.
   *
   * @param fresh whether this plan was kept; else the last round said the same, or there were
   *     {@link #MOST_ROUNDS} already
   */
  public record Outcome(HeldDay held, boolean fresh) {}

  /** Keeps a plan as the next round of its day and tells whom it newly advises something. */
  public Outcome hold(Changes changes, Plan plan, List<String> kept) {
    Optional<HeldDay> last = Optional.empty();
    int round = 1;
    for (; round <= MOST_ROUNDS; round++) {
      Optional<HeldDay> one = find(changes, plan, round);
      if (one.isEmpty()) {
        break;
      }
      last = one;
    }
    if (last.isPresent() && (last.get().says(plan) || round > MOST_ROUNDS)) {
      return new Outcome(last.get(), false);
    }
    HeldDay fresh = HeldDay.of(plan, round, changes.instant());
    changes.put(Family.MATCH_DAYS, key(fresh.day(), round), StoredJson.write(fresh));
    for (int i = 0; i <= kept.size() - MOST_KEPT; i++) {
      changes.delete(Family.MATCH_DAYS, kept.get(i).getBytes(StandardCharsets.US_ASCII));
    }
    Set<Advice> before = new HashSet<>(last.map(HeldDay::advice).orElse(List.of()));
    notices.put(changes, fresh, before);
    return new Outcome(fresh, true);
  }

  /** The keys of all rounds that are kept, the oldest first; to be read before {@link #hold}. */
  public List<String> kept() {
    return store.read(
        view -> {
          List<String> keys = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.MATCH_DAYS, NOTHING)) {
            while (cursor.next()) {
              keys.add(new String(cursor.key(), StandardCharsets.US_ASCII));
            }
          }
          return keys;
        });
  }

  /** The newest rounds, the newest first. */
  public List<HeldDay> newest(int limit) {
    List<String> keys = new ArrayList<>(kept());
    Collections.reverse(keys);
    return keys.stream().limit(limit).flatMap(key -> read(key).stream()).toList();
  }

  /** A round by its number; empty when there is none. */
  public Optional<HeldDay> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    int dash = id.lastIndexOf('-');
    return read(
        "%s/%02d".formatted(id.substring(0, dash), Integer.parseInt(id.substring(dash + 1))));
  }

  private Optional<HeldDay> read(String key) {
    return store
        .read(view -> view.get(Family.MATCH_DAYS, key.getBytes(StandardCharsets.US_ASCII)))
        .map(bytes -> StoredJson.read(bytes, HeldDay.class));
  }

  private static Optional<HeldDay> find(Changes changes, Plan plan, int round) {
    return changes
        .get(Family.MATCH_DAYS, key(plan.day(), round))
        .map(bytes -> StoredJson.read(bytes, HeldDay.class));
  }

  private static byte[] key(LocalDate day, int round) {
    return "%s/%02d".formatted(day, round).getBytes(StandardCharsets.US_ASCII);
  }
}
