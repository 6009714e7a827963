package org.xinyidai.models.financing.application;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A step that was taken (办理记录).
 *
 * @param unit id of the branch or office where its taker sat; empty for the organisation as a whole
 * @param to the state after it
 * @param details what was said with it, by field
 */
public record Passage(
    StepKind step,
    Party by,
    String organisation,
    String unit,
    Instant at,
    ApplicationState to,
    String note,
    Map<String, String> details) {
  public Passage {
    unit = Objects.requireNonNullElse(unit, ""); // kept before branches were
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }
}
