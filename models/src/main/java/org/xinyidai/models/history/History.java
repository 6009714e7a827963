package org.xinyidai.models.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.subject.Uscc;

/**
 * What is known of one enterprise (企业信用档案): per feed, the records that hold, in order of the day
 * they are about. Built from facts at one moment of knowledge; a corrected fact shows only the
 * version that was the newest known by then, a withdrawn one shows none.
 */
public final class History {
  /**
   * Versions of one fact lie side by side, the one that holds last; and the order in which facts
   * arrive never shows. Facts from the store come in this order, and sorting them is one pass.
   */
  private static final Comparator<Fact<?>> ORDER =
      Comparator.<Fact<?>>comparingInt(fact -> fact.feed().number())
          .thenComparing(fact -> fact.record().day())
          .thenComparing(Fact::identity)
          .thenComparingInt(Fact::version)
          .thenComparing(Fact::knownAt);

  private final Uscc uscc;
  private final Instant knownAt;

  /** By the number of the feed, for a feed as a key would be hashed with all its columns. */
  private final Map<Integer, List<SourceRecord>> records;

  private History(Uscc uscc, Instant knownAt, Map<Integer, List<SourceRecord>> records) {
    this.uscc = uscc;
    this.knownAt = knownAt;
    this.records = records;
  }

  /** The history as it was known at an instant; facts that became known later are left out. */
  public static History knownAt(Instant knownAt, Uscc uscc, Collection<Fact<?>> facts) {
    List<Fact<?>> known = new ArrayList<>(facts);
    known.removeIf(fact -> fact.knownAt().isAfter(knownAt));
    known.sort(ORDER);
    Map<Integer, List<SourceRecord>> records = new HashMap<>();
    for (int i = 0; i < known.size(); i++) {
      Fact<?> fact = known.get(i);
      boolean newest = i + 1 == known.size() || !isSame(fact, known.get(i + 1));
      if (newest && !fact.withdrawn()) {
        records.computeIfAbsent(fact.feed().number(), feed -> new ArrayList<>()).add(fact.record());
      }
    }
    return new History(uscc, knownAt, records);
  }

  public Uscc uscc() {
    return uscc;
  }

  /** The instant of knowledge this history stands for. */
  public Instant knownAt() {
    return knownAt;
  }

  /**
   * Whether the feed ever said anything of this enterprise: an absent feed is missing, not zero.
   */
  public boolean has(Feed<?> feed) {
    return records.containsKey(feed.number());
  }

  /** Whether nothing at all is known of the enterprise. */
  public boolean isEmpty() {
    return records.isEmpty();
  }

  /** The records of a feed in order of their day; empty where the feed is absent. */
  @SuppressWarnings("unchecked") // a feed reads rows into its own type only
  public <R extends SourceRecord> List<R> of(Feed<R> feed) {
    return (List<R>) records.getOrDefault(feed.number(), List.of());
  }

  private static boolean isSame(Fact<?> fact, Fact<?> other) {
    return fact.feed().number() == other.feed().number()
        && fact.identity().equals(other.identity())
        && fact.record().day().equals(other.record().day());
  }
}
