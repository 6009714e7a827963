package org.xinyidai.models.financing.application;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A step that was taken (办理记录).
 *
 * @param to the state after it
 * @param details what was said with it, by field
 */
public record Passage(
    StepKind step,
    Party by,
    String organisation,
    Instant at,
    ApplicationState to,
    String note,
    Map<String, String> details) {
  public Passage {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }
}
