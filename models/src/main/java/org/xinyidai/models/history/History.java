package org.xinyidai.models.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.subject.Uscc;

/**
 * What is known of one enterprise (企业信用档案): per feed, the records that hold, in order of the day
 * they are about. Built from facts at one moment of knowledge; a corrected fact shows only the
 * version that was the newest known by then.
 */
public final class History {
  private final Uscc uscc;
  private final Instant knownAt;
  private final Map<Feed<?>, List<SourceRecord>> records;

  private History(Uscc uscc, Instant knownAt, Map<Feed<?>, List<SourceRecord>> records) {
    this.uscc = uscc;
    this.knownAt = knownAt;
    this.records = records;
  }

  /** The history as it was known at an instant; facts that became known later are left out. */
  public static History knownAt(Instant knownAt, Uscc uscc, Collection<Fact<?>> facts) {
    Map<FactId, Fact<?>> newest = new LinkedHashMap<>();
    for (Fact<?> fact : facts) {
      if (!fact.knownAt().isAfter(knownAt)) {
        newest.merge(FactId.of(fact), fact, (a, b) -> a.version() > b.version() ? a : b);
      }
    }
    Map<Feed<?>, List<SourceRecord>> records = new HashMap<>();
    for (Fact<?> fact : newest.values()) {
      records.computeIfAbsent(fact.feed(), feed -> new ArrayList<>()).add(fact.record());
    }
    // A stable sort over facts that arrive in key order: the same facts give the same order.
    records.values().forEach(list -> list.sort(Comparator.comparing(SourceRecord::day)));
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
    return records.containsKey(feed);
  }

  /** The records of a feed in order of their day; empty where the feed is absent. */
  @SuppressWarnings("unchecked") // a feed reads rows into its own type only
  public <R extends SourceRecord> List<R> of(Feed<R> feed) {
    return (List<R>) records.getOrDefault(feed, List.of());
  }

  private record FactId(int feed, long day, String identity) {
    static FactId of(Fact<?> fact) {
      return new FactId(fact.feed().number(), fact.record().day().toEpochDay(), fact.identity());
    }
  }
}
