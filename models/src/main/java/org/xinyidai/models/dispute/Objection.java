package org.xinyidai.models.dispute;

import java.time.LocalDate;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.subject.Uscc;

/**
 * An objection (异议) to one fact: marked the moment it is filed, checked with the source, answered
 * in writing within 20 days (征信业管理条例 art. 25; E1), and then put into effect. Immutable; each step
 * gives the case after it, or says why it cannot be.
 *
 * @param note of the last step, in the words of who took it
 */
public record Objection(
    String id, Uscc uscc, DisputedFact fact, LocalDate filedOn, State state, String note) {

  /** Where an objection stands. */
  public enum State {
    /** The fact bears the mark of dispute from here on (标注). */
    MARKED("已标注"),
    /** Its source was asked (核查). */
    CHECKING("核查中"),
    /** The fact holds: the mark goes, the answer says why. */
    UPHELD("维持"),
    /** The fact was wrong and is superseded by a right one. */
    CORRECTED("更正"),
    /** The fact was wrong and is taken back. */
    REMOVED("删除"),
    /** Neither could be shown; the enterprise's own statement stays beside the fact. */
    ANNOTATED("添加声明"),
    /** The enterprise took it back. */
    WITHDRAWN("撤回"),
    /** The answer went out in writing; nothing is left to do. */
    ANSWERED("已答复");

    private final String titleZh;

    State(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** What may be done about it. */
  public enum Step {
    ASK_SOURCE(State.CHECKING),
    UPHOLD(State.UPHELD),
    CORRECT(State.CORRECTED),
    REMOVE(State.REMOVED),
    ANNOTATE(State.ANNOTATED),
    WITHDRAW(State.WITHDRAWN),
    ANSWER(State.ANSWERED);

    private final State to;

    Step(State to) {
      this.to = to;
    }

    private boolean isPossibleFrom(State state) {
      return switch (this) {
        case ASK_SOURCE -> state == State.MARKED;
        case UPHOLD, ANNOTATE -> state == State.CHECKING;
        case CORRECT, REMOVE, WITHDRAW -> state == State.MARKED || state == State.CHECKING;
        case ANSWER ->
            switch (state) {
              case UPHELD, CORRECTED, REMOVED, ANNOTATED -> true;
              case MARKED, CHECKING, WITHDRAWN, ANSWERED -> false;
            };
      };
    }
  }

  /** Files an objection: the fact is marked at once. */
  public static Objection file(
      String id, Uscc uscc, DisputedFact fact, LocalDate on, String statement) {
    return new Objection(id, uscc, fact, on, State.MARKED, statement);
  }

  /** Takes a step, or tells why it cannot be taken from here. */
  public Outcome<Objection> take(Step step, String note) {
    if (!step.isPossibleFrom(state)) {
      return new Outcome.Refused<>("异议处于“%s”，不能执行 %s".formatted(state.titleZh(), step));
    }
    if (note.isBlank()) {
      return new Outcome.Refused<>("请填写办理说明：" + step);
    }
    return new Outcome.Taken<>(new Objection(id, uscc, fact, filedOn, step.to, note));
  }

  /** Whether the fact is to be treated as disputed: from the filing until a decision. */
  public boolean isOpen() {
    return state == State.MARKED || state == State.CHECKING;
  }

  /** Whether the 20 days still run: until the answer goes out or the case is withdrawn. */
  public boolean isRunning() {
    return state != State.ANSWERED && state != State.WITHDRAWN;
  }

  /** The last day on which the answer is in time. */
  public Deadline answerBy(WorkingCalendar calendar) {
    return Term.OBJECTION.deadline(filedOn, calendar);
  }
}
