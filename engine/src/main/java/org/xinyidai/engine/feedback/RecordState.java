package org.xinyidai.engine.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.Deadline.Timeliness;

/**
 * What is known of one record at one tier (单条回传状态).
 *
 * @param code why it was rejected or set aside; null for other standings
 * @param reason the same in words; empty where there are none
 * @param batch number of the last batch with it; 0 before the first
 * @param asked how often the node did not say
 * @param answeredAt when the node first said yes or no; null before
 * @param timeliness whether that was within the limit; null before
 * @param due when it is to be sent again; null where it is not
 * @param correctedBy id of the record that shall stand in its place; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordState(
    Standing standing,
    @Nullable String code,
    String reason,
    long batch,
    int asked,
    @Nullable Instant answeredAt,
    @Nullable Timeliness timeliness,
    @Nullable Instant due,
    @Nullable String correctedBy) {
  /** Before anything happened to it. */
  public static final RecordState NEW =
      new RecordState(Standing.WAITING, null, "", 0, 0, null, null, null, null);

  /** The node said yes or no for the first time, or again. */
  RecordState answered(Standing said, @Nullable String why, String words, Answered when) {
    return new RecordState(
        said,
        why,
        words,
        when.batch(),
        asked,
        answeredAt == null ? when.at() : answeredAt,
        timeliness == null ? when.timeliness() : timeliness,
        null,
        correctedBy);
  }

  /** When the node said so, and in which batch. */
  record Answered(long batch, Instant at, Timeliness timeliness) {}

  /** The node did not say; it is asked again. */
  RecordState unsaid(long inBatch, Instant again) {
    return new RecordState(
        Standing.UNKNOWN, null, "", inBatch, asked + 1, answeredAt, timeliness, again, correctedBy);
  }

  /** A person must look at it. */
  RecordState setAside(String why, String words, long inBatch) {
    return new RecordState(
        Standing.SET_ASIDE, why, words, inBatch, asked, answeredAt, timeliness, null, correctedBy);
  }

  /** Another that stands in its place is accepted. */
  RecordState mended(RecordState by) {
    return new RecordState(
        Standing.MENDED,
        null,
        reason,
        batch,
        asked,
        answeredAt == null ? by.answeredAt : answeredAt,
        timeliness == null ? by.timeliness : timeliness,
        null,
        correctedBy);
  }

  /** It goes again, under the same id. */
  RecordState again(Instant when) {
    return new RecordState(
        Standing.WAITING, null, "", batch, 0, answeredAt, timeliness, when, correctedBy);
  }

  /** It is in a batch, and so no longer waits to be put into one. */
  RecordState taken(long inBatch) {
    return new RecordState(
        standing, code, reason, inBatch, asked, answeredAt, timeliness, null, correctedBy);
  }

  /** Another record shall stand in its place. */
  RecordState corrected(String by) {
    return new RecordState(standing, code, reason, batch, asked, answeredAt, timeliness, due, by);
  }

  boolean waitsForPeople() {
    return standing.waitsForPeople() && correctedBy == null;
  }
}
