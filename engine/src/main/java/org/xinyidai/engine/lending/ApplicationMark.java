package org.xinyidai.engine.lending;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.ApplicationState.Phase;

/**
 * What lists and counts need of an application (申请索引), so that they read no application to leave it
 * out.
 *
 * @param dueOn last day in time for the decision; null where none is due, none can be told, or
 *     documents are owed
 */
public record ApplicationMark(
    String id,
    String demand,
    ApplicationState state,
    String lender,
    String district,
    Instant filedAt,
    @Nullable LocalDate dueOn) {
  static ApplicationMark of(Application application, LocalDate today, WorkingCalendar calendar) {
    return new ApplicationMark(
        application.id().value(),
        application.filing().demand().value(),
        application.state(),
        application.filing().target().lender(),
        application.filing().district(),
        application.filing().at(),
        due(application, today, calendar));
  }

  private static @Nullable LocalDate due(
      Application application, LocalDate today, WorkingCalendar calendar) {
    boolean runs = application.state().phase() == Phase.HANDLING && !application.clock().paused();
    return runs && application.clock().dueOn(today, calendar) instanceof Deadline.On on
        ? on.day()
        : null;
  }

  /** Whether the lender has let its time pass. */
  public boolean overdue(LocalDate today) {
    return dueOn != null && today.isAfter(dueOn);
  }
}
