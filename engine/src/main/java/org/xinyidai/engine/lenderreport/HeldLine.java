package org.xinyidai.engine.lenderreport;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.Entry;

/**
 * The last word of a lender on one of its lines (报送行底账), by which a repeat is known.
 *
 * @param digest of what it said
 */
record HeldLine(
    String id,
    Instant openedAt,
    String lender,
    String line,
    String uscc,
    @Nullable String application,
    String digest)
    implements Entry {
  /** Lines are found by their number alone. */
  @Override
  public List<String> parties() {
    return List.of();
  }
}
