package org.xinyidai.models.feature;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.SourceRecord;

/** What may be seen of raw facts, by the plain rules and without a thought for speed. */
record Seen(Collection<Fact<?>> facts, Instant knownAt, LocalDate asOf) {

  /** The newest known version of each fact up to the day, by day, then by identity. */
  @SuppressWarnings("unchecked") // a feed has records of its own type
  <R extends SourceRecord> List<R> of(Feed<R> feed) {
    return facts.stream()
        .filter(fact -> fact.feed().number() == feed.number())
        .filter(fact -> !fact.knownAt().isAfter(knownAt))
        .collect(groupingBy(fact -> fact.record().day() + "#" + fact.identity()))
        .values()
        .stream()
        .map(versions -> versions.stream().max(comparing(Fact::version)).orElseThrow())
        .filter(fact -> !fact.record().day().isAfter(asOf))
        .sorted(comparing((Fact<?> f) -> f.record().day()).thenComparing(Fact::identity))
        .map(fact -> (R) fact.record())
        .toList();
  }

  boolean has(Feed<?> feed) {
    return !of(feed).isEmpty();
  }

  boolean knowsSubject(Feed<?> feed) {
    return has(feed) || has(MarketRegistration.FEED);
  }

  /** The newest month that has wholly passed. */
  YearMonth lastMonth() {
    return YearMonth.from(asOf.plusDays(1)).minusMonths(1);
  }

  boolean isPast(LocalDate day) {
    return day != null && !day.isAfter(asOf);
  }

  /** The month of the newest report, unless it is over two months old. */
  YearMonth reportedMonth(Feed<?> feed) {
    YearMonth newest = lastMonth();
    for (int back = 2; back >= 0; back--) {
      YearMonth month = lastMonth().minusMonths(back);
      if (of(feed).stream().anyMatch(record -> YearMonth.from(record.day()).equals(month))) {
        newest = month;
      }
    }
    return newest;
  }

  /** Whether a bill has no payment by the day, or had none when the month of its due day ended. */
  boolean isOrWasOwed(LocalDate due, LocalDate paid) {
    return !isPast(paid) || YearMonth.from(paid).isAfter(YearMonth.from(due));
  }

  /** Whether an event lies in the months before the day, the day itself among them. */
  boolean isWithin(LocalDate event, int months) {
    return event.isAfter(asOf.minusMonths(months)) && isPast(event);
  }

  /** Whether a due day lies in these months and the day after it has come. */
  boolean isMissedWithin(LocalDate due, int months) {
    return isWithin(due, months) && isPast(due.plusDays(1));
  }
}
