package org.xinyidai.engine.feedback;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;

/**
 * The book of what became of each record (回传明细账). A record moves here and nowhere else: its state,
 * the counts of its day and scope, and the lists it stands in change in one write, so that the
 * counts always are those of a recount.
 */
final class Book {
  /** Topics of results that arose. */
  private static final String ARISING = "loan.";

  private static final byte[] PRESENT = {1};

  private Book() {}

  /** What is known of a record. */
  static RecordState state(Changes changes, Tier tier, String place) {
    return changes
        .get(Family.FEEDBACK, FeedbackKeys.state(tier, place))
        .map(Book::read)
        .orElse(RecordState.NEW);
  }

  static RecordState read(byte[] stored) {
    return StoredJson.read(stored, RecordState.class);
  }

  /** Whether it is counted as having arisen. */
  static boolean isCounted(Held held) {
    return held.entry().topic().startsWith(ARISING);
  }

  /** Whether it goes to nodes at all. */
  static boolean isResult(Held held) {
    return isCounted(held) || held.entry().isCorrection();
  }

  /** Moves a record; when a correction is accepted, what it stands in place of is mended. */
  static void move(Changes changes, Tier tier, Held held, RecordState after) {
    RecordState before = put(changes, tier, held, after);
    if (after.standing() == Standing.ACCEPTED && before.standing() != Standing.ACCEPTED) {
      corrected(changes, held).ifPresent(faulty -> mend(changes, tier, faulty, after));
    }
  }

  /** The record that this one corrects. */
  static Optional<Held> corrected(Changes changes, Held held) {
    String id = held.entry().payload().path("corrects").asText("");
    return id.isEmpty() ? Optional.empty() : Outbox.find(changes, id);
  }

  /** What it corrects may itself have been a correction. */
  private static void mend(Changes changes, Tier tier, Held faulty, RecordState by) {
    RecordState before = state(changes, tier, faulty.place());
    if (before.standing().waitsForPeople()) {
      RecordState answered =
          new RecordState(
              Standing.MENDED,
              null,
              before.reason(),
              before.batch(),
              before.asked(),
              before.answeredAt() == null ? by.answeredAt() : before.answeredAt(),
              before.timeliness() == null ? by.timeliness() : before.timeliness(),
              null,
              before.correctedBy());
      put(changes, tier, faulty, answered);
    }
    corrected(changes, faulty).ifPresent(earlier -> mend(changes, tier, earlier, by));
  }

  private static RecordState put(Changes changes, Tier tier, Held held, RecordState after) {
    String place = held.place();
    RecordState before = state(changes, tier, place);
    changes.put(Family.FEEDBACK, FeedbackKeys.state(tier, place), StoredJson.write(after));
    queue(changes, tier, place, before.due(), after.due());
    byte[] people = FeedbackKeys.people(tier, place);
    if (after.waitsForPeople() != before.waitsForPeople()) {
      if (after.waitsForPeople()) {
        changes.put(Family.FEEDBACK, people, PRESENT);
      } else {
        changes.delete(Family.FEEDBACK, people);
      }
    }
    if (isCounted(held)) {
      count(changes, tier, held, Tally.of(after).minus(Tally.of(before)));
    }
    return before;
  }

  private static void queue(
      Changes changes,
      Tier tier,
      String place,
      @Nullable Instant before,
      @Nullable Instant after) {
    if (before != null) {
      changes.delete(Family.FEEDBACK, FeedbackKeys.queued(tier, before, place));
    }
    if (after != null) {
      changes.put(Family.FEEDBACK, FeedbackKeys.queued(tier, after, place), PRESENT);
    }
  }

  private static void count(Changes changes, Tier tier, Held held, Tally more) {
    if (more.equals(Tally.NONE)) {
      return;
    }
    add(changes, FeedbackKeys.cell(tier, held.day(), held.entry().scope()), held, more);
    add(changes, FeedbackKeys.total(tier), held, more);
  }

  /** To the counts of a day and scope, or to those of all, whose day and scope mean nothing. */
  private static void add(Changes changes, byte[] key, Held held, Tally more) {
    Tally before =
        changes
            .get(Family.FEEDBACK, key)
            .map(stored -> StoredJson.read(stored, LedgerCell.class).tally())
            .orElse(Tally.NONE);
    LedgerCell cell = new LedgerCell(held.day(), held.entry().scope(), before.plus(more));
    changes.put(Family.FEEDBACK, key, StoredJson.write(cell));
  }
}
