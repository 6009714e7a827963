package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When a bill counts as owed (欠缴认定): while it is past its due day and unpaid, and for good when it
 * was still unpaid at the end of the month in which it fell due, for then the office reported it as
 * owed. Paid a few days late within that month it is late, not owed.
 */
final class Arrears {
  private Arrears() {}

  /** Whether a bill past its due day is owed, or was when the month ended. */
  static boolean isOwed(Observation observation, LocalDate dueOn, @Nullable LocalDate paidOn) {
    return paidOn == null
        || !observation.sees(paidOn)
        || paidOn.isAfter(YearMonth.from(dueOn).atEndOfMonth());
  }
}
