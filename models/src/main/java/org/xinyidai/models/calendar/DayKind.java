package org.xinyidai.models.calendar;

/** Whether a day is worked (工作日), off, or beyond what the notices at hand can tell. */
public enum DayKind {
  WORKING,
  OFF,
  UNKNOWN
}
