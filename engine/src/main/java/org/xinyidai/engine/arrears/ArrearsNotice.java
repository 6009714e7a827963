package org.xinyidai.engine.arrears;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.Entry;

/**
 * A notice that the office sent of a matter (督促通知).
 *
 * @param by office that sent it
 * @param note of the office, may be empty
 * @param acknowledgedAt when the recipient acknowledged it; null before
 * @param acknowledgedBy account that did; empty before
 */
public record ArrearsNotice(
    String id,
    Matter matter,
    ArrearsLevel level,
    String by,
    String note,
    LocalDate sentOn,
    Instant openedAt,
    @Nullable Instant acknowledgedAt,
    String acknowledgedBy)
    implements Entry {
  @Override
  public List<String> parties() {
    return List.of(matter.organisation());
  }

  ArrearsNotice acknowledged(Instant at, String account) {
    return new ArrearsNotice(id, matter, level, by, note, sentOn, openedAt, at, account);
  }
}
