package org.xinyidai.engine.ingest;

import org.jspecify.annotations.Nullable;

/**
 * The receipt of a batch (回执), durable with the rows it counts: also the mark from which an
 * interrupted batch goes on.
 *
 * @param lastLine the line of the last row that is done; 0 before the first
 * @param problem why the source could not be read to its end, for a person; null unless broken
 */
public record Receipt(
    Batch batch, Status status, Counts counts, long lastLine, @Nullable String problem) {

  /** How far a batch has come. */
  public enum Status {
    /** Rows may follow; the same delivery again goes on behind {@link Receipt#lastLine}. */
    RUNNING,
    /** Every row is accounted for. */
    COMPLETE,
    /** The source ended in something unreadable; the rows before it are accounted for. */
    BROKEN
  }

  static Receipt begin(Batch batch) {
    return new Receipt(batch, Status.RUNNING, Counts.NONE, 0, null);
  }

  public boolean isFinished() {
    return status != Status.RUNNING;
  }
}
