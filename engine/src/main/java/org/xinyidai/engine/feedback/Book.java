package org.xinyidai.engine.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
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

  private final Changes changes;
  private final Tier tier;
  private final Map<Counted, Tally> more = new HashMap<>();

  /** The book of a tier within one change; {@link #end} is its last word. */
  Book(Changes changes, Tier tier) {
    this.changes = changes;
    this.tier = tier;
  }

  /** Under what records are counted. */
  private record Counted(LocalDate day, Scope scope) {}

  /** What is known of a record. */
  RecordState state(Held held) {
    return changes
        .get(Family.FEEDBACK, FeedbackKeys.state(tier, held.place()))
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
  void move(Held held, RecordState after) {
    move(held, state(held), after);
  }

  /** The same where it is known how it stands. */
  void move(Held held, RecordState before, RecordState after) {
    put(held, before, after);
    if (after.standing() == Standing.ACCEPTED && before.standing() != Standing.ACCEPTED) {
      corrected(held).ifPresent(faulty -> mend(faulty, after));
    }
  }

  /** Adds what was counted to the ledger. */
  void end() {
    Tally all = Tally.NONE;
    for (Map.Entry<Counted, Tally> one : more.entrySet()) {
      Counted counted = one.getKey();
      add(FeedbackKeys.cell(tier, counted.day(), counted.scope()), counted, one.getValue());
      all = all.plus(one.getValue());
    }
    if (!all.equals(Tally.NONE)) {
      add(FeedbackKeys.total(tier), new Counted(LocalDate.EPOCH, new Scope("", "")), all);
    }
    more.clear();
  }

  /** The record that this one corrects. */
  private Optional<Held> corrected(Held held) {
    String id = held.entry().payload().path("corrects").asText("");
    return id.isEmpty() ? Optional.empty() : Outbox.find(changes, id);
  }

  /** What it corrects may itself have been a correction. */
  private void mend(Held faulty, RecordState by) {
    RecordState before = state(faulty);
    if (before.standing().waitsForPeople()) {
      put(faulty, before, before.mended(by));
    }
    corrected(faulty).ifPresent(earlier -> mend(earlier, by));
  }

  private void put(Held held, RecordState before, RecordState after) {
    String place = held.place();
    changes.put(Family.FEEDBACK, FeedbackKeys.state(tier, place), StoredJson.write(after));
    queue(place, before.due(), after.due());
    if (after.waitsForPeople() && !before.waitsForPeople()) {
      changes.put(Family.FEEDBACK, FeedbackKeys.people(tier, place), PRESENT);
    } else if (before.waitsForPeople() && !after.waitsForPeople()) {
      changes.delete(Family.FEEDBACK, FeedbackKeys.people(tier, place));
    }
    if (isCounted(held)) {
      Tally change = Tally.of(after).minus(Tally.of(before));
      more.merge(new Counted(held.day(), held.entry().scope()), change, Tally::plus);
    }
  }

  private void queue(String place, @Nullable Instant before, @Nullable Instant after) {
    if (before != null) {
      changes.delete(Family.FEEDBACK, FeedbackKeys.queued(tier, before, place));
    }
    if (after != null) {
      changes.put(Family.FEEDBACK, FeedbackKeys.queued(tier, after, place), PRESENT);
    }
  }

  private void add(byte[] key, Counted counted, Tally change) {
    Tally before =
        changes
            .get(Family.FEEDBACK, key)
            .map(stored -> StoredJson.read(stored, LedgerCell.class).tally())
            .orElse(Tally.NONE);
    LedgerCell cell = new LedgerCell(counted.day(), counted.scope(), before.plus(change));
    changes.put(Family.FEEDBACK, key, StoredJson.write(cell));
  }
}
