package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.DayKind;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.calendar.WorkingCalendar;

/**
 * The 10 working days in which a lender decides (办理时限, B4): the day of filing does not count, nor
 * do the days on which the enterprise owes documents, the day on which it brings them included.
 *
 * @param pauses that have ended
 * @param pausedOn since when documents are owed; null while none are
 * @param stoppedOn the day of the decision, or of any other end; null before
 * @param told the highest level that was reminded; null before the first
 */
public record HandlingClock(
    LocalDate startedOn,
    List<Pause> pauses,
    @Nullable LocalDate pausedOn,
    @Nullable LocalDate stoppedOn,
    @Nullable ReminderLevel told) {

  /** Days that do not count: those after {@code from} up to and with {@code to}. */
  public record Pause(LocalDate from, LocalDate to) {
    boolean covers(LocalDate day) {
      return day.isAfter(from) && !day.isAfter(to);
    }
  }

  public HandlingClock {
    pauses = List.copyOf(pauses);
  }

  static HandlingClock startedOn(LocalDate day) {
    return new HandlingClock(day, List.of(), null, null, null);
  }

  /** Whether the enterprise owes documents. */
  public boolean paused() {
    return pausedOn != null;
  }

  /** Working days used by the end of a day; days beyond the calendar do not count. */
  public int usedDays(LocalDate today, WorkingCalendar calendar) {
    LocalDate end = stoppedOn != null && stoppedOn.isBefore(today) ? stoppedOn : today;
    int used = 0;
    for (LocalDate day = startedOn.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
      used += calendar.kindOf(day) == DayKind.WORKING && !isFree(day, today) ? 1 : 0;
    }
    return used;
  }

  /** The last day in time; while documents are owed, as if they came today. */
  public Deadline dueOn(LocalDate today, WorkingCalendar calendar) {
    int left = Term.APPLICATION.count();
    LocalDate day = startedOn;
    while (left > 0) {
      day = day.plusDays(1);
      DayKind kind = calendar.kindOf(day);
      if (kind == DayKind.UNKNOWN) {
        return calendar.afterWorkingDays(day.minusDays(1), 1);
      }
      left -= kind == DayKind.WORKING && !isFree(day, today) ? 1 : 0;
    }
    return new Deadline.On(day);
  }

  /** Whom to remind now: the highest level reached that was not told yet. */
  public Optional<ReminderLevel> due(LocalDate today, WorkingCalendar calendar) {
    if (paused() || stoppedOn != null) {
      return Optional.empty();
    }
    return ReminderLevel.reached(usedDays(today, calendar))
        .filter(level -> told == null || level.compareTo(told) > 0);
  }

  HandlingClock pause(LocalDate day) {
    return new HandlingClock(startedOn, pauses, day, stoppedOn, told);
  }

  /** Goes on; harmless where it runs. */
  HandlingClock resume(LocalDate day) {
    if (pausedOn == null) {
      return this;
    }
    List<Pause> all = new ArrayList<>(pauses);
    all.add(new Pause(pausedOn, day));
    return new HandlingClock(startedOn, all, null, stoppedOn, told);
  }

  HandlingClock stop(LocalDate day) {
    HandlingClock run = resume(day);
    return new HandlingClock(startedOn, run.pauses, null, day, told);
  }

  HandlingClock told(ReminderLevel level) {
    return new HandlingClock(startedOn, pauses, pausedOn, stoppedOn, level);
  }

  private boolean isFree(LocalDate day, LocalDate today) {
    boolean now = pausedOn != null && new Pause(pausedOn, today).covers(day);
    return now || pauses.stream().anyMatch(pause -> pause.covers(day));
  }
}
