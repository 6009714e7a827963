package org.xinyidai.engine.ingest;

/** A delivery that cannot be taken as the batch it names. The message is for its caller. */
public final class BatchConflict extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What stands against it. */
  public enum Kind {
    /** The same batch is being taken in at this moment: wait, then ask for its receipt. */
    IN_PROGRESS,
    /** The idempotency key was used before for other content: take a new key. */
    CONTENT_DIFFERS
  }

  private final Kind kind;

  BatchConflict(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
