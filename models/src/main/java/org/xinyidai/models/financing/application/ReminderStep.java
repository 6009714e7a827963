package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.models.calendar.WorkingCalendar;

/** The platform reminds of an application that waits (催办); each level once. */
public record ReminderStep(ReminderLevel level, WorkingCalendar calendar) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.REMIND;
  }

  @Override
  public String note() {
    return "";
  }

  @Override
  public Map<String, String> details() {
    return Map.of("level", level.name());
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    boolean due = application.clock().due(today, calendar).filter(one -> one == level).isPresent();
    return Fault.unless(due, Obstacle.NOT_YET, "step");
  }

  @Override
  public void change(Draft draft) {
    draft.clock = draft.clock.told(level);
  }
}
