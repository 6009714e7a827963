package org.xinyidai.engine.redress;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.dispute.CaseFile.Kind;
import org.xinyidai.engine.dispute.CaseFile.Step;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.dispute.Objection;
import org.xinyidai.models.dispute.Outcome;
import org.xinyidai.models.dispute.Repair;

/** The rules of {@code models.dispute} applied to a case on file (办理程序). */
public final class Procedure {
  private Procedure() {}

  /**
   * The state that a step leads to.
   *
   * @throws CaseRefused when it cannot be taken now, or is no step of such a case
   */
  static String next(CaseFile file, String step, String note, LocalDate on) {
    return file.kind() == Kind.OBJECTION
        ? state(objection(file).take(objectionStep(step), note), Objection::state).name()
        : repair(file, step, note, on).name();
  }

  /** Whether something is left to do: a decision, or the written answer. */
  public static boolean isRunning(CaseFile file) {
    if (file.kind() == Kind.OBJECTION) {
      return objection(file).isRunning();
    }
    Repair.State state = repair(file).state();
    return state == Repair.State.APPLIED || state == Repair.State.ADMITTED;
  }

  /** The last day in time for what is due next: the answer, or the first review. */
  public static Deadline deadline(CaseFile file, WorkingCalendar calendar) {
    return file.kind() == Kind.OBJECTION
        ? objection(file).answerBy(calendar)
        : repair(file).reviewBy(calendar);
  }

  /** Whether the clock of the case still runs. */
  public static boolean isClockRunning(CaseFile file) {
    return file.kind() == Kind.OBJECTION
        ? objection(file).isRunning()
        : repair(file).state() == Repair.State.APPLIED;
  }

  /** Whether scores may change with this state, so that their readers must be told. */
  static boolean isDecision(Kind kind, String state) {
    if (kind == Kind.REPAIR) {
      return Repair.State.valueOf(state) == Repair.State.GRANTED;
    }
    return switch (Objection.State.valueOf(state)) {
      case UPHELD, CORRECTED, REMOVED, ANNOTATED, WITHDRAWN -> true;
      case MARKED, CHECKING, ANSWERED -> false;
    };
  }

  /** The state of a case in the words of a clerk. */
  public static String titleZh(CaseFile.Kind kind, String state) {
    return kind == Kind.OBJECTION
        ? Objection.State.valueOf(state).titleZh()
        : Repair.State.valueOf(state).titleZh();
  }

  private static Objection objection(CaseFile file) {
    return new Objection(
        file.id(),
        file.uscc(),
        file.disputed(),
        ChinaTime.dayOf(file.filed().at()),
        Objection.State.valueOf(file.last().state()),
        file.last().note());
  }

  private static Objection.Step objectionStep(String step) {
    try {
      return Objection.Step.valueOf(step.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw unknownStep("ASK_SOURCE, UPHOLD, CORRECT, REMOVE, ANNOTATE, WITHDRAW, ANSWER");
    }
  }

  private static Repair repair(CaseFile file) {
    LocalDate reviewedOn =
        file.steps().stream().skip(1).findFirst().map(Step::at).map(ChinaTime::dayOf).orElse(null);
    return new Repair(
        file.id(),
        file.uscc(),
        file.disputed(),
        ChinaTime.dayOf(file.filed().at()),
        Repair.State.valueOf(file.last().state()),
        reviewedOn,
        file.last().note());
  }

  private static Repair.State repair(CaseFile file, String step, String note, LocalDate on) {
    Repair held = repair(file);
    Outcome<Repair> outcome =
        switch (step.toUpperCase(Locale.ROOT)) {
          case "ADMIT" -> held.review(on, true, note);
          case "RETURN" -> held.review(on, false, note);
          case "GRANT" -> held.decide(true, note);
          case "REFUSE" -> held.decide(false, note);
          default -> throw unknownStep("ADMIT, RETURN, GRANT, REFUSE");
        };
    return state(outcome, Repair::state);
  }

  private static <C, S> S state(Outcome<C> outcome, Function<C, S> of) {
    if (outcome instanceof Outcome.Taken<C> taken) {
      return of.apply(taken.state());
    }
    String why = ((Outcome.Refused<C>) outcome).reason();
    throw new CaseRefused("step", why, "this step cannot be taken now, or its note is empty");
  }

  private static CaseRefused unknownStep(String steps) {
    return new CaseRefused("step", "没有此办理步骤，可用：" + steps, "no such step; take one of " + steps);
  }
}
