package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.SourceRecord;

/**
 * A history seen on a day (观察时点). Flows are taken over whole calendar months, ended by {@link
 * #lastMonth}; events are taken to the very day. Nothing later than {@link #lastSeen} is shown, so
 * a feature that reads through here cannot look into the future.
 *
 * <p>What many features share (monthly sums, customers) is computed once and kept here; an
 * observation therefore belongs to one thread.
 */
public final class Observation {
  /**
   * How long a monthly report may be on its way: C6 has it within a month, and offices are late.
   */
  static final int REPORT_MONTHS = 2;

  private final History history;
  private final LocalDate asOf;
  private final LocalDate lastSeen;
  private final Map<Digest<?>, Object> kept = new HashMap<>();

  public Observation(History history, LocalDate asOf) {
    this(history, asOf, asOf);
  }

  private Observation(History history, LocalDate asOf, LocalDate lastSeen) {
    this.history = history;
    this.asOf = asOf;
    this.lastSeen = lastSeen;
  }

  /**
   * The same facts on a later day: what waiting alone would bring. Facts after {@link #lastSeen}
   * stay hidden even where the history holds them.
   *
   * @param months 0 or more
   */
  public Observation later(int months) {
    return new Observation(history, asOf.plusMonths(months), lastSeen);
  }

  public History history() {
    return history;
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** The newest day of which anything is known: {@link #asOf}, or earlier for {@link #later}. */
  public LocalDate lastSeen() {
    return lastSeen;
  }

  /**
   * Whether a day inside a record, such as a day of payment, had come by then; no day never has.
   */
  public boolean sees(@Nullable LocalDate day) {
    return day != null && !day.isAfter(lastSeen);
  }

  /** Whether what holds until a day still holds; without a day it has no end. */
  public boolean isInForce(@Nullable LocalDate validUntil) {
    return validUntil == null || !validUntil.isBefore(asOf);
  }

  /** The newest whole month: that of the day itself when the day ends it, else the one before. */
  public YearMonth lastMonth() {
    YearMonth month = YearMonth.from(asOf);
    return month.atEndOfMonth().equals(asOf) ? month : month.minusMonths(1);
  }

  /**
   * The newest month that a monthly feed has reported, where that is at most {@link #REPORT_MONTHS}
   * before {@link #lastMonth}, else that month: a report that is not in yet is not a month at zero.
   */
  YearMonth reportedMonth(Feed<?> feed) {
    YearMonth last = lastMonth();
    return newest(feed)
        .map(record -> YearMonth.from(record.day()))
        .filter(month -> !month.isBefore(last.minusMonths(REPORT_MONTHS)) && !month.isAfter(last))
        .orElse(last);
  }

  /** Whether the feed had said anything of this enterprise by the day. */
  public boolean has(Feed<?> feed) {
    return !seen(feed).isEmpty();
  }

  /**
   * The records of a feed that are about a day not after {@link #lastSeen}, in order of their day.
   */
  public <R extends SourceRecord> List<R> seen(Feed<R> feed) {
    List<R> records = history.of(feed);
    int low = 0;
    int high = records.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sees(records.get(middle).day())) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return records.subList(0, low);
  }

  /** The newest record of a feed that is seen; empty where there is none. */
  public <R extends SourceRecord> Optional<R> newest(Feed<R> feed) {
    List<R> records = seen(feed);
    return records.isEmpty() ? Optional.empty() : Optional.of(records.get(records.size() - 1));
  }

  /**
   * The days of events in the months up to {@link #asOf}: after the day that many months before.
   */
  Days days(int months) {
    return new Days(asOf.minusMonths(months), asOf);
  }

  /** A day after {@code after}, and not after {@code until}. */
  record Days(LocalDate after, LocalDate until) {
    boolean hold(LocalDate day) {
      return day.isAfter(after) && !day.isAfter(until);
    }

    /** Whether a due day lies in these days and has passed with the last of them. */
    boolean holdMissed(LocalDate dueOn) {
      return hold(dueOn) && dueOn.isBefore(until);
    }
  }

  /** What a digest makes of this observation, computed at the first call and kept. */
  @SuppressWarnings("unchecked") // a digest is stored under itself only
  <T> T kept(Digest<T> digest) {
    Object known = kept.get(digest);
    if (known == null) {
      known = digest.make(this);
      kept.put(digest, known);
    }
    return (T) known;
  }
}
