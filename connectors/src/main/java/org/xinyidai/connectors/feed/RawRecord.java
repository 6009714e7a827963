package org.xinyidai.connectors.feed;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Fields;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.record.Validated.Rejected;

/**
 * One record as it stood in a file (原始记录). It stays valid after the reader went on, so that it may
 * be checked on another thread.
 */
public final class RawRecord {
  /** The field named by a rejection of the whole record. */
  public static final String WHOLE_RECORD = "record";

  private final long line;
  private final @Nullable Fields fields;
  private final @Nullable Rejected<Row> fault;
  private final Supplier<String> raw;
  private final Supplier<Map<String, String>> named;

  RawRecord(
      long line,
      @Nullable Fields fields,
      Supplier<String> raw,
      Supplier<Map<String, String>> named) {
    this(line, fields, null, raw, named);
  }

  /**
   * A record whose form may be at fault whatever its texts say.
   *
   * @param fault why it is refused where its fields could be taken apart; null where it may be
   *     checked
   */
  RawRecord(
      long line,
      @Nullable Fields fields,
      @Nullable Rejected<Row> fault,
      Supplier<String> raw,
      Supplier<Map<String, String>> named) {
    this.line = line;
    this.fields = fields;
    this.fault = fault;
    this.raw = raw;
    this.named = named;
  }

  /** The line on which the record begins, from 1, in the text without gzip. */
  public long line() {
    return line;
  }

  /** The record as text for the quarantine; a CSV record is written anew with the same fields. */
  public String raw() {
    return raw.get();
  }

  /**
   * The texts of the record by the names in the file, those that no column of the feed answers to
   * as well; blank ones left out. Empty for a record that could not be taken apart.
   */
  public Map<String, String> named() {
    return fields == null ? Map.of() : named.get();
  }

  /** Checks the record; one that could not be taken apart is refused as a whole. */
  public Validated<Row> validate(Feed<?> feed, LocalDate receivedOn) {
    if (fields == null) {
      return new Rejected<>(Reason.ROW_UNREADABLE, WHOLE_RECORD);
    }
    return fault != null ? fault : feed.validate(fields, receivedOn);
  }
}
