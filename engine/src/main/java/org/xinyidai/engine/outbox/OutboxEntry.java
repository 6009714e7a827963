package org.xinyidai.engine.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;

/**
 * One event that shall leave (待发事件).
 *
 * @param id stable, by which a receiver knows a repeat
 * @param topic what it tells of, such as {@code loan.grant}
 * @param version of the payload's form; fields are added within a version, never renamed
 * @param at when it became known here, which is the instant of its change
 * @param scope whose event it is
 */
public record OutboxEntry(
    String id, String topic, int version, Instant at, Scope scope, JsonNode payload) {
  /** As long as an id may be: what every receiver takes, and what a list can show. */
  public static final int LONGEST_ID = 120;

  /** Topics of events that stand in place of an earlier one begin with it. */
  public static final String CORRECTION = "correction.";

  public OutboxEntry {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException("an event has an id of at most " + LONGEST_ID);
    }
    scope = Objects.requireNonNullElse(scope, Scope.NOBODY);
  }

  /** Whether it stands in place of an earlier one, and so is not counted as having arisen. */
  public boolean isCorrection() {
    return topic.startsWith(CORRECTION);
  }

  /**
   * Who may look at it besides the platform's own people.
   *
   * @param district division code of the enterprise; empty where it is not known
   * @param lender organisation of the lender; empty where there is none
   */
  public record Scope(String district, String lender) {
    static final Scope NOBODY = new Scope("", "");
  }
}
