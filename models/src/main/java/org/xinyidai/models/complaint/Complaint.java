package org.xinyidai.models.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.complaint.ComplaintStep.By;
import org.xinyidai.models.product.Text;

/**
 * A complaint (投诉). Immutable.
 *
 * @param complainant code of the enterprise, or the name of whoever called; never empty
 * @param contact how a caller is reached; empty for an enterprise that came online
 * @param ticket number of the hotline or of 蒙企通; empty where it has none
 * @param organisation that it is against; empty for the platform
 * @param district six digits; empty where it is not known
 * @param assignee organisation that owes the answer; null before it is given to one
 * @param escalatedOn when an overdue answer was brought before the office; null before
 */
public record Complaint(
    String id,
    String complainant,
    String contact,
    ComplaintWords.Channel channel,
    String ticket,
    ComplaintWords.Category category,
    ComplaintWords.Against against,
    String organisation,
    String text,
    String district,
    LocalDate filedOn,
    Instant at,
    ComplaintState state,
    @Nullable String assignee,
    @Nullable LocalDate escalatedOn,
    List<Taken> history) {
  /** Taken on or refused; no document names a term, so that of a first review (E2) is promised. */
  public static final Term ACCEPTANCE =
      new Term("D5", "投诉2个工作日内受理交办", Term.Counting.WORKING_DAYS, 2);

  /** Answered; no document names a term, so that of an application (B4) is promised. */
  public static final Term REPLY = new Term("D5", "投诉10个工作日内答复", Term.Counting.WORKING_DAYS, 10);

  private static final int LONGEST_NOTE = 1_000;
  private static final int MOST_STEPS = 50;

  public Complaint {
    history = List.copyOf(history);
  }

  /**
   * A step that was taken.
   *
   * @param to organisation that it was given to; empty where it was not
   */
  public record Taken(
      ComplaintStep step,
      By by,
      String organisation,
      Instant at,
      LocalDate on,
      String to,
      String note) {}

  /** The last day for what is owed now; empty where nothing is. */
  public Optional<Deadline> due(WorkingCalendar calendar) {
    return switch (state) {
      case FILED -> Optional.of(ACCEPTANCE.deadline(filedOn, calendar));
      case ASSIGNED -> Optional.of(REPLY.deadline(filedOn, calendar));
      default -> Optional.empty();
    };
  }

  public boolean overdue(LocalDate today, WorkingCalendar calendar) {
    return due(calendar).filter(due -> due.judge(today) == Deadline.Timeliness.LATE).isPresent();
  }

  /** When it was first answered; empty before. */
  public Optional<LocalDate> answeredOn() {
    return history.stream()
        .filter(taken -> taken.step() == ComplaintStep.ANSWER)
        .map(Taken::on)
        .findFirst();
  }

  /** What the complainant said last of the answer; empty where nothing was said. */
  public Optional<Boolean> satisfied() {
    for (int i = history.size() - 1; i >= 0; i--) {
      ComplaintStep step = history.get(i).step();
      if (step == ComplaintStep.SATISFIED || step == ComplaintStep.DISSATISFIED) {
        return Optional.of(step == ComplaintStep.SATISFIED);
      }
    }
    return Optional.empty();
  }

  /** Why a step cannot be taken; empty where it can. */
  public Optional<Text> obstacle(Taken wish) {
    ComplaintStep step = wish.step();
    if (!step.isBy(wish.by())) {
      return text("该步骤不由您办理", "this step is not yours to take");
    }
    if (!step.isFrom(state) || history.size() >= MOST_STEPS) {
      return text(
          "投诉现为“%s”，不能办理“%s”".formatted(state.titleZh(), step.titleZh()),
          "the complaint is %s: no %s from there".formatted(state, step.code()));
    }
    boolean reasoned = step == ComplaintStep.ANSWER || step == ComplaintStep.DISSATISFIED;
    if (wish.note().length() > LONGEST_NOTE || (reasoned && wish.note().isBlank())) {
      return text("请用1至1000个字填写答复或理由", "say it in 1 to 1000 characters");
    }
    return step == ComplaintStep.ASSIGN && wish.to().isBlank()
        ? text("请填写承办单位 to", "name in `to` who is to answer")
        : Optional.empty();
  }

  /** The complaint after a step for which there is no obstacle. */
  public Complaint after(Taken taken) {
    boolean second =
        taken.step() == ComplaintStep.DISSATISFIED
            && history.stream().anyMatch(one -> one.step() == ComplaintStep.DISSATISFIED);
    List<Taken> more = new ArrayList<>(history);
    more.add(taken);
    String next = taken.step() == ComplaintStep.ASSIGN ? taken.to() : assignee;
    return with(second ? ComplaintState.CLOSED : taken.step().to(), next, escalatedOn, more);
  }

  /** The complaint once its lateness was brought before the office. */
  public Complaint escalated(LocalDate on) {
    return with(state, assignee, on, history);
  }

  private Complaint with(
      ComplaintState next, @Nullable String to, @Nullable LocalDate escalated, List<Taken> steps) {
    return new Complaint(
        id,
        complainant,
        contact,
        channel,
        ticket,
        category,
        against,
        organisation,
        text,
        district,
        filedOn,
        at,
        next,
        to,
        escalated,
        steps);
  }

  private static Optional<Text> text(String zh, String en) {
    return Optional.of(new Text(zh, en));
  }
}
