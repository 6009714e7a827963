package org.xinyidai.engine.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.subject.Uscc;

/**
 * Reads a few feeds of every enterprise and of all others only their first day (档案摘录): seeks over
 * what is not wanted, so it stays cheap beside long histories.
 */
public final class Extracts {
  private final Store store;
  private final Set<Integer> feeds;

  /**
   * Extracts of some feeds.
   *
   * @param feeds numbers of the feeds whose facts are wanted
   */
  public Extracts(Store store, Set<Integer> feeds) {
    this.store = store;
    this.feeds = Set.copyOf(feeds);
  }

  /**
   * What was wanted of one enterprise.
   *
   * @param facts as they hold now, in order of feed and day
   * @param besides the first day of which another feed tells, null where none does
   */
  public record Extract(Uscc uscc, List<Fact<?>> facts, @Nullable LocalDate besides) {
    public Extract {
      facts = List.copyOf(facts);
    }
  }

  /** Every enterprise of a shard, in key order and as of one moment. */
  public void forEach(int shard, Consumer<Extract> reader) {
    store.read(
        view -> {
          try (Cursor heads = view.scan(Family.FACTS, new byte[] {(byte) shard})) {
            boolean more = heads.next();
            while (more) {
              Uscc uscc = FactKey.usccOf(heads.key());
              more = read(heads, uscc, reader);
            }
          }
          return shard;
        });
  }

  /** One enterprise; without facts where nothing is known of it. */
  public Extract of(Uscc uscc) {
    List<Extract> found = new ArrayList<>();
    store.read(
        view -> {
          try (Cursor heads = view.scan(Family.FACTS, FactKey.enterprise(store.shards(), uscc))) {
            return heads.next() && read(heads, uscc, found::add);
          }
        });
    return found.isEmpty() ? new Extract(uscc, List.of(), null) : found.get(0);
  }

  /** Reads on from the cursor's entry to the next enterprise; false at the end. */
  private boolean read(Cursor heads, Uscc uscc, Consumer<Extract> reader) {
    List<Fact<?>> facts = new ArrayList<>();
    long besides = Long.MAX_VALUE;
    boolean more = true;
    byte[] key = heads.key();
    while (more && FactKey.isOf(uscc, key)) {
      int feed = FactKey.feedOf(key).number();
      if (!feeds.contains(feed)) {
        besides = Math.min(besides, FactKey.epochDayOf(key));
        heads.seek(FactKey.feed(key, feed + 1));
      } else {
        byte[] head = heads.value();
        if (!FactValue.isWithdrawn(head)) {
          facts.add(FactValue.fact(uscc, key, head));
        }
      }
      more = heads.next();
      key = more ? heads.key() : key;
    }
    reader.accept(
        new Extract(uscc, facts, besides == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(besides)));
    return more;
  }
}
