package org.xinyidai.engine.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.xinyidai.connectors.calendar.HolidayNotices;
import org.xinyidai.models.calendar.Deadline.Timeliness;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.quality.ReportingTerm;
import org.xinyidai.models.record.Feed;

/**
 * By which day the records of a feed must have come (报送期限), kept by the day they are about:
 * millions of rows are about a few hundred days. For one thread.
 */
public final class Deadlines {
  private static final WorkingCalendar CALENDAR = HolidayNotices.bundled();

  private final Term term;
  private final LocalDate receivedOn;
  private final Map<Long, Boolean> byDay = new HashMap<>();
  private long lastDay = Long.MIN_VALUE;
  private boolean lastInTime;

  public Deadlines(Feed<?> feed, LocalDate receivedOn) {
    this.receivedOn = receivedOn;
    term = ReportingTerm.of(feed);
  }

  /** Whether a record about a day came in time; where no calendar tells, it did not. */
  public boolean isInTime(long epochDay) {
    if (epochDay != lastDay) {
      lastInTime = byDay.computeIfAbsent(epochDay, this::judge);
      lastDay = epochDay;
    }
    return lastInTime;
  }

  private boolean judge(long epochDay) {
    return term.deadline(LocalDate.ofEpochDay(epochDay), CALENDAR).judge(receivedOn)
        == Timeliness.IN_TIME;
  }
}
