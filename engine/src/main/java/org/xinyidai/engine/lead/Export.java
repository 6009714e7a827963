package org.xinyidai.engine.lead;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Leads that were pulled at once (线索导出), as they were told then.
 *
 * @param account who pulled
 * @param purpose as the puller gave it
 * @param question the body of the request, as JSON
 * @param cut whether the quota left no room for all that were asked for
 */
public record Export(
    String id,
    String lender,
    String account,
    Instant at,
    String purpose,
    String question,
    boolean cut,
    List<Row> rows) {
  public Export {
    rows = List.copyOf(rows);
  }

  /**
   * One lead.
   *
   * @param mark stands in this row of this export and nowhere else
   * @param uscc never told without consent
   * @param coarse by attribute, a code, a number, or a band in words; without those that are not
   *     told
   */
  public record Row(String leadId, String mark, String uscc, Map<String, Object> coarse) {
    public Row {
      coarse = Collections.unmodifiableMap(new LinkedHashMap<>(coarse));
    }
  }
}
