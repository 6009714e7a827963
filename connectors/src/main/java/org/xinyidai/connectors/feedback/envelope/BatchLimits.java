package org.xinyidai.connectors.feedback.envelope;

/** How large a batch may be (批次上限). */
public final class BatchLimits {
  /** More costs memory on both sides and saves nothing: keys are a small share from 100 on. */
  public static final int MAX_RECORDS = 1_000;

  /** The lines of a batch together: what both sides hold a few times while they work on it. */
  public static final int MAX_BYTES = 2 << 20;

  /** The envelope in JSON: the lines in base64 with room for the rest. */
  public static final int MAX_ENVELOPE_BYTES = MAX_BYTES / 3 * 4 + 16 * 1024;

  /** An answer to a full batch with a sentence for every result. */
  public static final int MAX_ANSWER_BYTES = 1 << 20;

  /** What a day's list may take for a page. */
  public static final int MAX_PAGE_BYTES = 1 << 20;

  private BatchLimits() {}
}
