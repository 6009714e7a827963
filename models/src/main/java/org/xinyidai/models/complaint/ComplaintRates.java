package org.xinyidai.models.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.WorkingCalendar;

/**
 * How complaints were handled (投诉办理统计): those that were taken back are counted and no more. A rate
 * is in basis points, and null where there is nothing to divide by.
 *
 * @param solved answered or closed
 * @param rated those of which the complainant said whether the answer will do
 * @param inTime answered within the term
 * @param due answered, or past the term without an answer
 */
public record ComplaintRates(
    long received,
    long withdrawn,
    long solved,
    long rated,
    long satisfied,
    long inTime,
    long due,
    long overdue) {
  private static final long BASIS_POINTS = 10_000;

  /** Counts them as they stand on a day. */
  public static ComplaintRates of(
      List<Complaint> complaints, LocalDate today, WorkingCalendar calendar) {
    long withdrawn = 0;
    long solved = 0;
    long rated = 0;
    long satisfied = 0;
    long inTime = 0;
    long due = 0;
    long overdue = 0;
    for (Complaint one : complaints) {
      if (one.state() == ComplaintState.WITHDRAWN) {
        withdrawn++;
        continue;
      }
      boolean late = one.overdue(today, calendar);
      overdue += late ? 1 : 0;
      solved += one.state().isOwed() ? 0 : 1;
      Optional<Boolean> said = one.satisfied();
      rated += said.isPresent() ? 1 : 0;
      satisfied += said.orElse(false) ? 1 : 0;
      Optional<LocalDate> answered = one.answeredOn();
      due += answered.isPresent() || late ? 1 : 0;
      inTime += answered.filter(on -> isInTime(one, on, calendar)).isPresent() ? 1 : 0;
    }
    return new ComplaintRates(
        complaints.size(), withdrawn, solved, rated, satisfied, inTime, due, overdue);
  }

  private static boolean isInTime(Complaint one, LocalDate on, WorkingCalendar calendar) {
    return Complaint.REPLY.deadline(one.filedOn(), calendar).judge(on)
        == Deadline.Timeliness.IN_TIME;
  }

  /** Solved of those that were not taken back (办结率). */
  public @Nullable Long solvedBp() {
    return share(solved, received - withdrawn);
  }

  /** Satisfied of those who said (满意率). */
  public @Nullable Long satisfiedBp() {
    return share(satisfied, rated);
  }

  /** In time of those that are due (按时率). */
  public @Nullable Long inTimeBp() {
    return share(inTime, due);
  }

  private static @Nullable Long share(long part, long whole) {
    return whole == 0 ? null : part * BASIS_POINTS / whole;
  }
}
