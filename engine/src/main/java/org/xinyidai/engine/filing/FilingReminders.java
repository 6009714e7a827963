package org.xinyidai.engine.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.FilingReminder;

/**
 * Reminds the city's office of reports that are not filed (报送提醒). Run as often as one likes: each
 * reminder is given once, and of several that have come the last alone.
 */
public final class FilingReminders {
  private static final Act ACT = new Act("platform", "platform", "", "remindOfFilings", "");

  private final Store store;
  private final FilingCalendar calendar;
  private final Duties duties;
  private final Notices notices;
  private final Accounts accounts;

  FilingReminders(
      Store store, FilingCalendar calendar, Duties duties, Notices notices, Accounts accounts) {
    this.store = store;
    this.calendar = calendar;
    this.duties = duties;
    this.notices = notices;
    this.accounts = accounts;
  }

  /** Reminds of what is due on a day and tells how many reports that were. */
  public int tend(LocalDate today) {
    List<CalendarEntry> owed =
        calendar.entries(today).stream()
            .filter(entry -> entry.state() == CalendarEntry.State.RUNNING || entry.state().isOwed())
            .toList();
    int reminded = 0;
    for (CalendarEntry entry : owed) {
      Optional<FilingReminder> reached =
          FilingReminder.reached(entry.dueOn(), today, calendar.days());
      if (reached.isPresent()
          && !duties.isReminded(entry.pack(), entry.period().code(), reached.get())) {
        remind(entry, reached.get());
        reminded++;
      }
    }
    return reminded;
  }

  private void remind(CalendarEntry entry, FilingReminder reminder) {
    List<String> offices =
        accounts.all().stream()
            .filter(one -> one.role() == Role.OFFICE && !one.seat().isOfDistrict())
            .map(Account::organisation)
            .distinct()
            .toList();
    ACT.during(
        () ->
            store.execute(
                changes -> {
                  String period = entry.period().code();
                  if (duties.remind(changes, entry.pack(), period, reminder)) {
                    for (String office : offices) {
                      notices.put(
                          changes,
                          new Notice(
                              office,
                              Notice.Kind.FILING_REMINDER,
                              changes.instant(),
                              entry.pack() + "_" + period,
                              "",
                              words(entry, reminder)));
                    }
                  }
                  return offices.size();
                }));
  }

  private static Words words(CalendarEntry entry, FilingReminder reminder) {
    String title = entry.period().titleZh() + entry.period().kind().titleZh();
    return new Words(
        reminder == FilingReminder.LATE
            ? "%s（%s）已逾期，应于%s前报送，请尽快补报".formatted(title, entry.pack(), entry.dueOn())
            : "%s（%s）应于%s前报送，请及时办理".formatted(title, entry.pack(), entry.dueOn()),
        reminder == FilingReminder.LATE
            ? "The report of %s (%s) was due on %s: file it soon"
                .formatted(entry.period(), entry.pack(), entry.dueOn())
            : "The report of %s (%s) is due on %s"
                .formatted(entry.period(), entry.pack(), entry.dueOn()));
  }
}
