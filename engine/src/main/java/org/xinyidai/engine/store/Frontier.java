package org.xinyidai.engine.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest day stored of each enterprise's feeds. Feeds come in order of time, so most rows lie
 * behind that day; of those it is certain, without a look into the database, that nothing is stored
 * under their keys. A day kept here may be later than the truth, never earlier. For the writer's
 * thread alone.
 */
final class Frontier {
  /** Feeds of enterprises remembered, those last used; some megabytes of memory. */
  private static final int MAX_ENTRIES = 1 << 16;

  /** Before every day, where nothing is stored. */
  private static final long NOTHING = -1;

  private final Source source;
  private final Map<Prefix, Latest> entries =
      new LinkedHashMap<>(1 << 10, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Prefix, Latest> eldest) {
          return size() > MAX_ENTRIES;
        }
      };
  private @Nullable Latest last;

  Frontier(Source source) {
    this.source = source;
  }

  /** Where a frontier that is not remembered is looked up. */
  @FunctionalInterface
  interface Source {
    /** The last stored key that is not greater than the bound, null where there is none. */
    byte @Nullable [] lastKeyUpTo(byte[] bound);
  }

  /** Whether the fact's day lies behind every stored day of its feed. */
  boolean isBeyond(byte[] factKey) {
    return FactKey.sortedDay(factKey) > latest(factKey).sortedDay;
  }

  /** A fact is about to be stored. */
  void raise(byte[] factKey) {
    Latest latest = latest(factKey);
    latest.sortedDay = Math.max(latest.sortedDay, FactKey.sortedDay(factKey));
  }

  private Latest latest(byte[] factKey) {
    Latest found = last;
    if (found == null || !FactKey.sameFeed(found.key, factKey)) {
      found = entries.computeIfAbsent(new Prefix(factKey), p -> load(factKey));
      last = found;
    }
    return found;
  }

  private Latest load(byte[] factKey) {
    byte[] stored = source.lastKeyUpTo(FactKey.lastOfFeed(factKey));
    if (stored == null || !FactKey.sameFeed(stored, factKey)) {
      return new Latest(factKey, NOTHING);
    }
    return new Latest(factKey, FactKey.sortedDay(stored));
  }

  /** The latest day of one enterprise's feed, as its key sorts, or {@link #NOTHING}. */
  private static final class Latest {
    private final byte[] key;
    private long sortedDay;

    Latest(byte[] key, long sortedDay) {
      this.key = key;
      this.sortedDay = sortedDay;
    }
  }

  /** Enterprise and feed of a fact's key. */
  private static final class Prefix {
    private final byte[] key;

    Prefix(byte[] key) {
      this.key = key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Prefix prefix && FactKey.sameFeed(key, prefix.key);
    }

    @Override
    public int hashCode() {
      return FactKey.feedHash(key);
    }
  }
}
