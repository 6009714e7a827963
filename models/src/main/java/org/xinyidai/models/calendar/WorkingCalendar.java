package org.xinyidai.models.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Working-day calendar (工作日历): Monday to Friday, less the days off and plus the make-up workdays of
 * the State Council's notices. It knows the years it has notices for and says so beyond them. The
 * last days of its last year may still be moved by the next year's notice.
 */
public final class WorkingCalendar {
  private final Map<LocalDate, DayKind> exceptions;
  private final LocalDate knownFrom;
  private final LocalDate knownTo;

  private WorkingCalendar(
      Map<LocalDate, DayKind> exceptions, LocalDate knownFrom, LocalDate knownTo) {
    this.exceptions = exceptions;
    this.knownFrom = knownFrom;
    this.knownTo = knownTo;
  }

  /**
   * Builds the calendar; where two notices speak of one day, the one later in the list holds.
   *
   * @throws IllegalArgumentException when there is no notice or a year in between has none
   */
  public static WorkingCalendar of(List<HolidayNotice> notices) {
    List<Integer> years = notices.stream().map(HolidayNotice::year).distinct().sorted().toList();
    if (years.isEmpty() || years.get(years.size() - 1) - years.get(0) != years.size() - 1) {
      throw new IllegalArgumentException("holiday notices for consecutive years, not " + years);
    }
    Map<LocalDate, DayKind> exceptions = new HashMap<>();
    for (HolidayNotice notice : notices) {
      for (HolidayNotice.DaysOff off : notice.daysOff()) {
        off.from()
            .datesUntil(off.to().plusDays(1))
            .forEach(day -> exceptions.put(day, DayKind.OFF));
      }
      notice.workdays().forEach(day -> exceptions.put(day, DayKind.WORKING));
    }
    LocalDate from = LocalDate.of(years.get(0), 1, 1);
    LocalDate to =
        LocalDate.of(years.stream().max(Comparator.naturalOrder()).orElseThrow(), 12, 31);
    return new WorkingCalendar(exceptions, from, to);
  }

  /** The first day it answers for. */
  public LocalDate knownFrom() {
    return knownFrom;
  }

  /** The last day it answers for. */
  public LocalDate knownTo() {
    return knownTo;
  }

  /** Whether the day is worked, off, or outside the known years. */
  public DayKind kindOf(LocalDate day) {
    if (day.isBefore(knownFrom) || day.isAfter(knownTo)) {
      return DayKind.UNKNOWN;
    }
    DayKind exception = exceptions.get(day);
    if (exception != null) {
      return exception;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return weekend ? DayKind.OFF : DayKind.WORKING;
  }

  /**
   * The n-th working day after a day, that day itself not counted (Civil Code art. 201: the day on
   * which a period begins is not counted).
   *
   * @param workingDays at least 1
   */
  public Deadline afterWorkingDays(LocalDate start, int workingDays) {
    return count(start, workingDays, 1);
  }

  /**
   * The n-th working day before a day, that day itself not counted.
   *
   * @param workingDays at least 1
   */
  public Deadline beforeWorkingDays(LocalDate end, int workingDays) {
    return count(end, workingDays, -1);
  }

  private Deadline count(LocalDate start, int workingDays, int step) {
    if (workingDays < 1) {
      throw new IllegalArgumentException("at least one working day, not " + workingDays);
    }
    LocalDate day = start;
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(step);
      switch (kindOf(day)) {
        case WORKING -> left--;
        case OFF -> {}
        case UNKNOWN -> {
          return new Deadline.Unknown(day, unknown(day));
        }
      }
    }
    return new Deadline.On(day);
  }

  private String unknown(LocalDate day) {
    return "工作日历只覆盖 %s 至 %s，%s 是否上班未知，请补录 %d 年放假通知"
        .formatted(knownFrom, knownTo, day, day.getYear());
  }
}
