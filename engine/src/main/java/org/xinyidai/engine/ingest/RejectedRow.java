package org.xinyidai.engine.ingest;

import org.xinyidai.models.record.Validated.Reason;

/**
 * A row in quarantine (问题数据): what was wrong, and the row itself to mend it by.
 *
 * @param source file or caller that sent it
 * @param line the line on which it began, from 1
 * @param field the column at fault
 * @param record the row as text, at most {@link #MAX_RECORD} characters
 */
public record RejectedRow(String source, long line, String field, Reason reason, String record) {
  /** Long enough for a row of any feed; what is longer is no row, and its head identifies it. */
  public static final int MAX_RECORD = 4_000;

  public RejectedRow {
    if (record.length() > MAX_RECORD) {
      record = record.substring(0, MAX_RECORD);
    }
  }
}
