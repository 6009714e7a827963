package org.xinyidai.engine.lending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Expiry;
import org.xinyidai.models.financing.application.Outcome;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.ReminderLevel;
import org.xinyidai.models.financing.application.ReminderStep;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.Workflow;
import org.xinyidai.models.financing.application.Workflow.Moment;

/**
 * Watches the clocks (催办与失效): reminds the branch, then the head of the lender, escalates to the
 * office, and ends what lapsed. Run as often as one likes: what was said is marked in the same
 * write.
 */
public final class Tending {
  private static final Act ACT = new Act("platform", "platform", "", "tendApplications", "");

  private final Store store;
  private final Applications applications;
  private final LoanDesk desk;
  private final LoanNotices notices;
  private final Supplier<ReminderRoutes> routes;
  private final WorkingCalendar calendar;

  /**
   * Over one store.
   *
   * @param routes read once in each run, outside of changes
   */
  Tending(
      Applications applications,
      LoanDesk desk,
      LoanNotices notices,
      Supplier<ReminderRoutes> routes,
      WorkingCalendar calendar) {
    this.store = applications.store();
    this.applications = applications;
    this.desk = desk;
    this.notices = notices;
    this.routes = routes;
    this.calendar = calendar;
  }

  /**
   * What a run did.
   *
   * @param looked applications whose clock may ring
   * @param beyondCalendar whether the day lies past the holiday notices at hand, so that no working
   *     day can be counted
   */
  public record Tended(
      long looked, Map<ReminderLevel, Long> reminded, long expired, boolean beyondCalendar) {}

  /** Does what is due on a day; durable when it returns. */
  public Tended tend(LocalDate today) {
    List<ApplicationId> running = new ArrayList<>();
    applications.forEachRunning(mark -> running.add(new ApplicationId(mark.id())));
    ReminderRoutes told = routes.get();
    Map<ReminderLevel, Long> reminded = new EnumMap<>(ReminderLevel.class);
    long expired = 0;
    for (ApplicationId id : running) {
      Application held = applications.find(id).orElseThrow();
      if (Expiry.isDue(held, today)) {
        expired += expire(id, today) ? 1 : 0;
      } else if (held.clock().due(today, calendar).isPresent()) {
        ACT.during(() -> store.execute(changes -> remind(changes, id, today, told)))
            .ifPresent(level -> reminded.merge(level, 1L, Long::sum));
      }
    }
    return new Tended(running.size(), reminded, expired, today.isAfter(calendar.knownTo()));
  }

  /** Judged again inside the change. */
  private boolean expire(ApplicationId id, LocalDate today) {
    try {
      PlainStep lapse = new PlainStep(StepKind.EXPIRE, "");
      return ACT.during(() -> store.execute(c -> desk.take(c, id, lapse, Actor.PLATFORM, today)))
          .isPresent();
    } catch (ApplicationRefused moved) {
      return false; // somebody took a step in between
    }
  }

  private Optional<ReminderLevel> remind(
      Changes changes, ApplicationId id, LocalDate today, ReminderRoutes told) {
    Application before = applications.find(changes, id).orElseThrow();
    Optional<ReminderLevel> due = before.clock().due(today, calendar);
    due.ifPresent(
        level -> {
          Moment moment = new Moment(changes.instant(), today);
          Outcome outcome =
              Workflow.take(before, new ReminderStep(level, calendar), Actor.PLATFORM, moment);
          if (outcome instanceof Outcome.Taken taken) {
            applications.put(changes, taken.application(), today);
            notices.reminded(
                changes, taken.application(), level, told.boxes(taken.application(), level));
          }
        });
    return due;
  }
}
