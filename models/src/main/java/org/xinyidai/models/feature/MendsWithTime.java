package org.xinyidai.models.feature;

/** Whether waiting alone, with no new fact, can move a feature the good way. */
public enum MendsWithTime {
  NEVER,
  /** It grows by the calendar, like the age of the enterprise. */
  AGES,
  /** It counts bad events in a window, and old events leave the window. */
  EXPIRES
}
