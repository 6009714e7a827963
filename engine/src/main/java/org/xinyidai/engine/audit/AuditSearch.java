package org.xinyidai.engine.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.AuditEntry;
import org.xinyidai.engine.store.Store;

/** Finds entries of the audit (审计查询), the newest first. */
public final class AuditSearch {
  /** Entries read between two looks at what was found. */
  private static final int BLOCK = 1_000;

  /** Entries looked at for one page: a second or so, so that a rare word holds no worker long. */
  private static final int MOST_LOOKED_AT = 100_000;

  private final AuditTrail trail;
  private final int block;
  private final int most;

  public AuditSearch(Store store) {
    this(store, BLOCK, MOST_LOOKED_AT);
  }

  /** With bounds of one's own. */
  AuditSearch(Store store, int block, int most) {
    this.trail = new AuditTrail(store);
    this.block = block;
    this.most = most;
  }

  /**
   * What is looked for; an empty text matches anything.
   *
   * @param from the first instant; null for the beginning
   * @param until the first instant that is too late; null for now
   */
  public record Wanted(Act act, @Nullable Instant from, @Nullable Instant until) {
    boolean matches(AuditEntry entry) {
      Act made = entry.act();
      return is(act.actor(), made.actor())
          && is(act.role(), made.role())
          && is(act.organisation(), made.organisation())
          && is(act.operation(), made.operation())
          && is(act.subject(), made.subject())
          && (until == null || entry.at().isBefore(until))
          && !isTooEarly(entry);
    }

    boolean isTooEarly(AuditEntry entry) {
      return from != null && entry.at().isBefore(from);
    }

    private static boolean is(String wanted, String found) {
      return wanted.isEmpty() || wanted.equals(found);
    }
  }

  /** Some entries, and the number before which the search goes on; null where it came to an end. */
  public record Found(List<AuditEntry> entries, @Nullable Long next) {
    public Found {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A page of what is found, the newest first.
   *
   * @param before the number before which to begin; 0 for the newest
   */
  public Found page(Wanted wanted, long before, int limit) {
    long newest = trail.head().number() + 1;
    long end = before == 0 ? newest : Math.min(before, newest);
    long least = Math.max(1, end - most);
    List<AuditEntry> found = new ArrayList<>();
    while (end > least) {
      long begin = Math.max(least, end - block);
      List<AuditEntry> some = trail.page(begin - 1, (int) (end - begin));
      for (int i = some.size() - 1; i >= 0; i--) {
        AuditEntry entry = some.get(i);
        if (wanted.matches(entry)) {
          found.add(entry);
          if (found.size() == limit) {
            return new Found(found, entry.number() > 1 ? entry.number() : null);
          }
        }
      }
      if (!some.isEmpty() && wanted.isTooEarly(some.get(some.size() - 1))) {
        return new Found(found, null);
      }
      end = begin;
    }
    return new Found(found, end > 1 ? end : null);
  }
}
