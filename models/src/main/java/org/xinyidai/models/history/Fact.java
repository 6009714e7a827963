package org.xinyidai.models.history;

import java.time.Instant;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.SourceRecord;

/**
 * A fact (事实) with two clocks: the day its record is about, and the instant it became known here.
 *
 * @param identity names the same fact again when it is corrected; unique within one enterprise,
 *     feed and day
 * @param version 0 for the first report, one more for each correction of the same identity
 * @param knownAt when the platform acknowledged it
 * @param withdrawn whether this version takes the fact back: it was filed under the wrong
 *     enterprise, or removed after an objection; its record is that of the version before
 */
public record Fact<R extends SourceRecord>(
    Feed<R> feed, R record, String identity, int version, Instant knownAt, boolean withdrawn) {
  /** A version that holds. */
  public Fact(Feed<R> feed, R record, String identity, int version, Instant knownAt) {
    this(feed, record, identity, version, knownAt, false);
  }
}
