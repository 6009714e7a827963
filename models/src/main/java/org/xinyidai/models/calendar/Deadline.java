package org.xinyidai.models.calendar;

import java.time.LocalDate;

/** The last day on which a duty is still in time (截止日), or why it cannot be told. */
public sealed interface Deadline {
  /** The last day in time; the whole of that day still counts. */
  record On(LocalDate day) implements Deadline {}

  /**
   * Not to be told: the count runs past the notices at hand.
   *
   * @param firstUnknown the first day on the way of which it is not known whether it is worked
   * @param reason for people, with the next step
   */
  record Unknown(LocalDate firstUnknown, String reason) implements Deadline {}

  /** Whether what was done on a day was done in time. */
  default Timeliness judge(LocalDate done) {
    if (this instanceof On on) {
      return done.isAfter(on.day()) ? Timeliness.LATE : Timeliness.IN_TIME;
    }
    return Timeliness.UNKNOWN;
  }

  /** In time (及时), late (迟报), or not to be told for want of a calendar. */
  enum Timeliness {
    IN_TIME,
    LATE,
    UNKNOWN
  }
}
