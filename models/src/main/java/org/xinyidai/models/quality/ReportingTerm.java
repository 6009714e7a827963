package org.xinyidai.models.quality;

import java.util.List;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.Permit;

/** By when a record of a feed must have been reported (报送期限). */
public final class ReportingTerm {
  private static final List<Feed<?>> DOUBLE_PUBLICITY = List.of(Permit.FEED, Penalty.FEED);

  private ReportingTerm() {}

  /**
   * Permits and penalties within 7 working days of the decision (C7), all else by the 4th of the
   * month after the day the record is about (C6).
   */
  public static Term of(Feed<?> feed) {
    return DOUBLE_PUBLICITY.contains(feed) ? Term.PERMIT_OR_PENALTY : Term.MONTHLY_REPORT;
  }
}
