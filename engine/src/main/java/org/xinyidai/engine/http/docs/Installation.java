package org.xinyidai.engine.http.docs;

/**
 * What runs here, for those who open it in a browser.
 *
 * @param simulated whether its enterprises and records are invented: said wherever data shows
 */
public record Installation(boolean simulated) {
  /** The word for machines: in the health answer and in a header of every answer. */
  public String dataOrigin() {
    return simulated ? "simulated" : "delivered";
  }
}
