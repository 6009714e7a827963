package org.xinyidai.engine.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.subject.Uscc;

/** The facts of one enterprise as rows, for those who look at them one by one (事实查询). */
public final class FactRows {
  private final Store store;

  public FactRows(Store store) {
    this.store = store;
  }

  /**
   * A page of facts as they hold now, by feed and day.
   *
   * @param feed null for all feeds
   * @param after the last fact of the page before, null for the first page
   */
  public List<FactRow> page(
      Uscc uscc, @Nullable Feed<?> feed, FactRow.@Nullable Name after, int limit) {
    byte[] enterprise = FactKey.enterprise(store.shards(), uscc);
    byte[] prefix = feed == null ? enterprise : FactKey.feed(enterprise, feed.number());
    byte[] last = after == null ? null : after.key(store.shards(), uscc);
    return store.read(
        view -> {
          List<FactRow> page = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.FACTS, prefix, last == null ? prefix : last)) {
            while (page.size() < limit && cursor.next()) {
              if (last == null || !Arrays.equals(last, cursor.key())) {
                page.add(row(uscc, cursor.key(), cursor.value()));
              }
            }
          }
          return page;
        });
  }

  /** One fact as it holds now; empty when the enterprise has none of that name. */
  public Optional<FactRow> find(Uscc uscc, FactRow.Name name) {
    byte[] key = name.key(store.shards(), uscc);
    return store.read(view -> view.get(Family.FACTS, key)).map(value -> row(uscc, key, value));
  }

  /** The same inside a change. */
  public Optional<FactRow> find(Changes changes, Uscc uscc, FactRow.Name name) {
    byte[] key = name.key(store.shards(), uscc);
    return changes.get(Family.FACTS, key).map(value -> row(uscc, key, value));
  }

  /** The name of the fact that a row of a feed is or would be. */
  public FactRow.Name nameOf(Feed<?> feed, Row row) {
    return name(FactKey.of(store.shards(), feed, row));
  }

  private static FactRow row(Uscc uscc, byte[] key, byte[] value) {
    FactRow.Name name = name(key);
    return new FactRow(
        name,
        FactValue.version(value),
        FactValue.knownAt(value),
        FactValue.isWithdrawn(value),
        FactValue.row(name.feed(), uscc, value));
  }

  private static FactRow.Name name(byte[] key) {
    return new FactRow.Name(
        FactKey.feedOf(key),
        LocalDate.ofEpochDay(FactKey.epochDayOf(key)),
        FactKey.identityOf(key));
  }
}
