package org.xinyidai.engine.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.FilingPeriod;

/**
 * That the office owes a report (报送任务): of one pack of targets, every month, quarter or year.
 *
 * @param kind code of the period's kind
 * @param since code of the first period that is owed
 * @param until code of the last, null while it goes on
 * @param by account that said so
 */
public record Duty(
    String pack, String kind, String since, @Nullable String until, String by, Instant at) {

  FilingPeriod.Kind periods() {
    return FilingPeriod.Kind.ofCode(kind).orElseThrow();
  }

  FilingPeriod first() {
    return FilingPeriod.parse(since).orElseThrow();
  }

  boolean covers(FilingPeriod period) {
    return period.kind() == periods()
        && period.compareTo(first()) >= 0
        && (until == null || period.compareTo(FilingPeriod.parse(until).orElseThrow()) <= 0);
  }
}
