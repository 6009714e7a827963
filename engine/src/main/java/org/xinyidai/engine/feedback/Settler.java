package org.xinyidai.engine.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.feedback.BatchAnswer;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.engine.feedback.RecordState.Answered;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.calendar.WorkingCalendar;

/**
 * Keeps what a node answered (回执入账): the states of all records of a batch, the counts and the end
 * of the batch in one write.
 */
final class Settler {
  /** Why a record was set aside that no node speaks of. */
  static final String NO_ANSWER = "NO_ANSWER";

  /** Why a record was set aside with which no batch gets through. */
  static final String NOT_TAKEN = "NOT_TAKEN";

  private final Store store;
  private final Tier tier;
  private final WorkingCalendar calendar;
  private final RelaySettings settings;
  private final Told told;

  Settler(Store store, Tier tier, WorkingCalendar calendar, RelaySettings settings, Told told) {
    this.store = store;
    this.tier = tier;
    this.calendar = calendar;
    this.settings = settings;
    this.told = told;
  }

  /**
   * Keeps the answers to a batch; durable when it returns.
   *
   * @param again when records are asked for again of which the node did not say
   */
  void settle(Packed packed, BatchAnswer answer, Instant again) {
    Feedback.ACT.during(
        () ->
            store.execute(
                changes -> {
                  Book book = new Book(changes, tier);
                  List<Held> waiting = new ArrayList<>();
                  for (int i = 0; i < packed.records().size(); i++) {
                    Held held = packed.records().get(i);
                    RecordState before = book.state(held);
                    RecordAnswer said = answer.records().get(i);
                    Answered when = answered(changes, held, packed.parcel());
                    RecordState after = after(before, said, when, again);
                    book.move(held, before, after);
                    if (after.waitsForPeople()) {
                      waiting.add(held);
                    }
                  }
                  book.end();
                  told.people(changes, tier, waiting);
                  changes.delete(
                      Family.FEEDBACK, FeedbackKeys.parcel(tier, packed.parcel().number()));
                  return waiting.size();
                }));
  }

  private RecordState after(RecordState before, RecordAnswer said, Answered when, Instant again) {
    return switch (said.verdict()) {
      case ACCEPTED -> before.answered(Standing.ACCEPTED, null, "", when);
      case REJECTED ->
          before.answered(
              Standing.REJECTED, said.code(), FaultText.of(said.field(), said.sentence()), when);
      case UNKNOWN ->
          before.asked() + 1 >= settings.askedMost()
              ? before.setAside(NO_ANSWER, "节点多次未明确答复，请与节点核对", when.batch())
              : before.unsaid(when.batch(), again);
    };
  }

  private Answered answered(Changes changes, Held held, Parcel parcel) {
    LocalDate today = ChinaTime.dayOf(changes.instant());
    return new Answered(
        parcel.number(),
        changes.instant(),
        calendar.afterWorkingDays(held.day(), settings.workingDays()).judge(today));
  }

  /**
   * Cuts a batch that does not get through in two, or sets its only record aside; durable when it
   * returns.
   *
   * @return the halves, none where the record was set aside
   */
  List<Packed> cut(Packed packed, String why) {
    return Feedback.ACT.during(() -> store.execute(changes -> cut(changes, packed, why)));
  }

  private List<Packed> cut(Changes changes, Packed packed, String why) {
    changes.delete(Family.FEEDBACK, FeedbackKeys.parcel(tier, packed.parcel().number()));
    List<Held> records = packed.records();
    if (records.size() == 1) {
      Held only = records.get(0);
      Book book = new Book(changes, tier);
      String words = "节点多次拒收含有该条的批次（" + why + "），请与节点核对";
      book.move(only, book.state(only).setAside(NOT_TAKEN, words, packed.parcel().number()));
      book.end();
      told.people(changes, tier, records);
      return List.of();
    }
    int middle = records.size() / 2;
    return List.of(
        renumbered(changes, records.subList(0, middle), 1),
        renumbered(changes, records.subList(middle, records.size()), 1));
  }

  /** The same records under another number, where the node knows another batch by this one. */
  Packed renumber(Packed packed, long skip) {
    return Feedback.ACT.during(
        () ->
            store.execute(
                changes -> {
                  changes.delete(
                      Family.FEEDBACK, FeedbackKeys.parcel(tier, packed.parcel().number()));
                  return renumbered(changes, packed.records(), skip);
                }));
  }

  private Packed renumbered(Changes changes, List<Held> records, long skip) {
    byte[] key = FeedbackKeys.position(tier);
    Position position =
        changes
            .get(Family.FEEDBACK, key)
            .map(stored -> StoredJson.read(stored, Position.class))
            .orElse(Position.START);
    long number = position.nextBatch() + skip - 1;
    Parcel parcel =
        new Parcel(number, records.stream().map(Held::place).toList(), changes.instant(), 0);
    changes.put(
        Family.FEEDBACK, key, StoredJson.write(new Position(position.cursor(), number + 1)));
    changes.put(Family.FEEDBACK, FeedbackKeys.parcel(tier, number), StoredJson.write(parcel));
    return Packed.of(parcel, records);
  }

  /** Remembers that a batch failed while others got through. */
  Packed faulted(Packed packed) {
    Parcel after = packed.parcel().faulted();
    Feedback.ACT.during(
        () ->
            store.execute(
                changes -> {
                  changes.put(
                      Family.FEEDBACK,
                      FeedbackKeys.parcel(tier, after.number()),
                      StoredJson.write(after));
                  return after;
                }));
    return new Packed(after, packed.records(), packed.lines());
  }
}
