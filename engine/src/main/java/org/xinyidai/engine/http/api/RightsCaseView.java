package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.redress.Procedure;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.dispute.Reminder;

/**
 * A case as the API shows it (异议与修复案卷).
 *
 * @param dueOn last day in time of what is due next, null where nothing is or no calendar tells
 * @param reminder how near that is, null while there is time
 */
record RightsCaseView(
    String id,
    String kind,
    String uscc,
    String factId,
    String state,
    String stateZh,
    @Nullable LocalDate dueOn,
    @Nullable ReminderView reminder,
    List<StepView> steps) {

  /** The answer with its one member, the most urgent first. */
  record CaseList(List<RightsCaseView> cases) {}

  /** How near a deadline is. */
  record ReminderView(String level, String levelZh, long daysLeft) {}

  /** One step on file. */
  record StepView(Instant at, String state, String stateZh, String by, String note) {}

  /** A case as an enterprise files it. */
  record Posted(
      @Nullable String uscc,
      @Nullable String factId,
      @Nullable String kind,
      @Nullable String statement) {}

  /** A step as the office takes it. */
  record PostedStep(
      @Nullable String step, @Nullable String note, @Nullable Map<String, String> correction) {}

  static RightsCaseView of(CaseFile file, WorkingCalendar calendar, LocalDate today) {
    Optional<Deadline> deadline =
        Procedure.isClockRunning(file)
            ? Optional.of(Procedure.deadline(file, calendar))
            : Optional.empty();
    return new RightsCaseView(
        file.id(),
        file.kind().name().toLowerCase(Locale.ROOT),
        file.uscc().value(),
        file.fact().toString(),
        file.last().state(),
        Procedure.titleZh(file.kind(), file.last().state()),
        deadline.map(due -> due instanceof Deadline.On on ? on.day() : null).orElse(null),
        deadline
            .flatMap(due -> Reminder.on(today, due))
            .map(r -> new ReminderView(r.level().name(), r.level().titleZh(), r.daysLeft()))
            .orElse(null),
        file.steps().stream().map(step -> step(file.kind(), step)).toList());
  }

  private static StepView step(CaseFile.Kind kind, CaseFile.Step step) {
    return new StepView(
        step.at(), step.state(), Procedure.titleZh(kind, step.state()), step.by(), step.note());
  }
}
