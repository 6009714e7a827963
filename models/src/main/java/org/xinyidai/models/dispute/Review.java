package org.xinyidai.models.dispute;

import java.time.LocalDate;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.subject.Uscc;

/**
 * A request that a person look again at what was decided by a machine alone (自动化决策人工复核, 个人信息保护法
 * art. 24): a score, or what a demand was matched with. Immutable; each step gives the request
 * after it, or says why it cannot be.
 *
 * @param reference number of the score or of the demand
 * @param note of the last step, in the words of who took it
 */
public record Review(
    String id,
    Uscc uscc,
    About about,
    String reference,
    LocalDate filedOn,
    State state,
    String note) {

  /** What was decided by a machine. */
  public enum About {
    SCORE("评分"),
    MATCH("匹配结果");

    private final String titleZh;

    About(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** Where a request stands. */
  public enum State {
    REQUESTED("待复核"),
    /** A person looked and came to the same. */
    UPHELD("维持"),
    /** A person came to something else, which the note says. */
    CHANGED("调整"),
    WITHDRAWN("撤回");

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
    UPHOLD(State.UPHELD),
    CHANGE(State.CHANGED),
    WITHDRAW(State.WITHDRAWN);

    private final State to;

    Step(State to) {
      this.to = to;
    }
  }

  /** Files a request. */
  public static Review file(String id, Uscc uscc, Matter matter, LocalDate on, String statement) {
    return new Review(id, uscc, matter.about(), matter.reference(), on, State.REQUESTED, statement);
  }

  /** What is to be looked at again. */
  public record Matter(About about, String reference) {}

  /** Takes a step, or tells why it cannot be taken from here. */
  public Outcome<Review> take(Step step, String words) {
    if (state != State.REQUESTED) {
      return new Outcome.Refused<>("复核处于“%s”，不能执行 %s".formatted(state.titleZh(), step));
    }
    if (words.isBlank()) {
      return new Outcome.Refused<>("请填写理由：" + step);
    }
    return new Outcome.Taken<>(
        new Review(id, uscc, about, reference, filedOn, step.to, words.strip()));
  }

  /** Whether a person still has to look. */
  public boolean isRunning() {
    return state == State.REQUESTED;
  }

  /** The last day on which the answer is in time. */
  public Deadline answerBy(WorkingCalendar calendar) {
    return Term.HUMAN_REVIEW.deadline(filedOn, calendar);
  }
}
