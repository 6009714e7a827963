package org.xinyidai.models.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A notice of the State Council's General Office on holidays (部分节假日安排的通知): which days are off, and
 * which weekend days are worked to make up for them (调休上班). A later notice overrides an earlier one
 * day by day, as the extension of the Spring Festival of 2020 did.
 *
 * @param year the year it arranges; its first or last days may lie in a neighbouring year
 * @param document the notice's number (文号)
 */
public record HolidayNotice(
    int year, String document, List<DaysOff> daysOff, List<LocalDate> workdays) {
  public HolidayNotice {
    daysOff = List.copyOf(daysOff);
    workdays = List.copyOf(workdays);
  }

  /** Days off in a row (放假), both ends included. */
  public record DaysOff(String name, LocalDate from, LocalDate to) {
    public DaysOff {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(name + " ends on " + to + ", before " + from);
      }
    }
  }
}
