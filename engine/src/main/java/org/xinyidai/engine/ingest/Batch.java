package org.xinyidai.engine.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ledger.Cell;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.record.Feed;

/**
 * A batch (归集批次): one delivery of records of one feed, and the circumstances that a repeat after a
 * crash must find unchanged.
 *
 * @param id unique in the store
 * @param attempt 1 for the first delivery of this content, one more each time it comes again after
 *     the last was finished
 * @param content SHA-256 of feed and bytes in hexadecimal, to know the same delivery again
 * @param receivedAt when the first row was looked at
 * @param knownAt when its facts count as known, for a backfill; null means when each is written
 */
public record Batch(
    String id,
    String feed,
    String source,
    int attempt,
    String content,
    Instant receivedAt,
    @Nullable Instant knownAt) {

  /** What the id of a batch of refused rows that found their enterprise begins with. */
  public static final String REFILED = "x-";

  private static final String FILE = "f-";

  /**
   * For a batch of refused rows that found their enterprise, the batch that refused them; its
   * source names it before the line, if any.
   */
  public Optional<String> refiledFrom() {
    return id.startsWith(REFILED) ? Optional.of(source.split(":", 2)[0]) : Optional.empty();
  }

  /** Who sent it: the caller, and for a file the office that owns the feed. */
  public String sender(String owner) {
    return id.startsWith(FILE) ? owner : source;
  }

  /** Where its rows without a known district stand in the quality ledger. */
  public Cell cell(Feed<?> declared) {
    YearMonth month = YearMonth.from(receivedOn());
    return new Cell(month, feed, sender(declared.source()), Cell.UNKNOWN);
  }

  /** The day that no period of a row may pass, in China. */
  public LocalDate receivedOn() {
    Instant instant = knownAt == null ? receivedAt : knownAt;
    return ChinaTime.dayOf(instant);
  }
}
