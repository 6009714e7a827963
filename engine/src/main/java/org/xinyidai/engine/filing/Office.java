package org.xinyidai.engine.filing;

import java.security.SecureRandom;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.supervision.FunnelDesk;
import org.xinyidai.engine.supervision.HandlingDesk;
import org.xinyidai.engine.supervision.OverdueDesk;
import org.xinyidai.engine.uptake.UptakeDesk;

/** What the office works with (主管部门工作台), wired once. */
public record Office(
    FunnelDesk funnel,
    OverdueDesk overdue,
    HandlingDesk handling,
    Duties duties,
    Filings filings,
    FilingCalendar calendar,
    FilingReminders reminders,
    OfficeReports reports,
    FilingDesk desk,
    OfficeExports exports,
    MarketPulse pulse) {
  /** The services upon a platform, with the packs that are judged here. */
  public static Office of(Platform platform, Accounts accounts, Loans loans, UptakeDesk uptake) {
    return of(platform, accounts, loans, new PackAssessments(uptake));
  }

  /** The same with judgements of one's own. */
  static Office of(Platform platform, Accounts accounts, Loans loans, Assessments assessments) {
    FunnelDesk funnel = new FunnelDesk(platform, loans);
    OverdueDesk overdue = new OverdueDesk(loans, platform.quality());
    Duties duties = new Duties(platform.store());
    Filings filings = new Filings(platform.store());
    FilingCalendar calendar = new FilingCalendar(duties, filings, loans.calendar());
    OfficeReports reports = new OfficeReports(platform, assessments, funnel, overdue);
    return new Office(
        funnel,
        overdue,
        new HandlingDesk(platform, loans),
        duties,
        filings,
        calendar,
        new FilingReminders(platform.store(), calendar, duties, platform.notices(), accounts),
        reports,
        new FilingDesk(platform.store(), platform.sealKey(), reports, filings, calendar),
        new OfficeExports(platform.store(), new SecureRandom()),
        new MarketPulse(funnel, overdue, calendar));
  }
}
