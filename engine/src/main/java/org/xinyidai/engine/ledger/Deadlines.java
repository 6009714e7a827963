package org.xinyidai.engine.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.xinyidai.connectors.calendar.HolidayNotices;
import org.xinyidai.models.calendar.Deadline;
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
  private final Map<Long, Deadline> byDay = new HashMap<>();

  public Deadlines(Feed<?> feed) {
    term = ReportingTerm.of(feed);
  }

  /** Whether a record about a day came in time; where no calendar tells, it did not. */
  public boolean isInTime(long epochDay, LocalDate receivedOn) {
    Deadline deadline =
        byDay.computeIfAbsent(epochDay, day -> term.deadline(LocalDate.ofEpochDay(day), CALENDAR));
    return deadline.judge(receivedOn) == Timeliness.IN_TIME;
  }
}
