package org.xinyidai.engine.lending;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.xinyidai.connectors.calendar.HolidayNotices;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.calendar.WorkingCalendar;

/** The services of this room upon one platform (融资申请服务), wired once. */
public record Loans(
    Applications applications,
    LoanDesk desk,
    FilingClerk clerk,
    Tending tending,
    Outbox outbox,
    LenderNames names,
    Organisations organisations,
    WorkingCalendar calendar,
    InstantSource clock) {

  /** The services of a platform, with the working days that come with the program. */
  public static Loans of(Platform platform, Accounts accounts) {
    WorkingCalendar calendar = HolidayNotices.bundled();
    Applications applications = new Applications(platform.store(), calendar);
    Organisations organisations = new Organisations(platform.store(), new SecureRandom());
    LenderNames names = new LenderNames(platform.shelf());
    LoanNotices notices = new LoanNotices(platform.notices(), names);
    Outbox outbox = new Outbox(platform.store());
    LoanDesk desk =
        new LoanDesk(
            applications,
            notices,
            new LoanResults(names, organisations, outbox),
            new Consequences(platform.monitor().results(), platform.market().quotas()));
    return new Loans(
        applications,
        desk,
        new FilingClerk(platform),
        new Tending(
            applications,
            desk,
            notices,
            () -> ReminderRoutes.read(accounts, organisations),
            calendar),
        outbox,
        names,
        organisations,
        calendar,
        platform.clock());
  }

  /** Today in China. */
  public LocalDate today() {
    return LoanDesk.day(clock.instant());
  }

  /** How many stand where, of those that pass a filter. */
  public Funnel funnel(Predicate<ApplicationMark> filter) {
    return Funnel.of(applications, filter, today());
  }
}
