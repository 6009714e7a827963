package org.xinyidai.engine.ingest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Validated.Reason;

/**
 * A row in quarantine (问题数据): what was wrong, and the row itself to mend it by.
 *
 * @param source file or caller that sent it
 * @param line the line on which it began, from 1
 * @param field the column at fault
 * @param record the row as text, at most {@link #MAX_RECORD} characters
 * @param named its texts by the names in the file, to find whose it is and to mend it by; empty for
 *     a row that could not be taken apart
 */
public record RejectedRow(
    String source,
    long line,
    String field,
    Reason reason,
    String record,
    Map<String, String> named) {
  /** Long enough for a row of any feed; what is longer is no row, and its head identifies it. */
  public static final int MAX_RECORD = 4_000;

  public RejectedRow {
    if (record.length() > MAX_RECORD) {
      record = record.substring(0, MAX_RECORD);
    }
    // Rows that were stored before this field was kept have none.
    named = named == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(named));
  }

  /** Whether the row lacks nothing but a right code, as far as was checked. */
  @JsonIgnore
  public boolean lacksCode() {
    return field.equals(Column.USCC.name()) && !named.isEmpty();
  }
}
