package org.xinyidai.models.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock on the wall of enterprises, lenders and offices (北京时间): every day is told by it. */
public final class ChinaTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaTime() {}

  /** The day on which an instant lies. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The first instant of a day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
