package org.xinyidai.engine.cleaning;

import java.util.List;
import org.xinyidai.models.cleaning.Correction;

/**
 * What was found to mend in a refused row (清洗记录). The row as it came stays in quarantine under the
 * same batch and line.
 *
 * @param corrections in the order in which they were found; together the row is sound
 * @param by who decided, empty where a rule did or nobody has yet
 * @param filedIn the batch in which the mended row came in, empty while it has not
 */
public record Cleaning(
    String batch,
    long line,
    String feed,
    List<Correction> corrections,
    Status status,
    String by,
    String filedIn) {

  /** How far it has come. */
  public enum Status {
    /** Made by rules that are certain (自动更正). */
    APPLIED,
    /** Waits for a person (待确认). */
    SUGGESTED,
    /** Made after a person agreed (确认更正). */
    APPROVED,
    /** A person did not agree (不予更正). */
    DISMISSED
  }

  public Cleaning {
    corrections = List.copyOf(corrections);
  }

  Cleaning now(Status next, String person, String batchId) {
    return new Cleaning(batch, line, feed, corrections, next, person, batchId);
  }
}
