package org.xinyidai.models.dispute;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Deadline.Timeliness;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.subject.Uscc;

/**
 * A request for credit repair (信用修复) of a penalty or listing that was rightly recorded: first
 * review within 3 working days (E2), then a decision. Granted, its use and publication end.
 * Immutable.
 *
 * @param reviewedOn day of the first review, null before
 * @param note of the last step
 */
public record Repair(
    String id,
    Uscc uscc,
    DisputedFact fact,
    LocalDate appliedOn,
    State state,
    @Nullable LocalDate reviewedOn,
    String note) {

  /** Where a request stands. */
  public enum State {
    APPLIED("待初审"),
    ADMITTED("初审通过"),
    RETURNED("初审退回"),
    GRANTED("准予修复"),
    REFUSED("不予修复");

    private final String titleZh;

    State(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** Applies for a repair. */
  public static Repair apply(
      String id, Uscc uscc, DisputedFact fact, LocalDate on, String statement) {
    return new Repair(id, uscc, fact, on, State.APPLIED, null, statement);
  }

  /** The first review: the papers are complete, or go back with what is missing. */
  public Outcome<Repair> review(LocalDate on, boolean admitted, String note) {
    if (state != State.APPLIED) {
      return refused("初审");
    }
    if (note.isBlank()) {
      return new Outcome.Refused<>("请填写初审意见");
    }
    State next = admitted ? State.ADMITTED : State.RETURNED;
    return new Outcome.Taken<>(new Repair(id, uscc, fact, appliedOn, next, on, note));
  }

  /** The decision on an admitted request. */
  public Outcome<Repair> decide(boolean granted, String note) {
    if (state != State.ADMITTED) {
      return refused("决定");
    }
    if (note.isBlank()) {
      return new Outcome.Refused<>("请填写决定理由");
    }
    State next = granted ? State.GRANTED : State.REFUSED;
    return new Outcome.Taken<>(new Repair(id, uscc, fact, appliedOn, next, reviewedOn, note));
  }

  /** The last day on which the first review is in time. */
  public Deadline reviewBy(WorkingCalendar calendar) {
    return Term.REPAIR_REVIEW.deadline(appliedOn, calendar);
  }

  /** Whether the first review was in time; while there is none, whether it still can be. */
  public Timeliness reviewed(LocalDate today, WorkingCalendar calendar) {
    return reviewBy(calendar).judge(reviewedOn == null ? today : reviewedOn);
  }

  private Outcome<Repair> refused(String step) {
    return new Outcome.Refused<>("修复申请处于“%s”，不能%s".formatted(state.titleZh(), step));
  }
}
